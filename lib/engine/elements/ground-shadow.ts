import { blurred } from "../math/blur.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { ElementOutline } from "./edge-layer.ts";
import type { SeenSet } from "./seen-set.ts";

/** Shadows of a low sun end after this many times a thing's height. */
const LONGEST = 3;
/** What is lower than this share of a thing's height touches the ground. */
const FEET = 0.07;
/** Things are no sheets: what is seen is the front of as much depth, as a share of their smaller side. */
const THICKNESS = 0.3;
/** Places along a ray to the light at which a thing is looked for. */
const LOOKS = 7;
/** Blurs of a silhouette as shares of the picture's larger side, and the widening of a shadow per distance to what throws it. */
const SOFTNESS = [0.003, 0.012, 0.04] as const;
const SPREAD = 0.035;
/** Shares of linear light that a full shadow and a touch take away. */
const DARKEST = 0.85;
/** Of what hangs before the product: its shadow is wide and comes from anywhere. */
const HANGING = 0.6;
const TOUCH = 0.85;
const TOUCH_SOFTNESS = 0.007;
/** Key light that is half of all light. */
const HALF_SHADE = 0.2;
/** Where things that stand on nothing seen are: before the product, as a share of its distance. */
const BEFORE = 0.85;

/**
 * The light that a thing keeps from the set, as the light throws it over ground, steps and walls; in the linear picture.
 * `stands`: on what shows right below its feet; else it hangs before the product.
 */
export function castOnSet(picture: FloatImage, outline: ElementOutline, set: SeenSet, stands: boolean): void {
  const base = lastRow(outline);
  const z = stands ? footDepth(outline, base, set) : BEFORE * set.camera.distance;
  if (!z) return;
  const lost = shadeOn(set, outline, base, z, stands ? DARKEST : HANGING);
  if (stands) addTouch(lost, outline, base, set);
  const { step, width, height } = set;
  const { left, right, top, bottom } = extentOf(lost);
  for (let y = Math.max(0, top - 1) * step; y < Math.min(picture.height, Math.min(height, bottom + 2) * step); y++) {
    for (let x = Math.max(0, left - 1) * step; x < Math.min(picture.width, Math.min(width, right + 2) * step); x++) {
      const keep = 1 - sampleBilinear(lost, (x + 0.5) / step - 0.5, (y + 0.5) / step - 0.5, 0);
      for (let c = 0; c < 3; c++) (picture.data[(y * picture.width + x) * 3 + c] as number) *= keep;
    }
  }
}

/** The rectangle outside of which an image is 0. */
function extentOf({ width, height, data }: FloatImage) {
  const extent = { left: width, right: -1, top: height, bottom: -1 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] as number) < 1e-3) continue;
      extent.left = Math.min(extent.left, x);
      extent.right = Math.max(extent.right, x);
      extent.top = Math.min(extent.top, y);
      extent.bottom = y;
    }
  }
  return extent;
}

/** How far away the set is that shows right below a thing's feet; 0 where that is mostly the backdrop. */
function footDepth(outline: ElementOutline, base: number, { width, height, step, position }: SeenSet): number {
  const { left, top, pictureWidth, pictureAlpha } = outline;
  const row = Math.min(height - 1, Math.floor((top + base) / step) + 1);
  const near: number[] = [];
  const from = Math.max(0, Math.floor(base * (1 - FEET)));
  for (let x = 0; x < pictureWidth; x += step) {
    let covered = false;
    for (let y = from; y <= base && !covered; y++) covered = (pictureAlpha[y * pictureWidth + x] as number) > 127;
    const column = Math.floor((left + x) / step);
    if (covered && column < width) near.push(position[(row * width + column) * 3 + 2] as number);
  }
  near.sort((a, b) => a - b);
  return near[near.length >> 1] ?? 0;
}

