import { nearestMarked } from "../math/nearest-marked.ts";

/** A rectangle of an artboard, in pixels. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const OPAQUE = 250;
/** A map without transparency: what its edges enclose is the thing. */
const OPAQUE_SHARE = 0.985;
/** From this level a pixel is part of a line. */
const LINE = 60;
/** A rectangle whose border is drawn is a box, not a map laid on an artboard. */
const BORDER_LINES = 0.35;
const BORDER_DEPTH_PX = 6;
/** Gaps in an outline that are closed, as shares of the larger side; the least that leaves something enclosed. */
const GAPS = [0, 0.006, 0.014, 0.03, 0.06, 0.09] as const;
/** Lines alone cover less of their own box than this; a thing covers more. */
const ENOUGH = 0.38;

/** The rectangle that a map without transparency of its own fills; null for layers cut out along their thing. */
export function opaqueTile(width: number, height: number, data: Uint8Array): Tile | null {
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  let opaque = 0;
  for (let i = 0; i < width * height; i++) {
    if ((data[i * 4 + 3] as number) <= OPAQUE) continue;
    const x = i % width;
    const y = (i - x) / width;
    opaque++;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    bottom = y;
  }
  const tile = { left, top, width: right - left + 1, height: bottom - top + 1 };
  const whole = tile.width === width && tile.height === height;
  if (right < 0 || opaque < tile.width * tile.height * OPAQUE_SHARE) return null;
  const drawn = (x: number, y: number, inX: number, inY: number) => {
    for (let depth = 0; depth <= BORDER_DEPTH_PX; depth++) {
      const at = (y + depth * inY) * width + x + depth * inX;
      if ((data[at * 4] ?? 0) > LINE) return 1;
    }
    return 0;
  };
  let lines = 0;
  for (let x = left; x <= right; x++) lines += drawn(x, top, 0, 1) + drawn(x, bottom, 0, -1);
  for (let y = top; y <= bottom; y++) lines += drawn(left, y, 1, 0) + drawn(right, y, -1, 0);
  // A plain rectangle without any line is that shape; a whole artboard of it is nothing.
  if (!whole && !anyLine(tile, width, data)) return null;
  return lines < BORDER_LINES * 2 * (tile.width + tile.height) ? tile : null;
}

function anyLine(tile: Tile, width: number, data: Uint8Array): boolean {
  for (let y = tile.top; y < tile.top + tile.height; y++)
    for (let x = tile.left; x < tile.left + tile.width; x++)
      if ((data[(y * width + x) * 4] as number) > LINE) return true;
  return false;
}

/** 1 for what lines enclose. A thing cut off by the lower border of its map is closed there. */
export function enclosedByEdges({ width, height }: Tile, levelAt: (x: number, y: number) => number): Uint8Array {
  const lines = new Uint8Array(width * height);
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  let cutOff = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (levelAt(x, y) <= LINE) continue;
      lines[y * width + x] = 1;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
      if (y >= height - 2) cutOff++;
    }
  }
  const distance = nearestMarked(lines, width, height)?.distance;
  if (!distance) return lines;
  const box = Math.max(1, (right - left) * (bottom - top));
  let enclosed: Uint8Array = lines;
  for (const gap of GAPS) {
    enclosed = unreached(distance, width, height, gap * Math.max(width, height), cutOff > 1);
    if (enclosed.reduce((sum, inside) => sum + inside, 0) > ENOUGH * box) break;
  }
  return enclosed;
}

/** What a flood from the border that keeps `radius` away from lines does not come within `radius` of. */
function unreached(
  distance: Float32Array,
  width: number,
  height: number,
  radius: number,
  closedBelow: boolean,
): Uint8Array {
  const outside = new Uint8Array(width * height);
  const stack: number[] = [];
  const visit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const i = y * width + x;
    if (outside[i] || (distance[i] as number) <= radius) return;
    outside[i] = 1;
    stack.push(i);
  };
  for (let x = 0; x < width; x++) {
    visit(x, 0);
    if (!closedBelow) visit(x, height - 1);
  }
  for (let y = 0; y < (closedBelow ? height * 0.75 : height); y++) {
    visit(0, y);
    visit(width - 1, y);
  }
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    const x = i % width;
    const y = (i - x) / width;
    visit(x - 1, y);
    visit(x + 1, y);
    visit(x, y - 1);
    visit(x, y + 1);
  }
  const reach = radius > 0 ? nearestMarked(outside, width, height)?.distance : undefined;
  return outside.map((reached, i) => {
    if (reached) return 0;
    return reach && (reach[i] as number) <= radius && (distance[i] as number) > 0 ? 0 : 1;
  });
}
