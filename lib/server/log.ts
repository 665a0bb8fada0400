import pino from "pino";
import type { Environment } from "./environment.ts";

export type Log = pino.Logger;

/**
 * JSON lines on stdout, or on stderr where stdout is for results. What could hold the key is cut out by name, and the key itself wherever it
 * may have got to.
 */
export function createLog(
  { logLevel: level, cloud }: Pick<Environment, "logLevel" | "cloud">,
  stream: "stdout" | "stderr" = "stdout",
): Log {
  const options = {
    level,
    base: undefined,
    hooks: { streamWrite: (line: string) => cloud?.apiKey.redact(line) ?? line },
    redact: { paths: ["*.apiKey", "*.authorization", "headers.authorization", "apiKey"], censor: "[redacted]" },
  };
  return pino(options, pino.destination(stream === "stdout" ? 1 : 2));
}