/** Share of light that is lost in each cell: every surface looks towards the light, and a thing at depth `z` may be in its way. */
function shadeOn(set: SeenSet, outline: ElementOutline, base: number, z: number, darkest: number): FloatImage {
  const { width, height, position, facing, camera, key, step } = set;
  const [lx, ly, lz] = key.direction;
  const perPx = z / camera.focalPx;
  const foot = camera.height - (outline.top + base - camera.horizonPx) * perPx;
  const tall = base * perPx;
  const deep = THICKNESS * Math.min(tall, outline.pictureWidth * perPx);
  const silhouettes = silhouettesOf(outline, Math.max(camera.widthPx, camera.heightPx), step);
  const shade = floatImage(width, height, 1);
  const bright = luminance(...key.color);
  for (let i = 0; i < shade.data.length; i++) {
    const pz = position[i * 3 + 2] as number;
    const lit = bright * (facing[i] as number);
    if (!pz || lit <= 0) continue;
    const px = position[i * 3] as number;
    const py = position[i * 3 + 1] as number;
    // Where the ray is within the thing's depth and below its top.
    const ends =
      Math.abs(lz) < 1e-4
        ? ([pz > z && pz < z + deep ? 0 : 1e3, 1e3] as const)
        : ([(z - pz) / lz, (z + deep - pz) / lz] as const);
    const from = Math.max(0, Math.min(...ends));
    const to = Math.min(Math.max(...ends), (foot + tall - py) / Math.max(0.05, ly));
    if (to <= from) continue;
    let hidden = 0;
    for (let k = 0; k < LOOKS; k++) {
      const t = lerp(from, to, (k + 0.5) / LOOKS);
      const x = camera.centreXPx + (px + lx * t) / perPx;
      const y = camera.horizonPx - (py + ly * t - camera.height) / perPx;
      const away = Math.hypot(lx, lz) * t;
      const whole = 1 - smoothstep(0.6 * LONGEST * tall, LONGEST * tall, away);
      hidden = Math.max(hidden, whole * silhouettes(x, y, (t * SPREAD) / perPx));
    }
    shade.data[i] = ((darkest * lit) / (lit + HALF_SHADE)) * hidden;
  }
  return blurred(shade, 0.9);
}

/** Coverage of a thing at a place of the picture, blurred as widely as asked for, up to a limit. */
function silhouettesOf(
  outline: ElementOutline,
  sizePx: number,
  step: number,
): (x: number, y: number, blurPx: number) => number {
  const { left, top, pictureWidth, pictureHeight, pictureAlpha } = outline;
  const margin = Math.ceil((3 * SOFTNESS[2] * sizePx) / step);
  const sharp = floatImage(
    Math.ceil(pictureWidth / step) + 2 * margin,
    Math.ceil(pictureHeight / step) + 2 * margin,
    1,
  );
  const share = 1 / (255 * step * step);
  for (let y = 0; y < pictureHeight; y++) {
    const row = (Math.floor(y / step) + margin) * sharp.width + margin;
    for (let x = 0; x < pictureWidth; x++)
      (sharp.data[row + Math.floor(x / step)] as number) += share * (pictureAlpha[y * pictureWidth + x] as number);
  }
  const levels = SOFTNESS.map((softness) => blurred(sharp, (softness * sizePx) / step));
  return (x, y, blurPx) => {
    const u = (x - left) / step + margin - 0.5;
    const v = (y - top) / step + margin - 0.5;
    if (u < 0 || v < 0 || u > sharp.width - 1 || v > sharp.height - 1) return 0;
    const at = blurPx / sizePx;
    const wide = at > SOFTNESS[1] ? 1 : 0;
    const finer = levels[wide] as FloatImage;
    const coarser = levels[wide + 1] as FloatImage;
    const share = smoothstep(SOFTNESS[wide] as number, SOFTNESS[wide + 1] as number, at);
    return lerp(sampleBilinear(finer, u, v, 0), sampleBilinear(coarser, u, v, 0), share);
  };
}

/** Dark right under what touches the ground, on top of what is lost already. */
function addTouch(lost: FloatImage, outline: ElementOutline, base: number, { step, camera }: SeenSet): void {
  const { left, top, pictureWidth, pictureAlpha } = outline;
  const { width, height } = lost;
  const touch = floatImage(width, height, 1);
  const sigma = Math.max(1, (TOUCH_SOFTNESS * Math.max(camera.widthPx, camera.heightPx)) / step);
  for (let y = Math.max(0, Math.ceil(base * (1 - FEET))); y <= base; y++) {
    const rise = base - y;
    const row = Math.floor((top + base - 0.25 * rise) / step + 0.5 * sigma);
    if (row >= height) continue;
    for (let x = 0; x < pictureWidth; x++) {
      const column = Math.floor((left + x) / step);
      if (column >= width) continue;
      const value = ((pictureAlpha[y * pictureWidth + x] as number) / 255) * (1 - rise / (FEET * base + 1));
      const cell = row * width + column;
      touch.data[cell] = Math.max(touch.data[cell] as number, value);
    }
  }
  const soft = blurred(touch, sigma);
  for (let i = 0; i < lost.data.length; i++) {
    const touched = TOUCH * Math.min(1, 2.2 * (soft.data[i] as number));
    lost.data[i] = 1 - (1 - (lost.data[i] as number)) * (1 - touched);
  }
}

/** The lowest row of a thing that is covered, from its top. */
function lastRow({ pictureWidth, pictureHeight, pictureAlpha }: ElementOutline): number {
  for (let i = pictureWidth * pictureHeight - 1; i >= 0; i--)
    if ((pictureAlpha[i] as number) > 127) return Math.floor(i / pictureWidth);
  return pictureHeight - 1;
}
