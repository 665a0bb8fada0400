import sharp from "sharp";
import { createEngine } from "#lib/engine/create-engine.ts";
import { type Bench, cpuSeconds, median } from "./bench.ts";
import { jobOf, PROMPTS, productOn } from "./scene.ts";

const SIDE_PX = 1024;
/** A v2 picture may cost 4 CPU seconds where this composite costs 0.025. */
const COMPOSITE_GOAL = 160;

/** What a picture costs, in CPU seconds: the median over the settings, against laying the product on a gradient, and v3 against v2. */
export const engineBench: Bench = {
  name: "engine",
  async run(report) {
    const subject = await productOn(SIDE_PX);
    const engine = createEngine({ threads: 1 });
    try {
      await engine.render(jobOf(await productOn(64))); // the thread starts outside the measurement
      const cost = { v2: [] as number[], v3: [] as number[] };
      for (const version of ["v2", "v3"] as const) {
        for (const [setting, prompt] of Object.entries(PROMPTS)) {
          let stages = "";
          const seconds = await cpuSeconds(async () => {
            const [picture] = await engine.render(jobOf(subject, { prompt, version }));
            stages = (picture?.stages ?? []).map(({ stage, ms }) => `${stage} ${ms.toFixed(0)}`).join(", ");
          });
          cost[version].push(seconds);
          report(`  ${setting} ${version} ${SIDE_PX}²: ${seconds.toFixed(2)} CPU-s (ms: ${stages})`);
        }
      }
      const composite = median(await repeat(5, () => cpuSeconds(() => plainComposite(subject))));
      return [
        {
          name: "engine/v2-over-composite",
          ours: median(cost.v2),
          peer: composite,
          unit: "CPU-s",
          against: "sharp: product over a gradient, as PNG",
          goal: COMPOSITE_GOAL,
        },
        {
          name: "engine/v3-over-v2",
          ours: median(cost.v3),
          peer: median(cost.v2),
          unit: "CPU-s",
          against: "v2 of the same settings",
          goal: 3,
        },
      ];
    } finally {
      await engine.close();
    }
  },
};

async function plainComposite(subject: Uint8Array): Promise<void> {
  const rows = Buffer.alloc(SIDE_PX * SIDE_PX * 3);
  for (let i = 0; i < rows.length; i += 1) rows[i] = 220 - Math.floor(i / (SIDE_PX * 3)) / 20 - (i % 3) * 12;
  await sharp(rows, { raw: { width: SIDE_PX, height: SIDE_PX, channels: 3 } })
    .composite([{ input: Buffer.from(subject) }])
    .png()
    .toBuffer();
}

async function repeat(times: number, measure: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let index = 0; index < times; index += 1) values.push(await measure());
  return values;
}
