import { BacklotError } from "#lib/base/errors.ts";
import { StartRefused } from "#lib/server/start-refused.ts";
import { StudioUnreachable } from "./studio.ts";
import { UsageError } from "./usage-error.ts";

/** What a script can tell apart. Documented in docs/command-line.md; never given another meaning. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 2,
  /** Nothing was sent: the recipe, its pictures or pre-flight. */
  refused: 3,
  /** Upstream refused or failed, wholly or in part: pictures are missing. */
  incomplete: 4,
  unreachable: 5,
  /** As a shell reports a program that SIGINT ended. */
  interrupted: 130,
} as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Thrown when the user wants to leave. */
export class Interrupted extends Error {}

const REFUSED = /^(?:recipe|upload|fetch|document|asset)\//;

export function exitStatusOf(error: unknown): ExitStatus {
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof UsageError || error instanceof StartRefused) return EXIT.usage;
  if (error instanceof StudioUnreachable) return EXIT.unreachable;
  if (BacklotError.is(error) && REFUSED.test(error.code)) return EXIT.refused;
  if (BacklotError.is(error) && error.code.startsWith("upstream/")) return EXIT.incomplete;
  return EXIT.unexpected;
}
