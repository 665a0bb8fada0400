import { nearestMarked } from "../math/nearest-marked.ts";
import type { EdgeLayer } from "./edge-layer.ts";

/** What the edges divide a layer into. */
export interface Regions {
  /** 1 to `count` inside the silhouette, 0 outside. */
  readonly labels: Int32Array;
  readonly count: number;
}

/** Coverage below this is outside. */
export const INSIDE_ALPHA = 0.2;
const SMALLEST_SEED = 14;
/**
 * Seeds, from certain to faint: pixels whose edge is at most `level` and that lie `clearance` px (of a 512 px layer)
 * from stronger ones. The clearance closes gaps in lines: a region leaks only through gaps wider than twice as much.
 */
const SEEDS = [
  { level: 0.16, clearance: 6 },
  { level: 0.16, clearance: 3.5 },
  { level: 0.16, clearance: 1.5 },
  { level: 0.26, clearance: 0 },
  { level: 0.4, clearance: 0 },
  { level: 0.55, clearance: 0 },
] as const;

/** Regions seeded up to this level are never dissolved. */
const CERTAIN_LEVEL = 0.16;
const RIM_EXPOSED = { from: 0.15, to: 0.66 } as const;

/** Seeds at several levels, then a flood in order of edge strength, so that regions meet on the lines. */
export function findRegions(layer: EdgeLayer): Regions {
  const { width, height, edge, alpha } = layer;
  const inside = new Uint8Array(width * height);
  for (let i = 0; i < inside.length; i++) inside[i] = (alpha.data[i] as number) > INSIDE_ALPHA ? 1 : 0;
  const labels = new Int32Array(width * height);
  let count = 0;
  let certain = 0;
  const unit = Math.max(width, height) / 512;
  for (const { level, clearance } of SEEDS) {
    const free = new Uint8Array(width * height);
    for (let i = 0; i < free.length; i++) free[i] = inside[i] && (edge.data[i] as number) <= level ? 1 : 0;
    const open = clearance > 0 ? eroded(free, inside, width, height, Math.max(1, clearance * unit)) : free;
    count = seed(open, labels, width, height, count);
    if (level <= CERTAIN_LEVEL) certain = count;
  }
  if (count === 0) {
    for (let i = 0; i < labels.length; i++) labels[i] = inside[i] as number;
    return { labels, count: 1 };
  }
  flood(labels, edge.data, inside, width, height);
  if (dissolveRims(labels, width, height, certain, count)) flood(labels, edge.data, inside, width, height);
  adoptIslands(labels, inside, width, height);
  return { labels, count };
}

/** Specks apart from everything belong to the nearest part. */
function adoptIslands(labels: Int32Array, inside: Uint8Array, width: number, height: number): void {
  if (!labels.some((label, i) => label === 0 && inside[i])) return;
  const nearest = nearestMarked((i) => (labels[i] as number) > 0, width, height)?.nearest;
  if (!nearest) return;
  const before = labels.slice();
  for (let i = 0; i < labels.length; i++)
    if (before[i] === 0 && inside[i]) labels[i] = before[nearest[i] as number] as number;
}

/**
 * A soft line at the outline fades on its outer side, and that strip is no part of the thing: faint regions that border on
 * the outside along one side only lose their label. Those that do so all around (stems) and inside (stamens) keep it.
 */
function dissolveRims(labels: Int32Array, width: number, height: number, certain: number, count: number): boolean {
  const outline = new Int32Array(count + 1);
  const exposed = new Int32Array(count + 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = labels[i] as number;
      if (label <= certain) continue;
      const left = x > 0 ? (labels[i - 1] as number) : 0;
      const right = x < width - 1 ? (labels[i + 1] as number) : 0;
      const above = y > 0 ? (labels[i - width] as number) : 0;
      const below = y < height - 1 ? (labels[i + width] as number) : 0;
      if (left !== label || right !== label || above !== label || below !== label) (outline[label] as number) += 1;
      if (left === 0 || right === 0 || above === 0 || below === 0) (exposed[label] as number) += 1;
    }
  }
  const share = (label: number) => (exposed[label] as number) / Math.max(1, outline[label] as number);
  let changed = false;
  // With nothing certain beside them the strips are all there is.
  if (certain === 0) return false;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label <= certain || share(label) < RIM_EXPOSED.from || share(label) > RIM_EXPOSED.to) continue;
    labels[i] = 0;
    changed = true;
  }
  return changed;
}

