import { valueFbm, valueNoise } from "../math/noise.ts";
import type { Vec3 } from "../math/vector.ts";
import type { SupportName } from "../scene-spec.ts";
import { type Coat, plainCoat } from "./coat.ts";
import { clothHeight, weaveTone } from "./fabric.ts";
import { marbleColor } from "./marble.ts";
import { slateHeight, slateTone } from "./stone.ts";
import { type WoodTone, woodColor } from "./wood.ts";

const DEFAULT_WOOD: Omit<WoodTone, "seed"> = { early: [0.5, 0.3, 0.155], late: [0.24, 0.12, 0.055] };
const WOODS: readonly Omit<WoodTone, "seed">[] = [
  DEFAULT_WOOD,
  { early: [0.2, 0.14, 0.085], late: [0.1, 0.062, 0.035] },
  { early: [0.34, 0.19, 0.1], late: [0.15, 0.075, 0.035] },
  { early: [0.5, 0.33, 0.18], late: [0.27, 0.155, 0.075] },
];

function woodCoat(seed: number): Coat {
  const shift = seed % 53;
  const tone: WoodTone = { ...(WOODS[seed % WOODS.length] ?? DEFAULT_WOOD), seed: seed % 19 };
  const mean = tone.early.map((early, c) => (early + (tone.late[c] as number)) / 2);
  return {
    material: { reflectance: 0.04, roughness: 0.34 },
    color(a, b, coarse, out) {
      if (coarse) out.set(mean);
      else woodColor(a + shift, b, tone, out);
    },
  };
}

export function marbleCoat(seed: number): Coat {
  const shift = 1.3 + (seed % 53);
  return {
    material: { reflectance: 0.06, roughness: 0.12 },
    color(a, b, coarse, out) {
      if (coarse) out.fill(0.8);
      else marbleColor((a + shift) * 1.35, b * 1.35, out);
    },
  };
}

/** Dark riven slate. */
export function slateCoat(seed: number, color: Vec3 = [0.105, 0.105, 0.11]): Coat {
  const shift = seed % 53;
  return {
    material: { reflectance: 0.045, roughness: 0.36 },
    color(a, b, coarse, out) {
      const k = coarse ? 1 : slateTone(a + shift, b);
      for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
    },
    relief: { height: (a, b) => slateHeight(a + shift, b), step: 0.004 },
  };
}

export function plasterCoat(color: Vec3, seed: number): Coat {
  const shift = seed % 53;
  return {
    material: { reflectance: 0.03, roughness: 0.5 },
    color(a, b, coarse, out) {
      const k = coarse
        ? 0.98
        : (0.94 + 0.08 * valueFbm(a * 3 + shift, b * 3, 4)) * (0.97 + 0.06 * valueNoise(a * 90, b * 90));
      for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
    },
  };
}

/** A cloth laid over a table. */
function clothCoat(color: Vec3, seed: number): Coat {
  const shift = seed % 53;
  return {
    material: { reflectance: 0.03, roughness: 0.42 },
    color(a, b, coarse, out) {
      const k = coarse ? 0.95 : weaveTone(a, b) * (0.8 + 4.2 * clothHeight(a + shift, b));
      for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
    },
    relief: { height: (a, b) => clothHeight(a + shift, b), step: 0.006 },
  };
}

const WHITE_PLASTER: Vec3 = [0.8, 0.788, 0.768];

/** What a table or slab is made of; `tint` colours cloth. */
export function supportCoat(support: SupportName, seed: number, tint: Vec3): Coat {
  switch (support) {
    case "wood":
      return woodCoat(seed);
    case "marble":
      return marbleCoat(seed);
    case "stone":
      return slateCoat(seed);
    case "podium":
      return plasterCoat(tint, seed);
    case "plaster":
    case "none":
      return plasterCoat(WHITE_PLASTER, seed);
    case "fabric":
      return clothCoat(tint, seed);
    case "dark":
      return plainCoat([0.01, 0.01, 0.014], { reflectance: 0.38, roughness: 0.15 });
  }
}
