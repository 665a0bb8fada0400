import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import type { ElementInput, RenderJob } from "#lib/engine/engine.ts";

const EXAMPLES = path.resolve(import.meta.dirname, "../../public/examples");

/** Cut-outs of the ready scenes, and the share of the artboard's height that each fills. */
export const SUBJECTS = { perfume: 0.47, "tea-can": 0.52 } as const;
export type SubjectName = keyof typeof SUBJECTS;

export function example(file: string): Promise<Uint8Array> {
  return readFile(path.join(EXAMPLES, file));
}

const LARGE_LAYERS = [
  ["leaves-edge.png", "绿色树叶"],
  ["puppy-edge.png", "可爱小狗"],
  ["blossom-edge.png", "玻璃花"],
] as const;

/** A product of the ready scenes, alone in the middle of an artboard; PNG with transparency. */
export async function subjectOn(name: SubjectName, widthPx: number, heightPx = widthPx): Promise<Uint8Array> {
  const product = await sharp(await example(`${name}.png`))
    .resize({ height: Math.round(heightPx * SUBJECTS[name]) })
    .toBuffer();
  return sharp({
    create: { width: widthPx, height: heightPx, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .composite([{ input: product, gravity: "centre" }])
    .png()
    .toBuffer();
}

/** The edge layers of the ready scenes, each in a corner of a layer of the artboard's size and up to half as large as that. */
export async function elementsOn(
  widthPx: number,
  heightPx = widthPx,
): Promise<Pick<RenderJob, "foreground" | "background">> {
  const layer = async (file: string, prompt: string, gravity: string): Promise<ElementInput> => {
    const [halfWidth, halfHeight] = [Math.round(widthPx / 2), Math.round(heightPx / 2)];
    const image = await sharp(await example(file))
      .resize(halfWidth, halfHeight, { fit: "inside" })
      .toBuffer();
    const canvas = { width: widthPx, height: heightPx, channels: 4 as const, background: "#0000" };
    const placed = sharp({ create: canvas }).composite([{ input: image, gravity }]);
    return { image: new Uint8Array(await placed.png().toBuffer()), prompt };
  };
  return {
    background: [await layer("leaves-edge.png", "绿色树叶", "northeast")],
    foreground: [
      await layer("blossom-edge.png", "粉色桃花", "northwest"),
      await layer("puppy-edge.png", "可爱小狗", "southeast"),
    ],
  };
}

/** Ten edge layers that fill the artboard, every other one a map without transparency, half of them before the product. */
export async function tenElementsOn(sidePx: number): Promise<Pick<RenderJob, "foreground" | "background">> {
  const layers: ElementInput[] = [];
  for (let i = 0; i < 10; i++) {
    const [file, prompt] = LARGE_LAYERS[i % LARGE_LAYERS.length] as (typeof LARGE_LAYERS)[number];
    const whole = sharp(await example(file)).resize(sidePx, sidePx, { fit: "contain", background: "#0000" });
    const layer = i % 2 === 0 ? whole : whole.flatten({ background: "black" });
    layers.push({ image: new Uint8Array(await layer.png().toBuffer()), prompt });
  }
  return { background: layers.slice(0, 5), foreground: layers.slice(5) };
}
