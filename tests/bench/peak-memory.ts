import { setTimeout as wait } from "node:timers/promises";
import { createEngine } from "#lib/engine/create-engine.ts";
import { elementsOn, tenElementsOn } from "#tests/gallery/subjects.ts";
import { jobOf, productOn, promptOf } from "./scene.ts";

export interface MemoryCase {
  look: string;
  version: "v2" | "v3";
  /** Edge layers: three of the ready scenes, in corners, or ten that fill the artboard. */
  elements: 0 | 3 | 10;
}

/** Resident set of the whole process. */
export interface PeakMemory {
  idleBytes: number;
  peakBytes: number;
}

const SAMPLE_MS = 5;
const SETTLE_MS = 500;
const SIDE_PX = 2048;

const { look, version, elements } = JSON.parse(process.argv[2] ?? "") as MemoryCase;
const layers = elements === 10 ? await tenElementsOn(SIDE_PX) : elements === 3 ? await elementsOn(SIDE_PX) : {};
const job = jobOf(await productOn(SIDE_PX), { prompt: promptOf(look), version, ...layers });
const engine = createEngine({ threads: 1 });
await engine.render(jobOf(await productOn(64)));
await wait(SETTLE_MS);
const idleBytes = process.memoryUsage.rss();
let peakBytes = idleBytes;
const sampling = setInterval(() => {
  peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
}, SAMPLE_MS);
await engine.render(job);
clearInterval(sampling);
await engine.close();
console.log(JSON.stringify({ idleBytes, peakBytes } satisfies PeakMemory));
