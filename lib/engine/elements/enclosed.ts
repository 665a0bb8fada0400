import { nearestMarked } from "../math/nearest-marked.ts";
import { insideOpenOutline } from "./open-outline.ts";

/** A rectangle of an artboard, in pixels. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Brightness of a map's pixel, 0 to 255; lines are bright. */
export type LevelAt = (x: number, y: number) => number;

const OPAQUE = 250;
/** A map without transparency: what its edges enclose is the thing. */
const OPAQUE_SHARE = 0.985;
/** From this level a pixel is part of a line; fainter ones only help to bridge gaps. */
const LINE = 60;
const FAINT_LINE = 28;
/** Maps fade at their border: a line that ends this close to it, as a share of the larger side, crosses it. */
const CROSSING = 0.03;
/** Share of the border; more than one side of a square. */
const LONG_WAY = 0.28;
/** A rectangle whose border is drawn nearly all around is a box, not a map laid on an artboard. */
const BOX_BORDER = 0.8;
const BORDER_DEPTH_PX = 6;
/** Gaps in an outline that a flood closes, as shares of the larger side; wider ones are for `insideOpenOutline`. */
const GAPS = [0.006, 0.014] as const;
/** Lines with nothing enclosed within `NEAR` of them are loose; an outline is closed when at most this share is. */
const LOOSE = 0.26;
/** A map is cut off by its border where taking it so lets this share less of the lines be loose. */
const CUT_OFF = 0.03;
const NEAR = 0.03;
/** Spots enclosed within a frayed line are no part of a thing: a part is deeper than this share of the larger side. */
const DEEP = 0.006;
/** Half the thickness of a line, as a share of the larger side. */
const CORE = 0.006;

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
  return right < 0 || opaque < tile.width * tile.height * OPAQUE_SHARE ? null : tile;
}

/** Whether a map shows a box: its border is drawn, or (`part` of an artboard) it has no line at all. */
export function isBox({ width, height }: Tile, part: boolean, levelAt: LevelAt): boolean {
  const drawn = (x: number, y: number, inX: number, inY: number) => {
    for (let depth = 0; depth <= BORDER_DEPTH_PX; depth++) {
      const [atX, atY] = [x + depth * inX, y + depth * inY];
      if (atX >= 0 && atY >= 0 && atX < width && atY < height && levelAt(atX, atY) > LINE) return 1;
    }
    return 0;
  };
  let border = 0;
  for (let x = 0; x < width; x++) border += drawn(x, 0, 0, 1) + drawn(x, height - 1, 0, -1);
  for (let y = 0; y < height; y++) border += drawn(0, y, 1, 0) + drawn(width - 1, y, -1, 0);
  if (border >= BOX_BORDER * 2 * (width + height)) return true;
  if (!part) return false;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (levelAt(x, y) > LINE) return false;
  return true;
}

/** Maps are looked at with at most this many pixels on their larger side: networks draw them no finer. */
const SIDE_PX = 640;

/** A map at the size it is looked at, by averages. */
export function shrunk({ width, height }: Tile, levelAt: LevelAt): { tile: Tile; levelAt: LevelAt } {
  const factor = Math.max(1, Math.max(width, height) / SIDE_PX);
  const w = Math.max(1, Math.round(width / factor));
  const h = Math.max(1, Math.round(height / factor));
  const sums = new Float32Array(w * h);
  const counts = new Uint32Array(w * h);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * h) / height) * w;
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * w) / width);
      (sums[cell] as number) += levelAt(x, y);
      (counts[cell] as number)++;
    }
  }
  const tile = { left: 0, top: 0, width: w, height: h };
  return { tile, levelAt: (x, y) => (sums[y * w + x] as number) / (counts[y * w + x] as number) };
}

/** 1 for what lines enclose and 2 for the lines themselves. What the border of the map cuts off is closed there. */
export function enclosedByEdges({ width, height }: Tile, levelAt: LevelAt): Uint8Array {
  const lines = linesOf(width, height, levelAt, LINE);
  const distance = nearestMarked((i) => lines[i] === 1, width, height)?.distance;
  if (!distance) return lines;
  const size = Math.max(width, height);
  const border = borderOf(width, height);
  const cut = cutOffBorder(border.map((i) => (distance[i] as number) <= CROSSING * size));
  const looseIn = (enclosed: Uint8Array) => looseShare(lines, enclosed, distance, width, height);
  const free = border.filter((_, n) => !cut[n]);
  const uncut = unreached(distance, width, height, 0, border);
  let enclosed = unreached(distance, width, height, 0, free);
  const isCut = looseIn(enclosed) < looseIn(uncut) - CUT_OFF;
  if (!isCut) enclosed = uncut;
  for (const gap of GAPS) {
    if (looseIn(enclosed) <= LOOSE) return withLines(enclosed, lines);
    enclosed = unreached(distance, width, height, gap * size, isCut ? free : border);
  }
  if (looseIn(enclosed) <= LOOSE) return withLines(enclosed, lines);
  const held = new Uint8Array(width * height);
  for (const [n, i] of border.entries()) held[i] = cut[n] ? 1 : 0;
  const faint = linesOf(width, height, levelAt, FAINT_LINE);
  const filled = insideOpenOutline(faint, enclosed, held, width, height);
  const outside = flooded(width, height, free, (i) => lines[i] === 0 && filled[i] === 0);
  return withLines(
    outside.map((reached) => 1 - reached),
    lines,
  );
}

