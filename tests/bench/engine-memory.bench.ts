import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Bench } from "./bench.ts";
import type { MemoryCase, PeakMemory } from "./peak-memory.ts";

const CASES: readonly MemoryCase[] = [
  { look: "snow", version: "v3", elements: 0 },
  { look: "podium", version: "v2", elements: 0 },
  { look: "forest", version: "v3", elements: 0 },
  { look: "silk", version: "v3", elements: 0 },
  { look: "snow", version: "v3", elements: 3 },
  { look: "snow", version: "v3", elements: 10 },
];

/** How far one 2048² picture raises the memory of a process with one render thread; each in a process of its own. */
export const engineMemoryBench: Bench = {
  name: "engine/memory",
  async run(report, { quick }) {
    let most = 0;
    for (const one of quick ? CASES.slice(0, 1) : CASES) {
      const script = path.join(import.meta.dirname, "peak-memory.ts");
      const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(one)]);
      const { idleBytes, peakBytes } = JSON.parse(stdout) as PeakMemory;
      most = Math.max(most, peakBytes - idleBytes);
      const what = `${one.look} ${one.version}${one.elements ? ` with ${one.elements} elements` : ""}`;
      report(`  ${what} 2048²: ${mega(peakBytes)} MB at the peak, ${mega(idleBytes)} MB idle`);
    }
    return [
      {
        name: "engine/memory/2048",
        ours: most / 1e6,
        peer: (2048 * 2048 * 3 * 4) / 1e6,
        unit: "MB above idle",
        against: "one picture of that size as linear floats",
        goal: 500 / ((2048 * 2048 * 3 * 4) / 1e6),
      },
    ];
  },
};

const mega = (bytes: number) => (bytes / 1e6).toFixed(0);
