import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import type { RenderJob } from "#lib/engine/engine.ts";

const EXAMPLES = path.resolve(import.meta.dirname, "../../public/examples");

/** A product of the ready scenes, alone on an artboard of `sidePx`. */
export async function productOn(sidePx: number): Promise<Uint8Array> {
  const product = await sharp(await readFile(path.join(EXAMPLES, "perfume.png")))
    .resize({ height: Math.round(sidePx * 0.47) })
    .toBuffer();
  return sharp({ create: { width: sidePx, height: sidePx, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .composite([{ input: product, gravity: "centre" }])
    .png()
    .toBuffer();
}

/** One prompt for each setting that the engine is measured on. */
export const PROMPTS = {
  podium: "pastel pink podium",
  sunset: "山脉和晚霞",
  wood: "wood table, forest",
  marble: "marble interior, window light",
} as const;

export function jobOf(subject: Uint8Array, more: Partial<RenderJob> = {}): RenderJob {
  return {
    subject,
    foreground: [],
    background: [],
    prompt: PROMPTS.podium,
    negativePrompt: "",
    guideImage: null,
    noiseLevel: 300,
    promptWeight: 0.5,
    version: "v2",
    sceneType: "GENERAL",
    count: 1,
    seed: "bench",
    ...more,
  };
}
