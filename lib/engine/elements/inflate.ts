import { blurred } from "../math/blur.ts";
import { type FloatImage, floatImage, halved, sampleBilinear } from "../math/float-image.ts";
import type { EdgeLayer } from "./edge-layer.ts";
import { INSIDE_ALPHA } from "./regions.ts";

const OVER_RELAXATION = 1.7;
const SWEEPS = 30;
const COARSEST_SWEEPS = 160;
const COARSEST_SIDE = 12;
/** An edge as strong as this is a crease: the surface touches the ground there. */
const CREASE = 0.42;

/** How round the parts and the whole are: multiples of their half width. */
export interface Roundness {
  readonly parts: number;
  readonly whole: number;
}

/** Height in working pixels: every part swells from its creases, the whole from its outline. */
export function inflated(layer: EdgeLayer, { parts, whole }: Roundness): FloatImage {
  const { width, height, crease, alpha } = layer;
  const freeParts = floatImage(width, height, 1);
  const freeWhole = floatImage(width, height, 1);
  for (let i = 0; i < alpha.data.length; i++) {
    const inside = (alpha.data[i] as number) > INSIDE_ALPHA;
    freeWhole.data[i] = inside ? 1 : 0;
    freeParts.data[i] = inside && (crease.data[i] as number) <= CREASE ? 1 : 0;
  }
  const partHeights = parts > 0 ? swollen(freeParts) : freeParts;
  const wholeHeights = whole > 0 ? swollen(freeWhole) : freeWhole;
  const out = floatImage(width, height, 1);
  for (let i = 0; i < out.data.length; i++) {
    // With lap h = -1, sqrt(2 h) is exactly a round cross-section.
    out.data[i] =
      (parts > 0 ? parts * Math.sqrt(2 * Math.max(0, partHeights.data[i] as number)) : 0) +
      (whole > 0 ? whole * Math.sqrt(2 * Math.max(0, wholeHeights.data[i] as number)) : 0);
  }
  return blurred(out, 1.6 * Math.max(0.6, Math.max(width, height) / 512));
}

/** Solves lap h = -1 where `free` is 1 and h = 0 elsewhere: coarse to fine, over-relaxed Gauss-Seidel. */
function swollen(free: FloatImage): FloatImage {
  const levels = [free];
  for (let last = free; Math.min(last.width, last.height) > COARSEST_SIDE; ) {
    last = halved(last);
    levels.push(last);
  }
  let solution: FloatImage | null = null;
  for (let k = levels.length - 1; k >= 0; k--) {
    const mask = levels[k];
    if (!mask) continue;
    const next: FloatImage = floatImage(mask.width, mask.height, 1);
    if (solution) {
      for (let y = 0; y < mask.height; y++) {
        for (let x = 0; x < mask.width; x++) {
          const i = y * mask.width + x;
          // Twice the length means four times the height.
          if ((mask.data[i] as number) > 0.5)
            next.data[i] = 4 * sampleBilinear(solution, x / 2 - 0.25, y / 2 - 0.25, 0);
        }
      }
    }
    relax(next, mask, solution ? SWEEPS : COARSEST_SWEEPS);
    solution = next;
  }
  return solution ?? free;
}

function relax({ width, height, data }: FloatImage, mask: FloatImage, sweeps: number): void {
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const i = y * width + x;
        if ((mask.data[i] as number) <= 0.5) continue;
        const around =
          (x > 0 ? (data[i - 1] as number) : 0) +
          (x < width - 1 ? (data[i + 1] as number) : 0) +
          (y > 0 ? (data[i - width] as number) : 0) +
          (y < height - 1 ? (data[i + width] as number) : 0);
        (data[i] as number) += OVER_RELAXATION * ((around + 1) / 4 - (data[i] as number));
      }
    }
  }
}
