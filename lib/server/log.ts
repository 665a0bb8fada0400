import pino from "pino";
import type { Environment } from "./environment.ts";

export type Log = pino.Logger;

/** JSON lines on stdout. What could hold the key is cut out by name, and the key itself wherever it may have got to. */
export function createLog({ logLevel: level, cloud }: Pick<Environment, "logLevel" | "cloud">): Log {
  return pino({
    level,
    base: undefined,
    hooks: { streamWrite: (line) => cloud?.apiKey.redact(line) ?? line },
    redact: { paths: ["*.apiKey", "*.authorization", "headers.authorization", "apiKey"], censor: "[redacted]" },
  });
}
