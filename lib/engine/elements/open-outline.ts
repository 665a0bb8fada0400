import { floatImage, sampleBilinear } from "../math/float-image.ts";

/** Lines are looked at on a grid whose larger side has this many cells. */
const GRID = 200;
/** Steps of the directions that lines are looked for in, a quarter turn of them. */
const QUARTER = [
  [1, 0],
  [3, 1],
  [2, 1],
  [3, 2],
  [1, 1],
  [2, 3],
  [1, 2],
  [1, 3],
] as const;
/** A point that sees lines in this share of all directions is as likely inside as outside. */
const EVEN = 0.74;
const SPREAD = 0.16;
/** What a point sees for itself against what its neighbours think: they agree over about `1 / sqrt(OWN)` cells. */
const OWN = 1 / 90;
/** How much neighbours on two sides of a line share. */
const ACROSS = 0.02;
const SWEEPS = 260;
const OVER_RELAXATION = 1.8;

/**
 * 1 for what a line drawing with wide gaps in its outline shows. Who sees lines all around is likely inside; neighbours think
 * alike unless a line parts them (a random walker, Grady 2006); so gaps are bridged on the shortest smooth way.
 * `certain`: surely inside; `held`: the map's border there runs through the thing.
 */
export function insideOpenOutline(
  lines: Uint8Array,
  certain: Uint8Array,
  held: Uint8Array,
  width: number,
  height: number,
): Uint8Array {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / GRID));
  // A ring of free cells around the map.
  const w = Math.ceil(width / step) + 2;
  const h = Math.ceil(height / step) + 2;
  const wall = new Uint8Array(w * h);
  const sure = new Uint8Array(w * h);
  const edge = new Uint8Array(w * h);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const cell = (Math.floor(y / step) + 1) * w + Math.floor(x / step) + 1;
      if (lines[i]) wall[cell] = 1;
      else if (certain[i]) sure[cell] = 1;
      if (!held[i]) continue;
      // The free ring beyond it as well.
      for (const near of [cell, cell - 1, cell + 1, cell - w, cell + w])
        if (near === cell || onRing(near, w, h)) edge[near] = 1;
    }
  }
  const belief = new Float32Array(w * h);
  const seen = sightings(wall, edge, w, h);
  for (let i = 0; i < belief.length; i++) {
    const own = ((seen[i] as number) - EVEN) / SPREAD;
    belief[i] = sure[i] || edge[i] ? 1 : Math.min(1, Math.max(0, 0.5 + 0.5 * own));
  }
  const agreement = floatImage(w, h, 1, agreed(belief, wall, w, h));
  return lines.map((_, i) => {
    const x = i % width;
    const y = (i - x) / width;
    return sampleBilinear(agreement, (x + 0.5) / step + 0.5, (y + 0.5) / step + 0.5, 0) > 0.5 ? 1 : 0;
  });
}

function onRing(cell: number, w: number, h: number): boolean {
  const x = cell % w;
  return x === 0 || x === w - 1 || cell < w || cell >= (h - 1) * w;
}

/** Share of directions in which a cell sees a wall before it sees out of the grid. */
function sightings(wall: Uint8Array, edge: Uint8Array, w: number, h: number): Float32Array {
  const seen = new Float32Array(w * h);
  const stops = new Uint8Array(w * h);
  const directions = QUARTER.flatMap(([x, y]) => [
    [x, y],
    [-y, x],
    [-x, -y],
    [y, -x],
  ]) as [number, number][];
  for (const [dx, dy] of directions) {
    // Each cell looks towards (dx, dy), at what the cell there saw; rows and columns in an order that has that cell first.
    for (let n = 0; n < h; n++) {
      const y = dy > 0 ? h - 1 - n : n;
      for (let m = 0; m < w; m++) {
        const x = dx > 0 ? w - 1 - m : m;
        const i = y * w + x;
        const tx = x + dx;
        const ty = y + dy;
        const there = tx < 0 || ty < 0 || tx >= w || ty >= h ? 0 : (stops[ty * w + tx] as number);
        stops[i] = wall[i] || edge[i] || there || passes(wall, w, h, x, y, dx, dy) ? 1 : 0;
        (seen[i] as number) += (stops[i] as number) / directions.length;
      }
    }
  }
  return seen;
}

/** Whether a step passes over a wall between its ends. */
function passes(wall: Uint8Array, w: number, h: number, x: number, y: number, dx: number, dy: number): boolean {
  const steps = Math.max(Math.abs(dx), Math.abs(dy));
  for (let k = 1; k < steps; k++) {
    const px = x + Math.round((dx * k) / steps);
    const py = y + Math.round((dy * k) / steps);
    if (px >= 0 && py >= 0 && px < w && py < h && wall[py * w + px]) return true;
  }
  return false;
}

/** What neighbours agree on; walls hardly let them talk. */
function agreed(belief: Float32Array, wall: Uint8Array, w: number, h: number): Float32Array {
  const value = belief.slice();
  const share = (a: number, b: number) => (wall[a] || wall[b] ? ACROSS : 1);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let y = 1; y < h - 1; y++) {
      for (let x = 1; x < w - 1; x++) {
        const i = y * w + x;
        const left = share(i, i - 1);
        const right = share(i, i + 1);
        const above = share(i, i - w);
        const below = share(i, i + w);
        const around =
          left * (value[i - 1] as number) +
          right * (value[i + 1] as number) +
          above * (value[i - w] as number) +
          below * (value[i + w] as number);
        const own = wall[i] ? 0 : OWN;
        const next = (around + own * (belief[i] as number)) / (left + right + above + below + own);
        (value[i] as number) += OVER_RELAXATION * (next - (value[i] as number));
      }
    }
  }
  return value;
}
