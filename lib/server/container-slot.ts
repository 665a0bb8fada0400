import type { Container } from "./create-container.ts";

const slot = Symbol.for("backlot.container");

/**
 * The launcher builds the container in plain Node and leaves it here; Next's bundles, which load modules a second time, find the same one.
 * This is the only global of the studio.
 */
export function putContainer(container: Container): void {
  (globalThis as { [slot]?: Container })[slot] = container;
}

export function takeContainer(): Container {
  const container = (globalThis as { [slot]?: Container })[slot];
  if (container === undefined) throw new Error("no container: the studio is started by lib/server/start.mjs");
  return container;
}
