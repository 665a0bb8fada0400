import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { blurred } from "../math/blur.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, floatImage, resized, sampleBilinear } from "../math/float-image.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { smoothstep } from "../math/scalar.ts";
import { enclosedByEdges, isBox, type LevelAt, opaqueTile, shrunk, type Tile, toCrests } from "./enclosed.ts";
import { withOpenings } from "./openings.ts";
import { edgesOfPhotograph, isPhotograph } from "./photo-edges.ts";

/** What an element covers, and its lines at working size; a tenth of the memory that painting takes. */
export interface ElementOutline {
  /** Place in the picture, in pixels. */
  readonly left: number;
  readonly top: number;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  /** Coverage at picture resolution, 0 to 255, `pictureWidth * pictureHeight`. */
  readonly pictureAlpha: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Picture pixels per working pixel. */
  readonly scale: number;
  /** Edge strength and coverage at working size, 0 to 255. */
  readonly levels: Uint8Array;
  readonly coverage: Uint8Array;
}

/** An element cut to what it covers, at working size. `edge` and `alpha` are one-channel, 0 to 1. */
export interface EdgeLayer extends ElementOutline {
  readonly edge: FloatImage;
  readonly alpha: FloatImage;
  /** Edges between parts: `edge` without the line along the outline, which is where the thing ends and no furrow. */
  readonly crease: FloatImage;
}

const MARGIN = 8;
/** An outline is at most this thick, as a share of the larger side. */
const MOST_OUTLINE_SHARE = 0.035;
const LINE = 0.28;
/** Softness of an outline found in a map without transparency, in pixels of the map. */
const MASK_SOFTNESS_PX = 0.8;

