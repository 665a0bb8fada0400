import sharp from "sharp";

/** The least that could be done with the same layers: laid one over another on a gradient, as PNG. */
export async function plainComposite(sidePx: number, layers: readonly Uint8Array[]): Promise<void> {
  const rows = Buffer.alloc(sidePx * sidePx * 3);
  for (let i = 0; i < rows.length; i += 1) rows[i] = 220 - Math.floor((i / (sidePx * sidePx * 3)) * 50) - (i % 3) * 12;
  await sharp(rows, { raw: { width: sidePx, height: sidePx, channels: 3 } })
    .composite(layers.map((layer) => ({ input: Buffer.from(layer) })))
    .png()
    .toBuffer();
}
