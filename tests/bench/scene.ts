import sharp from "sharp";
import { invariant } from "#lib/base/assert.ts";
import type { RenderJob } from "#lib/engine/engine.ts";
import { ELEMENTS } from "#tests/gallery/cells.ts";
import { LOOKS } from "#tests/gallery/looks.ts";
import { example, subjectOn } from "#tests/gallery/subjects.ts";

/** A product of the ready scenes, alone on an artboard of `sidePx`. */
export const productOn = (sidePx: number): Promise<Uint8Array> => subjectOn("perfume", sidePx);

export const promptOf = (look: string): string => {
  const found = LOOKS.find(({ name }) => name === look);
  invariant(found, `a look called ${look}`);
  return found.english;
};

export function jobOf(subject: Uint8Array, more: Partial<RenderJob> = {}): RenderJob {
  return {
    subject,
    foreground: [],
    background: [],
    prompt: promptOf("podium"),
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

/** The edge layers of the ready scenes on layers of the artboard's size, each half as large as that. */
export async function elementsOn(sidePx: number): Promise<Pick<RenderJob, "foreground" | "background">> {
  const layer = async ({ file, prompt }: { file: string; prompt: string }, gravity: string) => {
    const half = Math.round(sidePx / 2);
    const image = await sharp(await example(file))
      .resize(half, half, { fit: "inside" })
      .toBuffer();
    const canvas = { width: sidePx, height: sidePx, channels: 4 as const, background: "#0000" };
    const placed = sharp({ create: canvas }).composite([{ input: image, gravity }]);
    return { image: new Uint8Array(await placed.png().toBuffer()), prompt };
  };
  const [blossom, puppy] = ELEMENTS.foreground;
  return {
    background: [await layer(ELEMENTS.background[0], "northeast")],
    foreground: [await layer(blossom, "northwest"), await layer(puppy, "southeast")],
  };
}
