import { oklch } from "../math/color.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { gradientNoise, hash2 } from "../math/noise.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { inflated } from "./inflate.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

const DARK: Vec3 = oklch(0.2, 0.02, 280);
const SPOT: Vec3 = oklch(0.94, 0.04, 90);
/** Breadth of the dark margin as a share of the larger side. */
const MARGIN_SHARE = 0.045;
const SPOTS = 26;

/** Flat wings with veins that run out from the body to a dark margin of pale spots; the body and feelers are dark. */
export function paintButterfly({ layer, regions, facts, thing, seed }: PaintInput): Surface {
  const { width, height } = layer;
  const size = Math.max(width, height);
  const surface = emptySurface(width, height, inflated(layer, { parts: 0.1, whole: 0.06 }));
  const depth = nearestMarked((i) => regions.labels[i] === 0, width, height)?.distance;
  const covered = facts.reduce((sum, fact) => sum + fact.area, 0) || 1;
  const cx = facts.reduce((sum, fact) => sum + fact.x * fact.area, 0) / covered;
  const cy = facts.reduce((sum, fact) => sum + fact.y * fact.area, 0) / covered;
  const margin = MARGIN_SHARE * size;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const fact = facts[regions.labels[i] as number];
      if (regions.labels[i] === 0 || !fact) continue;
      surface.gloss.data[i] = 0.18;
      surface.polish.data[i] = 0.35;
      if (fact.elongation > 3.5) {
        setAlbedo(surface, i, DARK, 1 + 0.4 * gradientNoise(x * 0.4, y * 0.4));
        continue;
      }
      const angle = Math.atan2(y - cy, Math.abs(x - cx));
      const reach = Math.hypot(x - cx, y - cy) / size;
      const vein =
        (1 - Math.abs(Math.sin(angle * 8 + 0.5 * gradientNoise(reach * 6, angle)))) ** 14 *
        smoothstep(0.04, 0.12, reach);
      const inward = (depth?.[i] ?? margin) / margin;
      const rim = 1 - smoothstep(0.7, 1.15, inward + 0.3 * gradientNoise(x / margin, y / margin));
      const wing = mixed(tone(thing, 0.08, 1.05, 12), tone(thing, -0.16, 1.1, -14), smoothstep(0.05, 0.5, reach));
      setAlbedo(surface, i, mixed(wing, DARK, clamp(Math.max(0.8 * vein, rim, layer.crease.data[i] as number))));
      // A row of spots along the middle of the margin.
      const cell = Math.floor((angle / Math.PI) * SPOTS);
      const along = (angle / Math.PI) * SPOTS - cell - 0.5;
      const spot = Math.hypot(along * 1.6, (inward - 0.5) * 2.6);
      if (rim > 0.5 && spot < 0.45 && hash2(cell, seed) > 0.25) setAlbedo(surface, i, SPOT);
      surface.translucency.data[i] = 0.5;
    }
  }
  return surface;
}
