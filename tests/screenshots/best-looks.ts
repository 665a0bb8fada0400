import sharp from "sharp";
import { renderPicture } from "#lib/engine/render-picture.ts";
import { jobOf } from "#tests/gallery/cells.ts";
import { LOOKS } from "#tests/gallery/looks.ts";
import { contactSheet } from "#tests/gallery/sheet.ts";
import type { SubjectName } from "#tests/gallery/subjects.ts";

/** The six that show best what the preview engine can do, chosen by eye from `npm run gallery`. */
const BEST: readonly (readonly [look: string, subject: SubjectName])[] = [
  ["lake", "perfume"],
  ["waterfall", "tea-can"],
  ["reef", "perfume"],
  ["restaurant", "tea-can"],
  ["kitchen", "perfume"],
  ["aurora", "tea-can"],
];
const SIDE_PX = 932;

/** A sheet of three by two pictures of v3, as WebP. */
export async function bestLooks(): Promise<Buffer> {
  const pictures: Uint8Array[] = [];
  for (const [name, subject] of BEST) {
    const prompt = LOOKS.find((look) => look.name === name)?.english ?? name;
    const job = await jobOf({ look: name, label: name, prompt, version: "v3", subject, index: 0 }, SIDE_PX, SIDE_PX);
    pictures.push((await renderPicture(job, 0)).png);
  }
  return sharp(await contactSheet(pictures, 3, SIDE_PX / 2))
    .webp({ quality: 84 })
    .toBuffer();
}
