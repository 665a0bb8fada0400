import { type Cost, costOf } from "./bench.ts";

/** About one CPU second on the machine that the goals were set on (2 cores of a virtual x86-64 server, 2026). */
const ROUNDS = 115;
const CELLS = 1 << 20;

/**
 * What this machine does in a fixed loop of the engine's kind of work: float arithmetic and scattered reads of typed
 * arrays. It shares no code with the engine, so that it stays what it is when the engine gets faster.
 */
export function calibration(): Promise<Cost> {
  return costOf(async () => {
    const field = new Float32Array(CELLS);
    for (let i = 0; i < CELLS; i++) field[i] = Math.sin(i);
    for (let round = 0; round < ROUNDS; round++) {
      for (let i = 0; i < CELLS; i++) {
        const a = field[(i * 7919 + round) & (CELLS - 1)] as number;
        const b = field[(i * 104_729 + round) & (CELLS - 1)] as number;
        const length = Math.sqrt(a * a + b * b + 1);
        field[i] = (a * 0.6 + b * 0.3 + 0.2) / length - Math.floor(a + b) * 0.01;
      }
    }
    // The sum is used, or the loop might be thought needless.
    if (!Number.isFinite(field.reduce((sum, value) => sum + value, 0))) throw new Error("the loop lost its numbers");
  });
}
