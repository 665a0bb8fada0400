import sharp from "sharp";
import { renderPicture } from "#lib/engine/render-picture.ts";
import { type Cell, jobOf, planCells } from "./cells.ts";
import { LOOKS } from "./looks.ts";

/** What a small picture looks like, short enough to keep in a file. */
export interface Fingerprint {
  /** Difference hash: 64 bits, one for each pair of neighbours in 9 x 8 greys. */
  readonly hash: string;
  /** Nine colours, three rows of three, as #rrggbb. */
  readonly colors: readonly string[];
}

const SIDE_PX = 112;

/** Every look in both languages' turn and both versions: English in v2, Chinese in v3. */
export const FINGERPRINT_CELLS: readonly Cell[] = (["v2", "v3"] as const).flatMap((version) =>
  planCells({
    looks: LOOKS,
    languages: [version === "v2" ? "english" : "chinese"],
    versions: [version],
    subjects: ["perfume"],
    variations: 1,
    sweep: null,
  }),
);

export const cellName = ({ look, version }: Cell): string => `${look} ${version}`;

export async function fingerprintOf(cell: Cell): Promise<Fingerprint> {
  const { png } = await renderPicture(await jobOf(cell, SIDE_PX, SIDE_PX), 0);
  const grey = await sharp(png).greyscale().resize(9, 8, { fit: "fill" }).raw().toBuffer();
  let bits = 0n;
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++) bits = (bits << 1n) | ((grey[y * 9 + x] ?? 0) > (grey[y * 9 + x + 1] ?? 0) ? 1n : 0n);
  const rgb = await sharp(png).removeAlpha().resize(3, 3, { fit: "fill", kernel: "cubic" }).raw().toBuffer();
  const colors = Array.from({ length: 9 }, (_, i) => `#${rgb.subarray(i * 3, i * 3 + 3).toString("hex")}`);
  return { hash: bits.toString(16).padStart(16, "0"), colors };
}

/** How far two pictures differ: bits of the hash, and the largest difference of a colour channel (0 to 255). */
export function distanceBetween(a: Fingerprint, b: Fingerprint): { bits: number; color: number } {
  let different = BigInt(`0x${a.hash}`) ^ BigInt(`0x${b.hash}`);
  let bits = 0;
  for (; different > 0n; different >>= 1n) bits += Number(different & 1n);
  const channels = ({ colors }: Fingerprint) => [...Buffer.from(colors.join("").replaceAll("#", ""), "hex")];
  const other = channels(b);
  return { bits, color: Math.max(...channels(a).map((value, i) => Math.abs(value - (other[i] ?? 0)))) };
}
