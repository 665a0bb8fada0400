import { setTimeout as wait } from "node:timers/promises";
import { createEngine } from "#lib/engine/create-engine.ts";
import type { Bench } from "./bench.ts";
import { jobOf, productOn, promptOf } from "./scene.ts";

const LIMIT_MS = 200;
const LOOKS = ["podium", "snow", "forest", "dunes", "silk", "lake"];
const FEW_LOOKS = ["snow"];
/** Moments of the abort, after the start: from reading the prompt to shading. */
const MOMENTS_MS = [50, 400, 1_500, 4_000];
/** The CPU is thought quiet when this long a while takes less than a tenth of it. */
const WHILE_MS = 10;

/** How long after an abort the machine is still at work on a picture of 2048² that nobody wants. */
export const engineCancelBench: Bench = {
  name: "engine/cancel",
  async run(report, { quick }) {
    const subject = await productOn(2048);
    let longest = 0;
    for (const look of quick ? FEW_LOOKS : LOOKS) {
      for (const moment of MOMENTS_MS) {
        const engine = createEngine({ threads: 1 });
        try {
          const abort = new AbortController();
          const job = jobOf(subject, { prompt: promptOf(look), version: "v3" });
          const end = engine.render(job, { signal: abort.signal }).catch(() => undefined);
          await wait(moment);
          const start = performance.now();
          abort.abort();
          await end;
          const answered = performance.now() - start;
          await untilQuiet();
          const quietAfter = performance.now() - start - WHILE_MS;
          longest = Math.max(longest, answered, quietAfter);
          report(
            `  ${look} after ${moment} ms: answered in ${answered.toFixed(1)} ms, quiet after ${quietAfter.toFixed(0)} ms`,
          );
        } finally {
          await engine.close();
        }
      }
    }
    return [
      {
        name: "engine/cancel/2048",
        ours: longest,
        peer: LIMIT_MS,
        unit: "ms",
        against: "what a person takes for at once",
        goal: 1,
      },
    ];
  },
};

async function untilQuiet(): Promise<void> {
  for (;;) {
    const before = process.cpuUsage();
    await wait(WHILE_MS);
    const { user, system } = process.cpuUsage(before);
    if (user + system < WHILE_MS * 100) return;
  }
}
