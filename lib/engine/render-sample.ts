import { readFile, writeFile } from "node:fs/promises";
import { limitCodecThreads } from "./codec.ts";
import type { ElementInput, RenderJob } from "./engine.ts";
import { renderPicture } from "./render-picture.ts";

/**
 * Renders one picture on this thread and prints what it cost: `node lib/engine/render-sample.ts job.json picture.png`.
 * The JSON holds RenderJob fields; images are paths.
 */
interface SampleFile {
  subject: string;
  guideImage?: string;
  foreground?: { image: string; prompt: string }[];
  background?: { image: string; prompt: string }[];
  index?: number;
}

const [jobPath, picturePath] = process.argv.slice(2);
if (!jobPath || !picturePath) throw new Error("usage: node lib/engine/render-sample.ts job.json picture.png");
const file = JSON.parse(await readFile(jobPath, "utf8")) as SampleFile & Partial<RenderJob>;
const elements = (list: SampleFile["foreground"] = []): Promise<ElementInput[]> =>
  Promise.all(list.map(async ({ image, prompt }) => ({ image: await readFile(image), prompt })));
const job: RenderJob = {
  prompt: "",
  negativePrompt: "",
  noiseLevel: 300,
  promptWeight: 0.5,
  version: "v2",
  sceneType: "GENERAL",
  count: 1,
  seed: "sample",
  ...file,
  subject: await readFile(file.subject),
  foreground: await elements(file.foreground),
  background: await elements(file.background),
  guideImage: file.guideImage ? await readFile(file.guideImage) : null,
};
limitCodecThreads();
const before = process.cpuUsage();
const picture = await renderPicture(job, file.index ?? 0);
const { user, system } = process.cpuUsage(before);
await writeFile(picturePath, picture.png);
console.log(picture.stages.map(({ stage, ms }) => `${stage} ${Math.round(ms)}`).join(" · "));
console.log(`cpu ${Math.round((user + system) / 1000)} ms · rss ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
