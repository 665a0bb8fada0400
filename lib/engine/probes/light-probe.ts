import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { invariant } from "#lib/base/assert.ts";
import { blurred, discBlurred } from "../math/blur.ts";
import type { RgbOut } from "../math/color.ts";
import { type FloatImage, floatImage, resized, sampleBilinear } from "../math/float-image.ts";
import { hash2 } from "../math/noise.ts";
import type { ProbeName } from "../scene-spec.ts";
import { decodeRgbe } from "./rgbe.ts";

const WIDTH = 512;
const HEIGHT = 256;
const SOFT_WIDTH = 64;
const SOFT_HEIGHT = 32;
/** A lamp or sun brighter than this would dominate every blur it falls into. */
const BRIGHTEST = 30;

export interface PlateView {
  /** Degrees; 0 looks at the middle of the panorama. */
  readonly yaw: number;
  /** Horizontal field of view in degrees; wider than the camera's, so that a low-resolution panorama suffices. */
  readonly fieldOfView: number;
  readonly horizon: number;
  readonly aspect: number;
  readonly width: number;
  /** Lens blur in plate pixels. */
  readonly blurPx: number;
  /** How far small highlights are raised so that they become discs of light; 0 for none. */
  readonly sparkle: number;
}

/** A photographed panorama (Poly Haven, CC0): a backdrop out of focus, and the light that belongs to it. */
export class LightProbe {
  readonly #map: FloatImage;
  readonly #soft: FloatImage;

  constructor(map: FloatImage) {
    this.#map = map;
    this.#soft = blurred(resized(map, SOFT_WIDTH, SOFT_HEIGHT), 2);
  }

  /** Soft light from a direction (y up, z into the picture) when the picture looks along `yaw`. */
  light(dx: number, dy: number, dz: number, yaw: number, out: RgbOut): void {
    const turn = Math.atan2(dx, dz) / (2 * Math.PI) + yaw / 360 + 0.5;
    const x = (turn - Math.floor(turn)) * SOFT_WIDTH - 0.5;
    const y = (0.5 - Math.asin(dy < -1 ? -1 : dy > 1 ? 1 : dy) / Math.PI) * SOFT_HEIGHT - 0.5;
    for (let c = 0; c < 3; c++) out[c] = sampleBilinear(this.#soft, x, y, c);
  }

  plate(view: PlateView): FloatImage {
    const { width, aspect } = view;
    const height = Math.max(1, Math.round(width / aspect));
    const image = floatImage(width, height, 3);
    const reach = Math.tan((view.fieldOfView * Math.PI) / 360);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const dx = ((x + 0.5) / width - 0.5) * 2 * reach;
        const dy = ((view.horizon - (y + 0.5) / height) * 2 * reach) / aspect;
        const u = (Math.atan2(dx, 1) / (2 * Math.PI) + view.yaw / 360 + 0.5) * WIDTH - 0.5;
        const v = (0.5 - Math.atan2(dy, Math.sqrt(1 + dx * dx)) / Math.PI) * HEIGHT - 0.5;
        for (let c = 0; c < 3; c++)
          image.data[(y * width + x) * 3 + c] = Math.min(bicubic(this.#map, u, v, c), BRIGHTEST);
      }
    }
    if (view.sparkle > 0) raiseHighlights(image, view.sparkle);
    return blurred(discBlurred(image, view.blurPx), 1);
  }
}

function raiseHighlights(image: FloatImage, strength: number): void {
  const { width, height, data } = image;
  const around = blurred(image, width * 0.02);
  for (let i = 0; i < width * height; i++) {
    if (hash2(i % width, (i / width) | 0) <= 0.9) continue;
    const own = (data[i * 3] as number) + (data[i * 3 + 1] as number) + (data[i * 3 + 2] as number);
    const mean =
      (around.data[i * 3] as number) + (around.data[i * 3 + 1] as number) + (around.data[i * 3 + 2] as number);
    const excess = own / (mean + 0.09) - 1.15;
    if (excess > 0) for (let c = 0; c < 3; c++) (data[i * 3 + c] as number) *= 1 + excess * strength;
  }
}

/** Catmull-Rom, wrapping around horizontally; never negative. */
function bicubic({ width, height, data }: FloatImage, x: number, y: number, channel: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const at = (i: number, j: number) => {
    const wrapped = (((ix + i) % width) + width) % width;
    const row = Math.min(height - 1, Math.max(0, iy + j));
    return data[(row * width + wrapped) * 3 + channel] as number;
  };
  const row = (j: number) => cubic(at(-1, j), at(0, j), at(1, j), at(2, j), x - ix);
  return Math.max(0, cubic(row(-1), row(0), row(1), row(2), y - iy));
}

const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
  b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));

const loaded = new Map<ProbeName, LightProbe>();

/** Read once per thread. */
export function lightProbe(name: ProbeName): LightProbe {
  let probe = loaded.get(name);
  if (!probe) {
    const planes = brotliDecompressSync(readFileSync(new URL(`./${name}.rgbe.br`, import.meta.url)));
    const count = WIDTH * HEIGHT;
    invariant(planes.length === count * 4, `a probe of ${WIDTH} x ${HEIGHT}`);
    const pixels = new Uint8Array(count * 4);
    for (let i = 0; i < count; i++) for (let c = 0; c < 4; c++) pixels[i * 4 + c] = planes[c * count + i] as number;
    probe = new LightProbe(floatImage(WIDTH, HEIGHT, 3, decodeRgbe(pixels)));
    loaded.set(name, probe);
  }
  return probe;
}
