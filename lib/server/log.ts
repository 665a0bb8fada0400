import pino from "pino";

export type Log = pino.Logger;

/** JSON lines on stdout; whatever could hold a key is cut out before it is written. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    redact: { paths: ["*.apiKey", "*.authorization", "headers.authorization", "apiKey"], censor: "[redacted]" },
  });
}
