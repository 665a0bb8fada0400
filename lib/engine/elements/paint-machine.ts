import { blurred } from "../math/blur.ts";
import { oklch } from "../math/color.ts";
import { nearestMarked } from "../math/nearest-marked.ts";
import { gradientNoise, hash2 } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { inflated } from "./inflate.ts";
import type { RegionFacts } from "./region-facts.ts";
import { INSIDE_ALPHA } from "./regions.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";

type Role = "panel" | "drum" | "tyre" | "steel" | "dark" | "window";

const STEEL: Vec3 = oklch(0.66, 0.008, 250);
const DARK: Vec3 = oklch(0.33, 0.01, 260);
const PANE: Vec3 = oklch(0.42, 0.03, 235);
const RUBBER: Vec3 = oklch(0.22, 0.005, 270);
/** Depth over which a plate's rim is rounded, as a share of the larger side. */
const BEVEL_SHARE = 0.012;
/** From this edge strength plates are parted. */
const SEAM = 0.4;

/** Plates with rounded rims and seams, painted in the thing's colour; steel bars, dark small parts and tyres. */
export function paintMachine({ layer, regions, facts, thing, seed }: PaintInput): Surface {
  const { width, height, crease, alpha } = layer;
  const size = Math.max(width, height);
  const bevel = BEVEL_SHARE * size;
  const isSeam = (i: number) => (alpha.data[i] as number) <= INSIDE_ALPHA || (crease.data[i] as number) > SEAM;
  const field = nearestMarked(isSeam, width, height);
  const round = inflated(layer, { parts: 0.42, whole: 0 });
  const surface = emptySurface(width, height, round);
  const roles = facts.map((fact) =>
    thing.name === "car" && isWindow(fact, height) ? "window" : machineRole(fact, height),
  );
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = regions.labels[i] as number;
      const fact = facts[label];
      if (label === 0 || !fact) continue;
      const inward = Math.min(1, (field?.distance[i] ?? bevel) / bevel);
      const plate = bevel * (1 - (1 - inward) ** 2) * 0.9;
      const own = hash2(label * 11 + seed, 3) - 0.5;
      const role = roles[label] ?? "panel";
      const wear = 1 + 0.05 * gradientNoise(x * 0.02, y * 0.02) + 0.03 * gradientNoise(x * 0.4, y * 0.03);
      // Dirt gathers in seams.
      const clean = 0.55 + 0.45 * smoothstep(0, 0.8, inward);
      surface.height.data[i] = role === "drum" || role === "tyre" ? (round.data[i] as number) : plate;
      surface.gloss.data[i] = 0.7;
      surface.polish.data[i] = 0.65;
      surface.mirror.data[i] = 0.08;
      switch (role) {
        case "tyre": {
          const out = Math.sqrt((x - fact.x) ** 2 + (y - fact.y) ** 2) / (2 * fact.breadth);
          setAlbedo(surface, i, out < 0.45 ? STEEL : RUBBER, clean);
          surface.gloss.data[i] = 0.15;
          surface.polish.data[i] = 0.2;
          surface.mirror.data[i] = out < 0.45 ? 0.4 : 0;
          break;
        }
        case "steel":
          setAlbedo(surface, i, STEEL, wear * clean);
          surface.mirror.data[i] = 0.5;
          break;
        case "window":
          setAlbedo(surface, i, PANE, 0.7 + 0.6 * smoothstep(fact.bottom, fact.top, y));
          surface.height.data[i] = 0;
          surface.gloss.data[i] = 1.6;
          surface.polish.data[i] = 0.9;
          surface.mirror.data[i] = 0.3;
          break;
        case "dark":
          setAlbedo(surface, i, DARK, (0.8 + 0.6 * (own + 0.5)) * clean);
          break;
        default:
          setAlbedo(surface, i, tone(thing, 0.05 * own, 1, 4 * own), wear * clean);
      }
    }
  }
  surface.height.data.set(blurred(surface.height, size * 0.003).data);
  return surface;
}

function machineRole(fact: RegionFacts, height: number): Role {
  const round = fact.elongation < 1.35 && fact.area > 0.62 * (fact.right - fact.left) * (fact.bottom - fact.top);
  if (round && fact.share > 0.015 && fact.share < 0.13 && fact.y > 0.62 * height) return "tyre";
  if (fact.elongation > 4 && fact.share < 0.08) return "steel";
  if (fact.share < 0.012) return "dark";
  return round && fact.share > 0.08 ? "drum" : "panel";
}

/** Panes lie in the upper half of a vehicle and do not reach its outline. */
function isWindow(fact: RegionFacts, height: number): boolean {
  return fact.exposed < 0.05 && fact.y < 0.52 * height && fact.share > 0.015 && fact.share < 0.2;
}
