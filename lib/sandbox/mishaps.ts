import type { ServiceError } from "./service-error.ts";

/** What may be told to go wrong inside the service. What concerns a single call goes wrong around it, where calls are served. */
export interface Mishaps {
  /** Asked at each start of a task. */
  ofTask(taskId: string, total: number): Promise<TaskMishap>;
  /** How long it is kept, where it is usually kept for `usualMs`. */
  lifetimeMs(of: "task" | "result" | "upload" | "policy", usualMs: number): Promise<number>;
  /** Tasks submitted in the last so many milliseconds are not listed yet. */
  listLagMs(): Promise<number>;
}

export interface TaskMishap {
  /** The task runs that much longer. */
  delayMs: number;
  failure?: ServiceError;
  /** Pictures that are lost, by their place. */
  lost: ReadonlyMap<number, ServiceError>;
}

export const noMishaps: Mishaps = {
  ofTask: async () => ({ delayMs: 0, lost: new Map() }),
  lifetimeMs: async (_of, usualMs) => usualMs,
  listLagMs: async () => 0,
};
