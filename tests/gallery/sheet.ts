import sharp from "sharp";

const GAP_PX = 6;

/** All pictures of a run, files or their bytes, on one: to look at in a viewer that shows no pages. */
export async function contactSheet(
  pictures: readonly (string | Uint8Array)[],
  columns: number,
  cellWidthPx: number,
): Promise<Buffer> {
  const cells = await Promise.all(
    pictures.map((picture) => sharp(picture).resize({ width: cellWidthPx }).toBuffer({ resolveWithObject: true })),
  );
  const cellHeightPx = Math.max(...cells.map(({ info }) => info.height));
  const rows = Math.ceil(cells.length / columns);
  return sharp({
    create: {
      width: columns * (cellWidthPx + GAP_PX) - GAP_PX,
      height: rows * (cellHeightPx + GAP_PX) - GAP_PX,
      channels: 3,
      background: "#15161a",
    },
  })
    .composite(
      cells.map(({ data }, i) => ({
        input: data,
        left: (i % columns) * (cellWidthPx + GAP_PX),
        top: Math.floor(i / columns) * (cellHeightPx + GAP_PX),
      })),
    )
    .png()
    .toBuffer();
}
