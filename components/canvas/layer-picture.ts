import { assetUrl } from "#lib/client/assets.ts";
import type { PlacedPicture } from "#lib/composition/document.ts";
import type { Box } from "#lib/composition/geometry.ts";
import type { AlphaMask } from "#lib/editor/kernels/pick.ts";
import { type EdgeInk, tintEdge } from "./edge-tint.ts";

/** A stored picture made ready for drawing: half, quarter … sizes, so that a reduced layer is neither jagged nor slow. */
export interface LayerPicture {
  /** As in the file; the first is full size, each next one half of it. */
  plain: OffscreenCanvas[];
  /** The same in the ink of its group; empty for the subject. */
  tinted: OffscreenCanvas[];
  mask: AlphaMask;
  /** Box of alpha > 0 in picture pixels; the whole picture when nothing can be seen. */
  visible: Box;
}

/** Larger pictures are drawn from a reduced copy: a screen shows no more, and memory is four bytes a pixel. */
const LARGEST_DRAWN_PX = 2048;
const MASK_SIDE_PX = 256;
const SMALLEST_LEVEL_PX = 64;

/** Throws when the picture cannot be fetched or decoded. */
export async function loadLayerPicture(
  { assetId, size }: Pick<PlacedPicture, "assetId" | "size">,
  ink: EdgeInk | null,
  signal: AbortSignal,
): Promise<LayerPicture> {
  const isReduced = Math.max(size.width, size.height) > LARGEST_DRAWN_PX;
  const url = assetUrl(assetId, isReduced ? { longSide: LARGEST_DRAWN_PX } : {});
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const bitmap = await createImageBitmap(await response.blob());
  const full = drawn(bitmap, bitmap.width, bitmap.height);
  bitmap.close();

  const context = contextOf(full);
  const image = context.getImageData(0, 0, full.width, full.height);
  const visible = visibleBox(image, size.width / full.width);
  const tinted = new OffscreenCanvas(ink ? full.width : 1, ink ? full.height : 1);
  if (ink) {
    tintEdge(image.data, ink);
    contextOf(tinted).putImageData(image, 0, 0);
  }
  return {
    plain: levelsOf(full),
    tinted: ink ? levelsOf(tinted) : [],
    mask: maskOf(full),
    visible: visible ?? { x: 0, y: 0, ...size },
  };
}

/** The smallest level that still has a pixel for every pixel of the screen; `drawnScale` is screen pixels per picture pixel. */
export function pickLevel(levelCount: number, drawnScale: number): number {
  const halvings = Math.floor(Math.log2(1 / Math.max(1e-6, drawnScale)));
  return Math.max(0, Math.min(levelCount - 1, halvings));
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser gives no 2d canvas");
  return context;
}

function drawn(source: CanvasImageSource, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  const context = contextOf(canvas);
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function levelsOf(full: OffscreenCanvas): OffscreenCanvas[] {
  const levels = [full];
  for (let last = full; Math.min(last.width, last.height) >= 2 * SMALLEST_LEVEL_PX; ) {
    last = drawn(last, Math.round(last.width / 2), Math.round(last.height / 2));
    levels.push(last);
  }
  return levels;
}

function maskOf(full: OffscreenCanvas): AlphaMask {
  const scale = Math.min(1, MASK_SIDE_PX / Math.max(full.width, full.height));
  const small = drawn(full, Math.ceil(full.width * scale), Math.ceil(full.height * scale));
  const { data, width, height } = contextOf(small).getImageData(0, 0, small.width, small.height);
  return { width, height, alpha: Uint8Array.from({ length: width * height }, (_, index) => data[index * 4 + 3] ?? 0) };
}

function visibleBox({ data, width, height }: ImageData, scale: number): Box | null {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * 4 + 3] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  return { x: left * scale, y: top * scale, width: (right - left + 1) * scale, height: (bottom - top + 1) * scale };
}
