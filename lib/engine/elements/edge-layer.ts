import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, floatImage, resized } from "../math/float-image.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { smoothstep } from "../math/scalar.ts";
import { edgesOfPhotograph, isPhotograph } from "./photo-edges.ts";

/** An element cut to what it covers, at working size. `edge` and `alpha` are one-channel, 0 to 1. */
export interface EdgeLayer {
  /** Place in the picture, in pixels. */
  readonly left: number;
  readonly top: number;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  /** Coverage at picture resolution, `pictureWidth * pictureHeight`. */
  readonly pictureAlpha: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Picture pixels per working pixel. */
  readonly scale: number;
  readonly edge: FloatImage;
  readonly alpha: FloatImage;
  /** Edges between parts: `edge` without the line along the outline, which is where the thing ends and no furrow. */
  readonly crease: FloatImage;
}

const MARGIN = 8;
/** As far from the silhouette a line along it may lie, as a share of the larger side. */
const OUTLINE_SHARE = 0.014;
/** A map without transparency: what its edges enclose is the thing. */
const OPAQUE_SHARE = 0.985;

/** Null for a layer that shows nothing. `pixels` has the picture's size. */
export function edgeLayer(input: PixelBuffer, workingSidePx: number): EdgeLayer | null {
  const pixels = isPhotograph(input) ? edgesOfPhotograph(input) : input;
  const { width, height, data } = pixels;
  const alphaAt = silhouette(pixels);
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
  const pictureAlpha = new Float32Array(pictureWidth * pictureHeight);
  const edge = floatImage(pictureWidth, pictureHeight, 1);
  let light = 0;
  let covered = 0;
  for (let y = 0; y < pictureHeight; y++) {
    for (let x = 0; x < pictureWidth; x++) {
      const source = (y + top) * width + x + left;
      const i = y * pictureWidth + x;
      pictureAlpha[i] = alphaAt(source);
      const o = source * 4;
      edge.data[i] = luminance(data[o] as number, data[o + 1] as number, data[o + 2] as number) / 255;
      light += (edge.data[i] as number) * (pictureAlpha[i] as number);
      covered += pictureAlpha[i] as number;
    }
  }
  // Dark lines on a light ground mean the same as light lines on a dark one.
  if (light > 0.6 * covered) for (let i = 0; i < edge.data.length; i++) edge.data[i] = 1 - (edge.data[i] as number);
  const scale = Math.max(1, Math.max(pictureWidth, pictureHeight) / workingSidePx);
  const w = Math.max(1, Math.round(pictureWidth / scale));
  const h = Math.max(1, Math.round(pictureHeight / scale));
  const full = floatImage(pictureWidth, pictureHeight, 1, pictureAlpha);
  const sizedEdge = scale === 1 ? edge : resized(edge, w, h);
  const sizedAlpha = scale === 1 ? full : resized(full, w, h);
  return {
    left,
    top,
    pictureWidth,
    pictureHeight,
    pictureAlpha,
    width: w,
    height: h,
    scale,
    edge: sizedEdge,
    alpha: sizedAlpha,
    crease: withoutOutline(sizedEdge, sizedAlpha, OUTLINE_SHARE * Math.max(w, h)),
  };
}

/** Edges fade towards the silhouette within `reach` pixels. */
function withoutOutline(edge: FloatImage, alpha: FloatImage, reach: number): FloatImage {
  const { width, height } = edge;
  const field = nearestMarked(
    Uint8Array.from(alpha.data, (coverage) => (coverage < 0.5 ? 1 : 0)),
    width,
    height,
  );
  const crease = floatImage(width, height, 1, edge.data.slice());
  if (!field) return crease;
  for (let i = 0; i < crease.data.length; i++)
    (crease.data[i] as number) *= smoothstep(0.5, 1, (field.distance[i] as number) / reach);
  return crease;
}

/** Coverage by pixel number, 0 to 1. A function: a copy of a large picture's alpha would cost more than all the rest. */
function silhouette({ width, height, data }: PixelBuffer): (pixel: number) => number {
  let opaque = 0;
  for (let i = 3; i < data.length; i += 4) if ((data[i] as number) > 250) opaque++;
  if (opaque < width * height * OPAQUE_SHARE) return (pixel) => (data[pixel * 4 + 3] as number) / 255;
  const enclosed = enclosedByEdges(width, height, data);
  return (pixel) => enclosed[pixel] as number;
}

/** Everything that a flood from the border through dark pixels does not reach. */
function enclosedByEdges(width: number, height: number, data: Uint8Array): Float32Array {
  const alpha = new Float32Array(width * height).fill(1);
  const stack: number[] = [];
  const visit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const i = y * width + x;
    if (alpha[i] === 0 || (data[i * 4] as number) > 60) return;
    alpha[i] = 0;
    stack.push(i);
  };
  for (let x = 0; x < width; x++) {
    visit(x, 0);
    visit(x, height - 1);
  }
  for (let y = 0; y < height; y++) {
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
  return alpha;
}
