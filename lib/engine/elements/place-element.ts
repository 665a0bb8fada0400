import { encodedSrgb, type Look, sCurve } from "../finish/finish.ts";
import { toneMapOf } from "../finish/tone-map.ts";
import { blurred } from "../math/blur.ts";
import type { RgbOut } from "../math/color.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { hash2 } from "../math/noise.ts";
import { clamp } from "../math/scalar.ts";
import { bendPixels } from "./bend.ts";
import type { ElementOutline } from "./edge-layer.ts";
import { castOnSet } from "./ground-shadow.ts";
import type { PaintedElement } from "./paint-element.ts";
import type { SeenSet } from "./seen-set.ts";

/** Where to lay a premultiplied RGBA image over a picture. */
interface Sprite {
  readonly left: number;
  readonly top: number;
  readonly image: FloatImage;
}

/** A sprite of more pixels is made and laid in bands: at four floats a pixel and three copies for the blur it would be huge. */
const BAND_PX = 400_000;

/** Premultiplied linear RGBA at picture resolution, out of focus by `blurPx`, in one band or several from top to bottom. */
function* bandsOf({ layer, color, opacity }: PaintedElement, blurPx: number): Generator<Sprite> {
  const margin = blurPx >= 0.3 ? Math.ceil(blurPx * 3) : 0;
  const width = layer.pictureWidth + 2 * margin;
  const rows = layer.pictureHeight + 2 * margin;
  const bandRows = Math.max(32, Math.ceil(BAND_PX / width));
  for (let from = 0; from < rows; from += bandRows) {
    const to = Math.min(rows, from + bandRows);
    // Rows beyond the band that the blur reaches into; cut off again below.
    const first = Math.max(0, from - margin);
    const last = Math.min(rows, to + margin);
    const image = floatImage(width, last - first, 4);
    for (let row = Math.max(first, margin); row < Math.min(last, margin + layer.pictureHeight); row++) {
      const y = row - margin;
      const wy = (y + 0.5) * (layer.height / layer.pictureHeight) - 0.5;
      for (let x = 0; x < layer.pictureWidth; x++) {
        const coverage = layer.pictureAlpha[y * layer.pictureWidth + x] as number;
        if (coverage <= 0) continue;
        const wx = (x + 0.5) * (layer.width / layer.pictureWidth) - 0.5;
        const alpha = (coverage / 255) * sampleBilinear(opacity, wx, wy, 0);
        const o = ((row - first) * width + x + margin) * 4;
        for (let c = 0; c < 3; c++) image.data[o + c] = sampleBilinear(color, wx, wy, c) * alpha;
        image.data[o + 3] = alpha;
      }
    }
    const soft = blurred(image, blurPx);
    const kept = soft.data.subarray((from - first) * width * 4, (to - first) * width * 4);
    yield { left: layer.left - margin, top: layer.top - margin + from, image: floatImage(width, to - from, 4, kept) };
  }
}

/** Into the linear picture, before tone mapping; `exposure` is what the picture will be multiplied with. */
export function placeBehind(picture: FloatImage, element: PaintedElement, exposure: number, blurPx: number): void {
  if (element.bend) bendPixels(picture.data, picture.width, picture.height, element.layer, element.bend);
  for (const { left, top, image } of bandsOf(element, blurPx)) {
    eachCovered(image, left, top, picture.width, picture.height, (o, i) => {
      const keep = 1 - (image.data[o + 3] as number);
      for (let c = 0; c < 3; c++)
        picture.data[i * 3 + c] = (picture.data[i * 3 + c] as number) * keep + (image.data[o + c] as number) / exposure;
    });
  }
}

/** Over the finished picture, through the same tone map, contrast and grain. */
export function placeInFront(
  rgb: Uint8Array,
  width: number,
  height: number,
  element: PaintedElement,
  look: Look,
  blurPx: number,
  seed: number,
): void {
  if (element.bend) bendPixels(rgb, width, height, element.layer, element.bend);
  const toneMap = toneMapOf(look.toneMap);
  const out: RgbOut = new Float64Array(3);
  for (const { left, top, image } of bandsOf(element, blurPx)) {
    eachCovered(image, left, top, width, height, (o, i) => {
      const alpha = Math.min(1, image.data[o + 3] as number);
      toneMap(
        (image.data[o] as number) / alpha,
        (image.data[o + 1] as number) / alpha,
        (image.data[o + 2] as number) / alpha,
        out,
      );
      const grain = (hash2(i + seed, 17) + hash2(i, seed % 65_536) - 1) * look.grain * 1.2;
      for (let c = 0; c < 3; c++) {
        const byte = clamp(sCurve(encodedSrgb(out[c] as number), look.contrast) + grain) * 255;
        rgb[i * 3 + c] = (rgb[i * 3 + c] as number) * (1 - alpha) + byte * alpha + 0.5;
      }
    });
  }
}

