/** Lets each event through once: those at or before the last one are repeats of a replay, or of another tab. */
export interface EventGate {
  /** True for the first time this number, or a later one, comes by. */
  admit(seq: number): boolean;
  /** Where a connection has to resume; null before the first event. */
  readonly lastSeq: number | null;
  /** Begins anew after a cut log. */
  reset(seq: number | null): void;
}

export function createEventGate(): EventGate {
  let lastSeq: number | null = null;
  return {
    admit(seq) {
      if (lastSeq !== null && seq <= lastSeq) return false;
      lastSeq = seq;
      return true;
    },
    get lastSeq() {
      return lastSeq;
    },
    reset(seq) {
      lastSeq = seq;
    },
  };
}
