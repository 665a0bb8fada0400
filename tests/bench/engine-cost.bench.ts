import { createEngine } from "#lib/engine/create-engine.ts";
import type { Engine, RenderJob } from "#lib/engine/engine.ts";
import { LOOKS } from "#tests/gallery/looks.ts";
import { elementsOn } from "#tests/gallery/subjects.ts";
import { type Bench, type Cost, costOf, median, type Result } from "./bench.ts";
import { calibration } from "./calibration.ts";
import { plainComposite } from "./composite.ts";
import { jobOf, productOn, promptOf } from "./scene.ts";

const VERSIONS = ["v2", "v3"] as const;
const LOOP = "the calibration loop";
const COMPOSITE = "sharp: the same layers over a gradient, as PNG";
/** A v2 picture may cost 4 CPU seconds where laying the product on a gradient costs 0.025. */
const COMPOSITE_GOAL = 160;

/** At each size: what v2 may cost in calibration loops, and the looks that are measured. v3 may cost three times v2. */
const SIZES = [
  { sidePx: 1024, goal: 4, looks: LOOKS.map(({ name }) => name), few: ["podium", "lake", "snow", "silk", "gradient"] },
  { sidePx: 2048, goal: 16, looks: ["podium", "wood", "snow", "forest", "silk", "new-year"], few: ["snow"] },
] as const;

/** What a picture costs in CPU seconds, by size, version and look. */
export const engineCostBench: Bench = {
  name: "engine/cost",
  async run(report, { quick }) {
    const engine = createEngine({ threads: 1 });
    try {
      await engine.render(jobOf(await productOn(64))); // the thread starts outside the measurement
      const results: Result[] = [];
      for (const size of SIZES)
        results.push(...(await costAt(engine, { ...size, looks: quick ? size.few : size.looks }, report)));
      results.push(...(await costOfElements(engine, report)));
      return results;
    } finally {
      await engine.close();
    }
  },
};

interface Size {
  sidePx: number;
  goal: number;
  looks: readonly string[];
}

async function costAt(engine: Engine, { sidePx, goal, looks }: Size, report: (line: string) => void) {
  const subject = await productOn(sidePx);
  const loops: number[] = [];
  const costs = { v2: [] as number[], v3: [] as number[] };
  for (const look of looks) {
    loops.push((await calibration()).cpuSeconds);
    for (const version of VERSIONS) {
      const cost = await costOfPicture(engine, jobOf(subject, { prompt: promptOf(look), version }));
      costs[version].push(cost.cpuSeconds);
      report(`  ${look} ${version} ${sidePx}²: ${figures(cost)}`);
    }
  }
  const composite = await compositeCost(sidePx, [subject]);
  const [loop, v2, v3] = [median(loops), median(costs.v2), median(costs.v3)];
  const ratios = costs.v3.map((cost, i) => cost / (costs.v2[i] as number));
  const dearest = ratios.indexOf(Math.max(...ratios));
  const row = (name: string, ours: number, peer: number, against: string, limit: number): Result => ({
    name: `engine/cost/${name}-${sidePx}`,
    ours,
    peer,
    unit: "CPU-s",
    against,
    goal: limit,
  });
  return [
    row("v2", v2, loop, LOOP, goal),
    row("v3", v3, loop, LOOP, 3 * goal),
    row("v2-over-composite", v2, composite, COMPOSITE, COMPOSITE_GOAL),
    row("v3-over-composite", v3, composite, COMPOSITE, 3 * COMPOSITE_GOAL),
    row("v3-over-v2", v3, v2, "v2 of the same looks", 3),
    row(
      "v3-over-v2-at-most",
      costs.v3[dearest] as number,
      costs.v2[dearest] as number,
      `v2 of ${looks[dearest]}, where the difference is greatest`,
      3,
    ),
  ];
}

/** The layers of a ready scene: two in front, one behind. */
async function costOfElements(engine: Engine, report: (line: string) => void): Promise<Result[]> {
  const sidePx = 1024;
  const subject = await productOn(sidePx);
  const { foreground, background } = await elementsOn(sidePx);
  const layers = [...background.map(({ image }) => image), subject, ...foreground.map(({ image }) => image)];
  const composite = await compositeCost(sidePx, layers);
  const results: Result[] = [];
  for (const version of VERSIONS) {
    const cost = await costOfPicture(engine, jobOf(subject, { foreground, background, version }));
    report(`  podium with three elements ${version} ${sidePx}²: ${figures(cost)}`);
    results.push({
      name: `engine/cost/${version}-elements-over-composite-${sidePx}`,
      ours: cost.cpuSeconds,
      peer: composite,
      unit: "CPU-s",
      against: COMPOSITE,
      goal: version === "v2" ? COMPOSITE_GOAL : 3 * COMPOSITE_GOAL,
    });
  }
  return results;
}

const compositeCost = async (sidePx: number, layers: readonly Uint8Array[]): Promise<number> => {
  const costs: number[] = [];
  for (let index = 0; index < 5; index++) costs.push((await costOf(() => plainComposite(sidePx, layers))).cpuSeconds);
  return median(costs);
};

async function costOfPicture(engine: Engine, job: RenderJob): Promise<Cost & { stages: string }> {
  let stages = "";
  const cost = await costOf(async () => {
    const [picture] = await engine.render(job);
    stages = (picture?.stages ?? []).map(({ stage, ms }) => `${stage} ${ms.toFixed(0)}`).join(", ");
  });
  return { ...cost, stages };
}

const figures = ({ cpuSeconds, wallSeconds, stages }: Cost & { stages: string }) =>
  `${cpuSeconds.toFixed(2)} CPU-s, ${wallSeconds.toFixed(2)} s (ms: ${stages})`;
