import { type FloatImage, floatImage } from "../math/float-image.ts";
import { hash2 } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";

export interface Lens {
  /** Circle of confusion of things at infinity, in pixels. */
  readonly aperturePx: number;
  readonly focus: number;
  /** On the widest discs; small ones have room for fewer. */
  readonly taps: number;
}

const GOLDEN_ANGLE = 2.39996323;
/** What lies before the focus blurs less than optics would have it: the support must stay readable. */
const NEAR_SHARE = 0.6;
/** Taps on a disc: some, and so many to a pixel of its squared radius. */
const FEWEST_TAPS = 10;
const TAPS_PER_AREA = 3;

/** Gathers each unsharp pixel from a golden-angle disc; a tap counts when its own blur reaches the pixel. */
export function withDepthOfField(picture: FloatImage, depth: Float32Array, lens: Lens): FloatImage {
  const { width, height, data } = picture;
  if (lens.aperturePx < 0.6) return picture;
  const out = floatImage(width, height, 3);
  const blur = new Float32Array(width * height);
  for (let i = 0; i < blur.length; i++) blur[i] = circleOfConfusion(depth[i] as number, lens);
  const discs = Array.from({ length: lens.taps + 1 }, (_, taps) => goldenDisc(taps));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const own = blur[i] as number;
      let r = data[i * 3] as number;
      let g = data[i * 3 + 1] as number;
      let b = data[i * 3 + 2] as number;
      if (own >= 0.6) {
        const behind = (depth[i] as number) * 1.02;
        const turn = hash2(x, y) * Math.PI * 2;
        const cos = Math.cos(turn) * own;
        const sin = Math.sin(turn) * own;
        const taps = Math.min(lens.taps, (FEWEST_TAPS + TAPS_PER_AREA * own * own) | 0);
        const disc = discs[taps] as Float32Array;
        let count = 1;
        for (let k = 0; k < taps; k++) {
          const u = disc[k * 3] as number;
          const v = disc[k * 3 + 1] as number;
          const tx = Math.min(width - 1, Math.max(0, (x + u * cos - v * sin + 0.5) | 0));
          const ty = Math.min(height - 1, Math.max(0, (y + u * sin + v * cos + 0.5) | 0));
          const t = ty * width + tx;
          // A far tap must not bleed over a nearer pixel by more than twice that pixel's own blur.
          const reach = (depth[t] as number) > behind ? Math.min(blur[t] as number, own * 2) : (blur[t] as number);
          const away = (disc[k * 3 + 2] as number) * own;
          const covers = smoothstep(away - 1, away + 1, reach);
          r += (data[t * 3] as number) * covers + (r / count) * (1 - covers);
          g += (data[t * 3 + 1] as number) * covers + (g / count) * (1 - covers);
          b += (data[t * 3 + 2] as number) * covers + (b / count) * (1 - covers);
          count++;
        }
        r /= count;
        g /= count;
        b /= count;
      }
      out.data[i * 3] = r;
      out.data[i * 3 + 1] = g;
      out.data[i * 3 + 2] = b;
    }
  }
  return out;
}

/** Taps spread evenly over the unit disc: x, y and distance from the middle of each (Vogel 1979). */
function goldenDisc(taps: number): Float32Array {
  const disc = new Float32Array(taps * 3);
  for (let k = 0; k < taps; k++) {
    const r = Math.sqrt((k + 0.5) / taps);
    disc.set([Math.cos(k * GOLDEN_ANGLE) * r, Math.sin(k * GOLDEN_ANGLE) * r, r], k * 3);
  }
  return disc;
}

function circleOfConfusion(depth: number, { aperturePx, focus }: Lens): number {
  const signed = aperturePx * (1 - focus / Math.max(depth, 0.1));
  const blur = signed < 0 ? -signed * NEAR_SHARE : Math.max(0, signed - 0.02 * aperturePx);
  return Math.min(blur, aperturePx);
}
