import { createEngine } from "#lib/engine/create-engine.ts";
import { type Bench, costOf, median } from "./bench.ts";
import { calibration } from "./calibration.ts";
import { jobOf, productOn, promptOf } from "./scene.ts";

const LOOKS = ["podium", "lake", "snow", "kitchen", "silk"];
const FEW_LOOKS = ["podium", "snow"];

/** What somebody waits for four pictures at 1024² on two cores that do nothing else. */
export const engineWallBench: Bench = {
  name: "engine/four-pictures",
  async run(report, { quick }) {
    const subject = await productOn(1024);
    const engine = createEngine({ threads: 2 });
    try {
      await engine.render(jobOf(await productOn(64), { count: 2 }));
      const waits: number[] = [];
      const loops: number[] = [];
      for (const look of quick ? FEW_LOOKS : LOOKS) {
        loops.push((await calibration()).wallSeconds);
        const job = jobOf(subject, { prompt: promptOf(look), count: 4 });
        const { wallSeconds } = await costOf(() => engine.render(job));
        waits.push(wallSeconds);
        report(`  ${look}: four pictures in ${wallSeconds.toFixed(2)} s`);
      }
      return [
        {
          name: "engine/four-pictures/v2-1024",
          ours: median(waits),
          peer: median(loops),
          unit: "s",
          against: "the calibration loop",
          goal: 12,
        },
      ];
    } finally {
      await engine.close();
    }
  },
};
