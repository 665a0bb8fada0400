import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { LINEAR_OF_BYTE } from "../math/color.ts";
import type { Vec3 } from "../math/vector.ts";
import { type Foot, findFeet } from "./find-feet.ts";

/** What the picture needs to know of the cut-out. Pixel coordinates; `bottom` and `right` are exclusive. */
export interface SubjectFacts {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** False when no pixel is visible: the box is then a stand-in in the middle of the artboard. */
  readonly visible: boolean;
  /** Row of the ground under it: `bottom` for what stands, lower for what floats high in the picture. */
  readonly ground: number;
  /** It comes from an edge of the picture and needs nothing to stand on. */
  readonly hanging: boolean;
  /** Per row of the box: first and last covered column, or -1. */
  readonly rowLeft: Int32Array;
  readonly rowRight: Int32Array;
  /** Mean coverage of each row between them, 0 to 1: below 1 for glass. */
  readonly rowAlpha: Float32Array;
  /** Linear light, alpha above 200. */
  readonly meanColor: Vec3;
  /** -1 (lit from the left) to 1 (lit from the right). */
  readonly lightSide: number;
  /** Where it stands; empty when nothing is visible. */
  readonly feet: readonly Foot[];
}

/** Alpha that counts as the thing itself; less is its soft edge or its shadow. */
const SOLID = 127;
/** Glass is mostly less than solid: where so little of what shows is solid, this is enough. */
const GLASSY = 0.25;
const THIN = 40;
/** What ends higher than this share of the picture's height floats; the ground is then here. */
const FLOATS = 0.58;
const GROUND = 0.84;
/** What comes from above in a stretch narrower than this share of its width hangs. */
const CORD = 0.4;

export function analyseSubject(subject: PixelBuffer): SubjectFacts {
  const { width, height, data } = subject;
  const covered = coveredFrom(data);
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4 + 3] as number) <= covered) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  if (right === 0) return standIn(width, height);
  const rowLeft = new Int32Array(bottom - top).fill(-1);
  const rowRight = new Int32Array(bottom - top).fill(-1);
  const sum = [0, 0, 0] as [number, number, number];
  let count = 0;
  const side = { tilt: 0, light: 0 };
  const rowAlpha = new Float32Array(bottom - top);
  for (let y = top; y < bottom; y++) {
    const halves: [Half, Half] = [
      { light: 0, count: 0 },
      { light: 0, count: 0 },
    ];
    for (let x = left; x < right; x++) {
      const alpha = data[(y * width + x) * 4 + 3] as number;
      if (alpha <= covered) continue;
      if (rowLeft[y - top] === -1) rowLeft[y - top] = x;
      rowRight[y - top] = x;
    }
    const from = rowLeft[y - top] as number;
    const to = (rowRight[y - top] as number) + 1;
    let opacity = 0;
    for (let x = from; from >= 0 && x < to; x++) {
      const o = (y * width + x) * 4;
      const alpha = data[o + 3] as number;
      opacity += alpha / 255;
      if (alpha <= 200) continue;
      const r = LINEAR_OF_BYTE[data[o] as number] as number;
      const g = LINEAR_OF_BYTE[data[o + 1] as number] as number;
      const b = LINEAR_OF_BYTE[data[o + 2] as number] as number;
      sum[0] += r;
      sum[1] += g;
      sum[2] += b;
      count++;
      const half = halves[2 * x + 1 < from + to ? 0 : 1];
      half.light += r + g + b;
      half.count++;
    }
    rowAlpha[y - top] = opacity / Math.max(1, to - from);
    addRow(side, halves);
  }
  const hanging = comesFromEdge(
    { left, top, right, bottom },
    width,
    height,
    (rowRight[0] as number) - (rowLeft[0] as number),
  );
  return {
    left,
    top,
    right,
    bottom,
    visible: true,
    rowLeft,
    rowRight,
    ground: hanging || bottom < FLOATS * height ? Math.round(GROUND * height) : bottom,
    hanging,
    rowAlpha,
    meanColor: count > 0 ? [sum[0] / count, sum[1] / count, sum[2] / count] : [0.5, 0.5, 0.5],
    lightSide: side.light > 0 ? side.tilt / side.light : 0,
    feet: hanging ? [] : findFeet(subject, { left, top, right, bottom }, covered),
  };
}

function coveredFrom(data: Uint8Array): number {
  let seen = 0;
  let solid = 0;
  for (let o = 3; o < data.length; o += 4) {
    if ((data[o] as number) > THIN) seen++;
    if ((data[o] as number) > SOLID) solid++;
  }
  return solid < GLASSY * seen ? THIN : SOLID;
}

function comesFromEdge(
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
  width: number,
  height: number,
  firstRow: number,
): boolean {
  if (bottom >= FLOATS * height) return false;
  return left === 0 || right === width || (top === 0 && firstRow < CORD * (right - left));
}

interface Half {
  light: number;
  count: number;
}

/** Compares a row's halves as means: where there is more of the thing says nothing about the light. */
function addRow(side: { tilt: number; light: number }, [left, right]: readonly [Half, Half]): void {
  if (left.count === 0 || right.count === 0) return;
  const weight = Math.min(left.count, right.count);
  side.tilt += weight * (right.light / right.count - left.light / left.count);
  side.light += weight * (right.light / right.count + left.light / left.count);
}

function standIn(width: number, height: number): SubjectFacts {
  const left = Math.floor(width * 0.38);
  const right = Math.max(left + 1, Math.ceil(width * 0.62));
  const top = Math.floor(height * 0.4);
  const bottom = Math.max(top + 1, Math.ceil(height * 0.8));
  return {
    left,
    top,
    right,
    bottom,
    visible: false,
    rowLeft: new Int32Array(bottom - top).fill(-1),
    rowRight: new Int32Array(bottom - top).fill(-1),
    ground: bottom,
    hanging: false,
    rowAlpha: new Float32Array(bottom - top),
    meanColor: [0.5, 0.5, 0.5],
    lightSide: 0,
    feet: [],
  };
}
