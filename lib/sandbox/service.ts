import type { Clock } from "#lib/base/clock.ts";
import type { Engine } from "#lib/engine/engine.ts";
import type { InputFetch } from "./fetch-input.ts";
import type { SandboxFiles } from "./files.ts";
import type { Ledger } from "./ledger.ts";
import type { Mishaps } from "./mishaps.ts";
import type { Executor } from "./sandbox-schema.ts";
import type { Signer } from "./signing.ts";

/** Fields first, then the words. Pino fits. */
export type SandboxLog = Record<"info" | "error", (fields: object, message: string) => void>;

/** What every part of one sandbox shares. */
export interface Service {
  clock: Clock;
  db: Executor;
  files: SandboxFiles;
  signer: Signer;
  engine: Engine;
  inputFetch: InputFetch;
  ledger: Ledger;
  mishaps: Mishaps;
  log: SandboxLog;
}
