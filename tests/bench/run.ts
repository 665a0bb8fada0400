import { parseArgs } from "node:util";
import type { Bench } from "./bench.ts";
import { engineCancelBench } from "./engine-cancel.bench.ts";
import { engineCostBench } from "./engine-cost.bench.ts";
import { engineMemoryBench } from "./engine-memory.bench.ts";
import { engineWallBench } from "./engine-wall.bench.ts";
import { eventLoopBench } from "./event-loop.bench.ts";
import { pollingBench } from "./polling.bench.ts";

/** `npm run bench [-- --json --quick] [group or name]`: ratios against peers. Exits 1 when one misses its goal, or when there was nothing to measure. */
const BENCHES: readonly Bench[] = [
  engineCostBench,
  engineWallBench,
  engineMemoryBench,
  engineCancelBench,
  eventLoopBench,
  pollingBench,
];

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false }, quick: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [wanted] = positionals;
const chosen = BENCHES.filter((bench) => wanted === undefined || `${bench.name}/`.startsWith(`${wanted}/`));
const say = (line: string) => values.json || console.log(line);

let measured = 0;
let missed = 0;
for (const bench of chosen) {
  for (const { name, ours, peer, unit, against, goal } of await bench.run(say, values)) {
    const ratio = ours / peer;
    const pass = ratio <= goal;
    measured += 1;
    if (!pass) missed += 1;
    if (values.json) console.log(JSON.stringify({ name, ours, peer, ratio, goal, pass, unit, against }));
    else {
      const figures = `${ours.toFixed(2)} ${unit} against ${peer.toFixed(2)} ${unit} (${against})`;
      console.log(`${pass ? "✓" : "✗"} ${name}: ratio ${ratio.toFixed(2)}, goal ≤ ${goal}. ${figures}`);
    }
  }
}
if (measured === 0) {
  const known = BENCHES.map((bench) => bench.name).join(", ");
  console.error(
    wanted === undefined ? "nothing was measured" : `nothing to measure under "${wanted}"; groups: ${known}`,
  );
}
process.exit(measured === 0 || missed > 0 ? 1 : 0);
