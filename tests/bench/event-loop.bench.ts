import { monitorEventLoopDelay } from "node:perf_hooks";
import { createEngine } from "#lib/engine/create-engine.ts";
import { type Bench, median } from "./bench.ts";
import { jobOf, productOn } from "./scene.ts";

const WINDOW_MS = 3_000;
const ROUNDS = 3;

/** The server must answer while pictures are made: 99th percentile of the event loop's delay, two pictures rendering against idle. */
export const eventLoopBench: Bench = {
  name: "event-loop",
  async run(report) {
    const subject = await productOn(1024);
    const engine = createEngine({ threads: 2 });
    try {
      await engine.render(jobOf(await productOn(64), { count: 2 }));
      const idle: number[] = [];
      const busy: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        idle.push(await delayWhile(() => new Promise((resolve) => setTimeout(resolve, WINDOW_MS))));
        busy.push(await delayWhile(() => engine.render(jobOf(subject, { count: 2, seed: `round ${round}` }))));
        report(`  round ${round + 1}: idle ${idle.at(-1)?.toFixed(2)} ms, rendering ${busy.at(-1)?.toFixed(2)} ms`);
      }
      return [
        {
          name: "event-loop/two-pictures",
          ours: median(busy),
          peer: median(idle),
          unit: "ms",
          against: "the same process idle",
          goal: 3,
        },
      ];
    } finally {
      await engine.close();
    }
  },
};

async function delayWhile(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.percentile(99) / 1e6;
}
