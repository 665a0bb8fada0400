import { randomUUID } from "node:crypto";

/** As recorded: a random UUID. */
export function newTaskId(): string {
  return randomUUID();
}

/** As recorded: like a UUID, with a 9 where the version stands. */
export function newRequestId(): string {
  const id = randomUUID();
  return `${id.slice(0, 14)}9${id.slice(15)}`;
}
