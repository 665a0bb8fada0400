import { EXIT, Interrupted } from "./exit-status.ts";

/** How much the user wants to leave. */
export interface Stops {
  /** Once: what can be cancelled is cancelled, what is paid for is still saved. */
  asked: AbortSignal;
  /** Twice: now. */
  insisted: AbortSignal;
}

/** Listens to Ctrl-C, SIGTERM and SIGHUP alike. A third time ends the process on the spot. */
export function listenForStops(): Stops {
  const asked = new AbortController();
  const insisted = new AbortController();
  const stop = () => {
    if (insisted.signal.aborted) process.exit(EXIT.interrupted);
    (asked.signal.aborted ? insisted : asked).abort(new Interrupted());
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  return { asked: asked.signal, insisted: insisted.signal };
}

/** The work's result, or Interrupted as soon as the user asks to stop; the work itself then goes on for nobody. */
export async function unlessAsked<Result>({ asked }: Stops, work: Promise<Result>): Promise<Result> {
  asked.throwIfAborted();
  const leave = Promise.withResolvers<never>();
  const onAbort = () => leave.reject(asked.reason);
  asked.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work, leave.promise]);
  } finally {
    asked.removeEventListener("abort", onAbort);
  }
}
