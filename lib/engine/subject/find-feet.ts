import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";

/** A stretch of columns whose lower end touches the ground; `right` is exclusive. */
export interface Foot {
  readonly left: number;
  readonly right: number;
  /** Row of the lowest point, exclusive. */
  readonly bottom: number;
  /** Semi-axes in pixels of the ellipse that its lower line follows; `rise` 0 for a straight line. */
  readonly halfWidth: number;
  readonly rise: number;
}

/** Lower ends higher than this share of the height above the lowest one are not on the ground. */
const HIGHEST_FOOT = 0.22;
/** The line under a foot climbs less than this many rows a column; what climbs faster is its side. */
const STEEPEST = 0.62;
/** Least width of what stands half hidden behind another thing, as a share of the whole width. */
const LEAST_BEHIND = 0.14;
const SMOOTHING_PX = 0.006;
/** Lines that bend less than this (rise over half width) count as straight. */
const STRAIGHT = 0.05;
/** Lines that bend more than this are no circle seen from above: a ball, or a card on its corner. */
const ROUNDEST = 0.6;
/** So is one whose line goes on rising beside the foot, this share of its half width away, less steeply than a side does. */
const BESIDE = 0.25;
const SIDE = 1.6;
/** Such a thing touches the ground with this share of its lower line. */
const TIP = 0.2;

/**
 * Where a cut-out stands: stretches of its lower outline that are lower than what is beside them. One for a bottle or a
 * can, four for a chair.
 */
export function findFeet(
  pixels: PixelBuffer,
  box: { left: number; top: number; right: number; bottom: number },
  /** Alpha above this counts. */
  covered: number,
): Foot[] {
  const lower = lowerOutline(pixels, box, covered);
  const highest = (box.bottom - box.top) * HIGHEST_FOOT;
  const reach = Math.max(1, Math.round((box.right - box.left) * SMOOTHING_PX * 2));
  const climb = (x: number) => {
    const a = lower[Math.max(0, x - reach)] as number;
    const b = lower[Math.min(lower.length - 1, x + reach)] as number;
    return a < 0 || b < 0 ? 9 : Math.abs(b - a) / (2 * reach);
  };
  const feet: Foot[] = [];
  for (let x = 0; x < lower.length; ) {
    if (!isFlat(lower, climb, x)) {
      x++;
      continue;
    }
    let end = x + 1;
    while (end < lower.length && isFlat(lower, climb, end)) end++;
    const foot = footBetween(lower, x, end, reach, box);
    if (foot && box.bottom - foot.bottom <= highest) feet.push(foot);
    x = end;
  }
  return feet;
}

/** Per column of the box: rows from its lowest covered pixel up to the box's lower edge; -1 for an empty column. */
function lowerOutline(
  { width, data }: PixelBuffer,
  box: { left: number; top: number; right: number; bottom: number },
  covered: number,
) {
  const lower = new Int32Array(box.right - box.left).fill(-1);
  for (let x = box.left; x < box.right; x++) {
    for (let y = box.bottom - 1; y >= box.top; y--) {
      if ((data[(y * width + x) * 4 + 3] as number) <= covered) continue;
      lower[x - box.left] = box.bottom - 1 - y;
      break;
    }
  }
  return lower;
}

function isFlat(lower: Int32Array, climb: (x: number) => number, x: number): boolean {
  return (lower[x] as number) >= 0 && climb(x) < STEEPEST;
}

function footBetween(
  lower: Int32Array,
  from: number,
  to: number,
  reach: number,
  box: { left: number; bottom: number },
): Foot | null {
  let lowest = Number.POSITIVE_INFINITY;
  for (let x = from; x < to; x++) lowest = Math.min(lowest, lower[x] as number);
  const outside = (x: number) => {
    const height = lower[x];
    return height === undefined || height < 0 || height > lowest;
  };
  const steps = Number(!outside(from - reach - 1)) + Number(!outside(to + reach));
  const left = Math.max(0, from - (from > 0 ? 1 : 0));
  const right = Math.min(lower.length, to + 1);
  const halfWidth = (right - left) / 2;
  const bend = bendOf(lower, left, right, lowest);
  // What ends in a step down hangs between feet, but for a wide and round one: a jar half hidden behind another.
  if (steps === 2 || (steps === 1 && (right - left < lower.length * LEAST_BEHIND || bend < STRAIGHT))) return null;
  const beside = Math.round(halfWidth * BESIDE);
  const goesOn = (end: number, x: number) => {
    const rise = (lower[x] ?? -1) - (lower[end] as number);
    return (lower[x] ?? -1) >= 0 && rise > 0 && rise < SIDE * Math.abs(x - end);
  };
  if (bend > ROUNDEST || (bend >= STRAIGHT && goesOn(from, from - beside) && goesOn(to - 1, to - 1 + beside)))
    return tipOf(lower, from, to, lowest, box);
  return {
    left: box.left + left,
    right: box.left + right,
    bottom: box.bottom - lowest,
    halfWidth,
    rise: bend < STRAIGHT ? 0 : bend * halfWidth,
  };
}

function tipOf(
  lower: Int32Array,
  from: number,
  to: number,
  lowest: number,
  box: { left: number; bottom: number },
): Foot {
  let first = from;
  while ((lower[first] as number) > lowest) first++;
  let last = to - 1;
  while ((lower[last] as number) > lowest) last--;
  const middle = (first + last + 1) / 2;
  const halfWidth = Math.max((last + 1 - first) / 2, ((to - from) / 2) * TIP);
  return {
    left: box.left + Math.floor(middle - halfWidth),
    right: box.left + Math.ceil(middle + halfWidth),
    bottom: box.bottom - lowest,
    halfWidth,
    rise: 0,
  };
}

/** Rise over half width of the ellipse that fits the inner two thirds of the line best. */
function bendOf(lower: Int32Array, left: number, right: number, lowest: number): number {
  const middle = (left + right - 1) / 2;
  const half = (right - left) / 2;
  let sumKx = 0;
  let sumKk = 0;
  let offset = 0;
  let count = 0;
  for (let x = Math.ceil(middle - half * 0.66); x <= middle + half * 0.66; x++) {
    const height = lower[x];
    if (height === undefined || height < 0) continue;
    // An ellipse's lower line: rise * (1 - sqrt(1 - t²)).
    const t = (x - middle) / half;
    const k = 1 - Math.sqrt(Math.max(0, 1 - t * t));
    sumKx += k * (height - lowest);
    sumKk += k * k;
    offset += height - lowest;
    count++;
  }
  if (count < 5 || sumKk === 0 || offset === 0) return 0;
  return sumKx / sumKk / half;
}