/** Pixels of `mask` at least `radius` (chamfer 3-4 distance) from inside pixels that are not in it. */
function eroded(mask: Uint8Array, inside: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const distance = new Float32Array(width * height);
  for (let i = 0; i < distance.length; i++) distance[i] = inside[i] && !mask[i] ? 0 : 1e6;
  const relax = (i: number, x: number, y: number, dx: number, dy: number, cost: number) => {
    const tx = x + dx;
    const ty = y + dy;
    if (tx < 0 || ty < 0 || tx >= width || ty >= height) return;
    const through = (distance[ty * width + tx] as number) + cost;
    if (through < (distance[i] as number)) distance[i] = through;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      relax(i, x, y, -1, 0, 1);
      relax(i, x, y, 0, -1, 1);
      relax(i, x, y, -1, -1, 4 / 3);
      relax(i, x, y, 1, -1, 4 / 3);
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      const i = y * width + x;
      relax(i, x, y, 1, 0, 1);
      relax(i, x, y, 0, 1, 1);
      relax(i, x, y, 1, 1, 4 / 3);
      relax(i, x, y, -1, 1, 4 / 3);
    }
  }
  const out = new Uint8Array(width * height);
  for (let i = 0; i < out.length; i++) out[i] = mask[i] && (distance[i] as number) > radius ? 1 : 0;
  return out;
}

/** Labels each connected component that is large enough and holds no label yet. */
function seed(open: Uint8Array, labels: Int32Array, width: number, height: number, from: number): number {
  const seen = new Uint8Array(open.length);
  const component = new Int32Array(open.length);
  let count = from;
  for (let start = 0; start < open.length; start++) {
    if (!open[start] || seen[start]) continue;
    let size = 1;
    component[0] = start;
    seen[start] = 1;
    let taken = false;
    for (let n = 0; n < size; n++) {
      const i = component[n] as number;
      if ((labels[i] as number) > 0) taken = true;
      const x = i % width;
      const y = (i - x) / width;
      for (const next of [
        x > 0 ? i - 1 : -1,
        x < width - 1 ? i + 1 : -1,
        y > 0 ? i - width : -1,
        y < height - 1 ? i + width : -1,
      ]) {
        if (next < 0 || !open[next] || seen[next]) continue;
        seen[next] = 1;
        component[size++] = next;
      }
    }
    if (taken || size < SMALLEST_SEED) continue;
    count++;
    for (const i of component.subarray(0, size)) labels[i] = count;
  }
  return count;
}

const LEVELS = 128;

/** Meyer's flood: labels grow over unlabelled pixels, weakest edges first. */
function flood(labels: Int32Array, edge: Float32Array, inside: Uint8Array, width: number, height: number): void {
  // A queue of pixels for each level, linked by pixel number: each pixel waits once at most.
  const first = new Int32Array(LEVELS).fill(-1);
  const last = new Int32Array(LEVELS).fill(-1);
  const after = new Int32Array(labels.length).fill(-1);
  const append = (i: number, at: number) => {
    const end = last[at] as number;
    if (end < 0) first[at] = i;
    else after[end] = i;
    last[at] = i;
  };
  const level = (i: number) => Math.min(LEVELS - 1, Math.max(0, ((edge[i] as number) * LEVELS) | 0));
  const spread = (i: number, current: number) => {
    const x = i % width;
    const y = (i - x) / width;
    for (const next of [
      x > 0 ? i - 1 : -1,
      x < width - 1 ? i + 1 : -1,
      y > 0 ? i - width : -1,
      y < height - 1 ? i + width : -1,
    ]) {
      if (next < 0 || !inside[next] || labels[next] !== 0) continue;
      labels[next] = labels[i] as number;
      append(next, Math.max(current, level(next)));
    }
  };
  const seeds = labels.slice();
  for (let i = 0; i < seeds.length; i++) if ((seeds[i] as number) > 0) spread(i, 0);
  for (let at = 0; at < LEVELS; at++) for (let i = first[at] as number; i >= 0; i = after[i] as number) spread(i, at);
}