export interface ShadowFall {
  /** Things whose lower end is below this row stand on the ground. */
  readonly groundPx: number;
  /** Share of light that a thing right before a wall takes from it. */
  readonly onWall: number;
  /** Where the light comes from: below 0 from the left. */
  readonly lightX: number;
  /** What is there to take the shadow. */
  readonly set: SeenSet | null;
  /** The thing is before the product. */
  readonly near: boolean;
}

/** Shadows in the linear picture, under everything: what a thing keeps from ground and steps, and from a wall behind it. */
export function castShadows(
  picture: FloatImage,
  layer: ElementOutline,
  { groundPx, onWall, lightX, set, near }: ShadowFall,
): void {
  const { width, height } = picture;
  const size = Math.max(width, height);
  if (onWall > 0) {
    const blurPx = size * 0.014;
    const left = layer.left - Math.sign(lightX) * size * 0.05;
    darken(picture, shadowMask(layer, blurPx), left, layer.top + size * 0.055, onWall);
  }
  const bottom = layer.top + layer.pictureHeight;
  const stands = bottom >= groundPx && layer.top >= height * 0.1;
  const whole = stands && bottom < height - 2;
  if (set && (whole || near)) castOnSet(picture, layer, set, stands);
  if (!whole) return;
  // The ground around it sees less of the sky.
  const rx = layer.pictureWidth * 0.52;
  const ry = Math.max(3, rx * 0.22);
  const cx = layer.left + layer.pictureWidth / 2;
  const cy = bottom - ry * 0.75;
  for (let y = Math.max(0, Math.floor(cy - 3 * ry)); y < Math.min(height, cy + 3 * ry); y++) {
    for (let x = Math.max(0, Math.floor(cx - 2 * rx)); x < Math.min(width, cx + 2 * rx); x++) {
      const d = ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2;
      const keep = 1 - 0.2 * Math.exp(-d * d * 0.8) - 0.12 * Math.exp(-d * 0.45);
      for (let c = 0; c < 3; c++) (picture.data[(y * width + x) * 3 + c] as number) *= keep;
    }
  }
}

/** A blurred silhouette at a fraction of the picture's resolution, which is enough for it, with a margin. */
interface ShadowMask {
  readonly image: FloatImage;
  /** Picture pixels per pixel of the mask, and its margin in its own pixels. */
  readonly step: number;
  readonly margin: number;
}

function shadowMask({ pictureWidth, pictureHeight, pictureAlpha }: ElementOutline, blurPx: number): ShadowMask {
  const step = Math.max(1, Math.floor(blurPx / 4));
  const margin = Math.ceil((blurPx * 3) / step);
  const mask = floatImage(Math.ceil(pictureWidth / step) + 2 * margin, Math.ceil(pictureHeight / step) + 2 * margin, 1);
  const share = 1 / (255 * step * step);
  for (let y = 0; y < pictureHeight; y++) {
    const row = (Math.floor(y / step) + margin) * mask.width + margin;
    for (let x = 0; x < pictureWidth; x++)
      (mask.data[row + Math.floor(x / step)] as number) += share * (pictureAlpha[y * pictureWidth + x] as number);
  }
  return { image: blurred(mask, blurPx / step), step, margin };
}

/** `left` and `top`: where the mask's thing is in the picture. */
function darken(
  picture: FloatImage,
  { image, step, margin }: ShadowMask,
  left: number,
  top: number,
  strength: number,
): void {
  const fromX = Math.round(left) - margin * step;
  const fromY = Math.round(top) - margin * step;
  for (let y = Math.max(0, fromY); y < Math.min(picture.height, fromY + image.height * step); y++) {
    for (let x = Math.max(0, fromX); x < Math.min(picture.width, fromX + image.width * step); x++) {
      const shade = sampleBilinear(image, (x - fromX + 0.5) / step - 0.5, (y - fromY + 0.5) / step - 0.5, 0);
      const keep = 1 - strength * shade;
      for (let c = 0; c < 3; c++) (picture.data[(y * picture.width + x) * 3 + c] as number) *= keep;
    }
  }
}

/** Calls back with the offset in the sprite's data and the pixel's number in the picture. */
function eachCovered(
  image: FloatImage,
  left: number,
  top: number,
  width: number,
  height: number,
  visit: (offset: number, pixel: number) => void,
): void {
  const last = image.channels - 1;
  for (let y = Math.max(0, -top); y < Math.min(image.height, height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(image.width, width - left); x++) {
      const offset = (y * image.width + x) * image.channels;
      if ((image.data[offset + last] as number) > 0.003) visit(offset, (y + top) * width + x + left);
    }
  }
}