/** Null for a layer that shows nothing. `input` has the picture's size. `openings`: see `hasOpenings`. */
export function outlineOf(input: PixelBuffer, workingSidePx: number, openings = false): ElementOutline | null {
  const pixels = isPhotograph(input) ? edgesOfPhotograph(input) : input;
  const { width, height, data } = pixels;
  const alphaAt = silhouette(pixels, openings);
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (alphaAt(y * width + x) <= 0.02) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (right < 0) return null;
  left = Math.max(0, left - MARGIN);
  top = Math.max(0, top - MARGIN);
  const pictureWidth = Math.min(width, right + 1 + MARGIN) - left;
  const pictureHeight = Math.min(height, bottom + 1 + MARGIN) - top;
  const pictureAlpha = new Uint8Array(pictureWidth * pictureHeight);
  let light = 0;
  let covered = 0;
  const sourceOf = (i: number) => (Math.floor(i / pictureWidth) + top) * width + (i % pictureWidth) + left;
  const levelOf = (source: number) =>
    luminance(data[source * 4] as number, data[source * 4 + 1] as number, data[source * 4 + 2] as number) / 255;
  for (let i = 0; i < pictureAlpha.length; i++) {
    const source = sourceOf(i);
    const alpha = alphaAt(source);
    pictureAlpha[i] = Math.round(alpha * 255);
    light += levelOf(source) * alpha;
    covered += alpha;
  }
  const scale = Math.max(1, Math.max(pictureWidth, pictureHeight) / workingSidePx);
  const w = Math.max(1, Math.round(pictureWidth / scale));
  const h = Math.max(1, Math.round(pictureHeight / scale));
  // A plane of floats of the picture's size would be most of an element's memory: it is halved while it is read.
  const half = pictureWidth >= 2 * w && pictureHeight >= 2 * h ? 2 : 1;
  const sized = (valueAt: (i: number) => number) => {
    const plane = floatImage(Math.floor(pictureWidth / half), Math.floor(pictureHeight / half), 1);
    for (let i = 0; i < plane.data.length; i++) {
      const at = half * (Math.floor(i / plane.width) * pictureWidth + (i % plane.width));
      plane.data[i] =
        half === 1
          ? valueAt(at)
          : (valueAt(at) + valueAt(at + 1) + valueAt(at + pictureWidth) + valueAt(at + pictureWidth + 1)) / 4;
    }
    const { data: values } = scale === 1 ? plane : resized(plane, w, h);
    const bytes = new Uint8Array(values.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.round((values[i] as number) * 255);
    return bytes;
  };
  // Dark lines on a light ground mean the same as light lines on a dark one.
  const isDark = light > 0.6 * covered;
  const levels = sized((i) => (isDark ? 1 - levelOf(sourceOf(i)) : levelOf(sourceOf(i))));
  const coverage = sized((i) => (pictureAlpha[i] as number) / 255);
  return {
    left,
    top,
    pictureWidth,
    pictureHeight,
    pictureAlpha,
    width: w,
    height: h,
    scale,
    levels,
    coverage,
  };
}

export function expanded(outline: ElementOutline): EdgeLayer {
  const { width, height, levels, coverage } = outline;
  const plane = (bytes: Uint8Array) =>
    floatImage(
      width,
      height,
      1,
      new Float32Array(bytes).map((byte) => byte / 255),
    );
  const edge = plane(levels);
  const alpha = plane(coverage);
  return { ...outline, edge, alpha, crease: withoutOutline(edge, alpha) };
}

/** Both at once. */
export function edgeLayer(input: PixelBuffer, workingSidePx: number, openings = false): EdgeLayer | null {
  const outline = outlineOf(input, workingSidePx, openings);
  return outline && expanded(outline);
}

/** Without the line along the silhouette, as thick as it mostly is. */
function withoutOutline(edge: FloatImage, alpha: FloatImage): FloatImage {
  const { width, height } = edge;
  const field = nearestMarked((i) => (alpha.data[i] as number) < 0.5, width, height);
  const crease = floatImage(width, height, 1, edge.data.slice());
  if (!field) return crease;
  const thickness = outlineThickness(edge, field.distance);
  for (let i = 0; i < crease.data.length; i++)
    (crease.data[i] as number) *= smoothstep(0.75, 1.25, (field.distance[i] as number) / thickness);
  return crease;
}

/** The depth at which fewer than two in five pixels belong to a line. */
function outlineThickness(edge: FloatImage, distance: Float32Array): number {
  const deepest = Math.ceil(MOST_OUTLINE_SHARE * Math.max(edge.width, edge.height));
  const pixels = new Uint32Array(deepest + 1);
  const lines = new Uint32Array(deepest + 1);
  for (let i = 0; i < distance.length; i++) {
    const depth = Math.round(distance[i] as number);
    if (depth === 0 || depth > deepest) continue;
    (pixels[depth] as number)++;
    if ((edge.data[i] as number) > LINE) (lines[depth] as number)++;
  }
  let thickness = 2;
  for (let depth = 1; depth <= deepest; depth++)
    if ((lines[depth] as number) > 0.4 * (pixels[depth] as number)) thickness = depth + 1;
  return thickness;
}

/** Coverage by pixel number, 0 to 1. A function: a copy of a large picture's alpha would cost more than all the rest. */
function silhouette({ width, height, data }: PixelBuffer, openings: boolean): (pixel: number) => number {
  const tile = opaqueTile(width, height, data);
  if (!tile) return (pixel) => (data[pixel * 4 + 3] as number) / 255;
  const { left, top } = tile;
  const bright = (x: number, y: number) => data[((y + top) * width + x + left) * 4] as number;
  const small = shrunk(tile, bright);
  const levelAt: LevelAt = darkOnLight(small.tile, small.levelAt) ? (x, y) => 255 - small.levelAt(x, y) : small.levelAt;
  const whole = tile.width === width && tile.height === height;
  if (isBox(small.tile, !whole, levelAt)) return (pixel) => ((data[pixel * 4 + 3] as number) > 0 ? 1 : 0);
  const { width: w, height: h } = small.tile;
  const filled = enclosedByEdges(small.tile, levelAt);
  const enclosed = toCrests(openings ? withOpenings(filled, w, h) : filled, w, h);
  const soft = blurred(
    floatImage(
      w,
      h,
      1,
      new Float32Array(enclosed).map((kind) => (kind > 0 ? 1 : 0)),
    ),
    MASK_SOFTNESS_PX,
  );
  return (pixel) => {
    const x = (pixel % width) - left + 0.5;
    const y = Math.floor(pixel / width) - top + 0.5;
    if (x < 0 || y < 0 || x > tile.width || y > tile.height) return 0;
    return smoothstep(0.2, 0.8, sampleBilinear(soft, (x * w) / tile.width - 0.5, (y * h) / tile.height - 0.5, 0));
  };
}

function darkOnLight({ width, height }: Tile, levelAt: LevelAt): boolean {
  let light = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) light += levelAt(x, y);
  return light > 0.6 * 255 * width * height;
}
