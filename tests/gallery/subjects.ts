import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";

const EXAMPLES = path.resolve(import.meta.dirname, "../../public/examples");

/** Cut-outs of the ready scenes, and the share of the artboard's height that each fills. */
export const SUBJECTS = { perfume: 0.47, "tea-can": 0.52 } as const;
export type SubjectName = keyof typeof SUBJECTS;

export function example(file: string): Promise<Uint8Array> {
  return readFile(path.join(EXAMPLES, file));
}

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
