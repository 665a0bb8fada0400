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
  /** Per row of the box: first and last covered column, or -1. */
  readonly rowLeft: Int32Array;
  readonly rowRight: Int32Array;
  /** Linear light, alpha above 200. */
  readonly meanColor: Vec3;
  /** -1 (lit from the left) to 1 (lit from the right). */
  readonly lightSide: number;
  /** Where it stands; empty when nothing is visible. */
  readonly feet: readonly Foot[];
}

const COVERED = 127;

export function analyseSubject(subject: PixelBuffer): SubjectFacts {
  const { width, height, data } = subject;
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4 + 3] as number) <= COVERED) continue;
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
  let tilt = 0;
  const middle = (left + right) / 2;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const o = (y * width + x) * 4;
      const alpha = data[o + 3] as number;
      if (alpha > COVERED) {
        if (rowLeft[y - top] === -1) rowLeft[y - top] = x;
        rowRight[y - top] = x;
      }
      if (alpha <= 200) continue;
      const r = LINEAR_OF_BYTE[data[o] as number] as number;
      const g = LINEAR_OF_BYTE[data[o + 1] as number] as number;
      const b = LINEAR_OF_BYTE[data[o + 2] as number] as number;
      sum[0] += r;
      sum[1] += g;
      sum[2] += b;
      tilt += (r + g + b) * Math.sign(x - middle);
      count++;
    }
  }
  const total = sum[0] + sum[1] + sum[2];
  return {
    left,
    top,
    right,
    bottom,
    visible: true,
    rowLeft,
    rowRight,
    meanColor: count > 0 ? [sum[0] / count, sum[1] / count, sum[2] / count] : [0.5, 0.5, 0.5],
    lightSide: total > 0 ? tilt / total : 0,
    feet: findFeet(subject, { left, top, right, bottom }),
  };
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
    meanColor: [0.5, 0.5, 0.5],
    lightSide: 0,
    feet: [],
  };
}
