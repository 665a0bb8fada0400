import { blurred } from "../math/blur.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { lerp } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Camera } from "../subject/camera.ts";
import type { ElementOutline } from "./edge-layer.ts";

/** Masks are made at a fraction of a large picture's resolution: shadows are soft. */
const MASK_SIDE_PX = 512;
/** Blur as a share of the picture's larger side. */
const SOFTNESS = 0.007;
/** Shadows of a low sun end after this many times a thing's height. */
const LONGEST = 3;
/** What is lower than this share of a thing's height touches the ground. */
const FEET = 0.07;
/** Things are no sheets: their shadows are at least twice this share of their height deep on the picture. */
const THICKNESS = 0.03;
/** Shares of linear light that a full shadow and a touch take away. */
const DARKEST = 0.85;
const TOUCH = 0.85;
/** Key light that is half of all light. */
const HALF_SHADE = 0.3;

/** The camera that sees the ground, and the light that falls on it (towards the light, y up, z into the picture). */
export interface GroundView {
  readonly camera: Camera;
  readonly key: { readonly direction: Vec3; readonly color: Vec3 };
}

/** On the ground, in the linear picture: dark where a thing touches it, and its form as the light throws it. */
export function castOnGround(picture: FloatImage, outline: ElementOutline, { camera, key }: GroundView): void {
  const { left, top, pictureWidth, pictureAlpha } = outline;
  const size = Math.max(picture.width, picture.height);
  const base = lastRow(outline);
  const horizon = camera.horizonPx;
  // Things that end above the horizon stand on no ground.
  if (top + base < horizon + 0.04 * size) return;
  const depth = (camera.height * camera.focalPx) / (top + base - horizon);
  const [lx, ly, lz] = key.direction;
  const steep = Math.max(0.2, ly);
  const perRise = Math.min(1 / steep, LONGEST / Math.max(1e-3, Math.hypot(lx, lz)));
  const step = Math.max(1, Math.floor(size / MASK_SIDE_PX));
  const sigma = Math.max(1, SOFTNESS * size);
  const margin = Math.ceil(3 * sigma);
  /** Where the shadow of what is `rise` px above the thing's foot falls. */
  const fallOf = (rise: number) => {
    const height = (rise * depth) / camera.focalPx;
    const far = Math.max(0.3 * depth, depth - lz * perRise * height);
    return {
      shrink: depth / far,
      shift: (-lx * perRise * height * camera.focalPx) / far,
      y: horizon + (camera.height * camera.focalPx) / far,
    };
  };
  const tip = fallOf(base);
  const centre = camera.centreXPx;
  const ends = [left, left + pictureWidth].flatMap((x) => [x, centre + (x - centre) * tip.shrink + tip.shift]);
  const fromX = Math.floor(Math.max(-margin, Math.min(...ends) - margin));
  const fromY = Math.floor(Math.min(top + base, tip.y) - margin);
  const toX = Math.min(picture.width + margin, Math.max(...ends) + margin);
  const toY = Math.min(picture.height + margin, Math.max(top + base, tip.y) + margin);
  const w = Math.max(1, Math.ceil((toX - fromX) / step));
  const h = Math.max(1, Math.ceil((toY - fromY) / step));
  const cast = floatImage(w, h, 1);
  const touch = floatImage(w, h, 1);
  const mark = (image: FloatImage, x: number, y: number, value: number) => {
    const cx = Math.floor((x - fromX) / step);
    const cy = Math.floor((y - fromY) / step);
    if (cx < 0 || cy < 0 || cx >= w || cy >= h) return;
    image.data[cy * w + cx] = Math.max(image.data[cy * w + cx] as number, value);
  };
  for (let y = 0; y <= base; y++) {
    const rise = base - y;
    const fall = fallOf(rise);
    const next = fallOf(rise + 1);
    // One row may fall on several.
    const rows = Math.max(1, Math.ceil(Math.abs(next.y - fall.y) / step));
    for (let x = 0; x < pictureWidth; x++) {
      const alpha = (pictureAlpha[y * pictureWidth + x] as number) / 255;
      if (alpha < 0.1) continue;
      const at = left + x - centre;
      for (let k = 0; k < rows; k++) {
        const t = k / rows;
        const toColumn = centre + at * lerp(fall.shrink, next.shrink, t) + lerp(fall.shift, next.shift, t);
        for (let across = 0; across < Math.max(1, fall.shrink); across += step)
          mark(cast, toColumn + across, lerp(fall.y, next.y, t), alpha * (1 - (0.4 * rise) / (base + 1)));
      }
      if (rise < FEET * base)
        mark(touch, left + x, top + base + 0.5 * sigma - 0.25 * rise, alpha * (1 - rise / (FEET * base)));
    }
  }
  const softCast = blurred(thickened(cast, Math.round((THICKNESS * base) / step)), sigma / step);
  const softTouch = blurred(touch, sigma / step);
  const bright = luminance(...key.color) * Math.max(0, ly);
  const share = (DARKEST * bright) / (bright + HALF_SHADE);
  for (let y = Math.max(0, fromY); y < Math.min(picture.height, fromY + h * step); y++) {
    for (let x = Math.max(0, fromX); x < Math.min(picture.width, fromX + w * step); x++) {
      const u = (x - fromX + 0.5) / step - 0.5;
      const v = (y - fromY + 0.5) / step - 0.5;
      const shade = share * sampleBilinear(softCast, u, v, 0);
      const keep = (1 - shade) * (1 - TOUCH * Math.min(1, 2.2 * sampleBilinear(softTouch, u, v, 0)));
      for (let c = 0; c < 3; c++) (picture.data[(y * picture.width + x) * 3 + c] as number) *= keep;
    }
  }
}

/** The lowest row of a thing that is covered, from its top. */
function lastRow({ pictureWidth, pictureHeight, pictureAlpha }: ElementOutline): number {
  for (let i = pictureWidth * pictureHeight - 1; i >= 0; i--)
    if ((pictureAlpha[i] as number) > 127) return Math.floor(i / pictureWidth);
  return pictureHeight - 1;
}

/** The largest value within `radius` rows. */
function thickened(image: FloatImage, radius: number): FloatImage {
  const { width, height, data } = image;
  const out = floatImage(width, height, 1);
  for (let y = 0; y < height; y++)
    for (let from = Math.max(0, y - radius); from <= Math.min(height - 1, y + radius); from++)
      for (let x = 0; x < width; x++)
        out.data[y * width + x] = Math.max(out.data[y * width + x] as number, data[from * width + x] as number);
  return out;
}