function linesOf(width: number, height: number, levelAt: LevelAt, least: number): Uint8Array {
  const lines = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (levelAt(x, y) > least) lines[y * width + x] = 1;
  return lines;
}

const withLines = (enclosed: Uint8Array, lines: Uint8Array) =>
  enclosed.map((inside, i) => (inside ? 1 + (lines[i] as number) : 0));

/** Pixel numbers of the border, clockwise from the top left. */
function borderOf(width: number, height: number): number[] {
  const border: number[] = [];
  for (let x = 0; x < width; x++) border.push(x);
  for (let y = 1; y < height; y++) border.push(y * width + width - 1);
  for (let x = width - 2; x >= 0; x--) border.push((height - 1) * width + x);
  for (let y = height - 2; y > 0; y--) border.push(y * width);
  return border;
}

/** Between lines that cross it a border runs through the thing, but not on a long way from one to the next. */
function cutOffBorder(crossed: readonly boolean[]): boolean[] {
  const n = crossed.length;
  const crossings = crossed.flatMap((line, i) => (line ? [i] : []));
  const cut = crossed.map(() => false);
  for (const [k, at] of crossings.entries()) {
    const next = crossings[k + 1] ?? (crossings[0] as number) + n;
    if (next - at === 1 || next - at > LONG_WAY * n) continue;
    for (let i = at; i <= next; i++) cut[i % n] = true;
    // Lines that fade before the border leave its ends open.
    for (let i = at; crossed[(i + n) % n] && i > at - n; i--) cut[(i + n) % n] = true;
    for (let i = next; crossed[i % n] && i < next + n; i++) cut[i % n] = true;
  }
  // Lines everywhere: nothing tells what the border cuts.
  return cut.every(Boolean) ? crossed.map(() => false) : cut;
}

/** Share of the lines that enclose nothing on either side. */
function looseShare(
  lines: Uint8Array,
  enclosed: Uint8Array,
  distance: Float32Array,
  width: number,
  height: number,
): number {
  const size = Math.max(width, height);
  const isDeep = (i: number) => enclosed[i] === 1 && (distance[i] as number) > DEEP * size;
  const reach = nearestMarked(isDeep, width, height)?.distance;
  let all = 0;
  let loose = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]) continue;
    all++;
    if (!reach || (reach[i] as number) > NEAR * size) loose++;
  }
  return loose / Math.max(1, all);
}

/** What a flood from `seeds` that keeps `radius` away from lines does not come within `radius` of. */
function unreached(
  distance: Float32Array,
  width: number,
  height: number,
  radius: number,
  seeds: readonly number[],
): Uint8Array {
  const outside = flooded(width, height, seeds, (i) => (distance[i] as number) > radius);
  const reach = radius > 0 ? nearestMarked((i) => outside[i] === 1, width, height)?.distance : undefined;
  return outside.map((reached, i) => {
    if (reached) return 0;
    return reach && (reach[i] as number) <= radius && (distance[i] as number) > 0 ? 0 : 1;
  });
}

/** 1 for all that a flood over free pixels reaches. */
function flooded(
  width: number,
  height: number,
  seeds: readonly number[],
  isFree: (pixel: number) => boolean,
): Uint8Array {
  const reached = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  let waiting = 0;
  const visit = (i: number) => {
    if (reached[i] || !isFree(i)) return;
    reached[i] = 1;
    stack[waiting++] = i;
  };
  for (const seed of seeds) visit(seed);
  while (waiting > 0) {
    const i = stack[--waiting] as number;
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < (height - 1) * width) visit(i + width);
  }
  return reached;
}

/**
 * The thing ends at the middle of its outline: of 0 outside, 1 enclosed and 2 line what is inside. The core of a line stays
 * where it encloses nothing.
 */
export function toCrests(enclosed: Uint8Array, width: number, height: number): Uint8Array {
  const distanceTo = (wanted: number) => nearestMarked((i) => enclosed[i] === wanted, width, height)?.distance;
  const inner = distanceTo(1);
  const outer = distanceTo(0);
  if (!inner || !outer) return enclosed;
  const core = CORE * Math.max(width, height);
  return enclosed.map((kind, i) => {
    if (kind !== 2) return kind;
    return (inner[i] as number) <= (outer[i] as number) || (outer[i] as number) > core ? 1 : 0;
  });
}
