import { createHash } from "node:crypto";
import { WanxError } from "#lib/wanx/client/wanx-error.ts";

export type Pause = {
  /** From 1. */
  failures: number;
  /** Whose pause it is: those of different studios must not end together, and a test's must be the same every time. */
  seed: string;
  longestMs?: number;
  /** What upstream asked for. */
  atLeastMs?: number;
};

/** Of 1, 2, 4 … seconds, at most a minute (throttling clears within one), a share between a half and all of it. */
export function backoffMs({ failures, seed, longestMs = 60_000, atLeastMs = 0 }: Pause): number {
  const fullMs = Math.min(1_000 * 2 ** Math.min(failures - 1, 16), longestMs);
  const share = createHash("sha256").update(`${seed} ${failures}`).digest().readUInt32BE() / 2 ** 32;
  return Math.max(fullMs * (0.5 + share / 2), atLeastMs);
}

/** How far a try came: what fails at another stage than before has come further or fallen back, and its pauses begin anew. */
export type Stage = "reach" | "inputs" | "submit" | "follow" | "save" | "step";

/** It is to be tried again, after a pause that is no shorter than this. */
export type Again = { stage: Stage; afterMs: number };

/** As soon as upstream's answer allows, when it was one and says so. */
export function again(stage: Stage, error: unknown): Again {
  return { stage, afterMs: (WanxError.is(error) && error.retryAfterMs) || 0 };
}
