import { gradientFbm, hash2, valueFbm } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { Coat } from "../textures/coat.ts";
import { craterHeight, regolithCoat } from "../textures/regolith.ts";
import { Chunk } from "../tracer/chunk.ts";
import type { Ground, Planting } from "./ground-kind.ts";
import { dropUnder } from "./pedestal.ts";
import type { Stock } from "./stock.ts";

const GREY: Vec3 = [0.2, 0.195, 0.19];
const RUST: Vec3 = [0.36, 0.16, 0.075];

/** Worn hills behind a plain full of craters. */
function worn(x: number, z: number): number {
  const ridge = 1 - Math.abs(gradientFbm(x * 0.11 + 3, z * 0.1, 4));
  return (
    craterHeight(x, z, 3.4, 0.7) +
    craterHeight(x + 9, z, 1.15, 0.55) +
    craterHeight(x, z + 5, 0.42, 0.5) +
    gradientFbm(x * 0.5, z * 0.5, 4) * 0.1 +
    (0.9 * ridge ** 3 + 0.5 * valueFbm(x * 0.3, z * 0.3, 4)) * smoothstep(5, 22, z)
  );
}

const toneOf = ({ sights }: SceneSpec): Vec3 => (sights.includes("mars") ? RUST : GREY);

/** Rock with dark veins and pits. */
function rockCoat(color: Vec3): Coat {
  return {
    material: { reflectance: 0.015, roughness: 0.7 },
    color(a, b, coarse, out) {
      const k = coarse
        ? 0.8
        : (0.45 + 0.8 * valueFbm(a * 7, b * 7, 5)) * (0.85 + 0.3 * hash2((a * 210) | 0, (b * 210) | 0));
      for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
    },
    relief: {
      height: (a, b) => gradientFbm(a * 9, b * 9, 4) * 0.03 + gradientFbm(a * 40, b * 40, 2) * 0.004,
      step: 0.006,
    },
  };
}

/** Stones on the ground and, where the prompt or the arrangement says so, stones that hang in the void. */
function strewn(stock: Stock, { spec, rich, distance, place, outside }: Planting, random: () => number): void {
  const drop = dropUnder(spec);
  const material = stock.material(rockCoat(toneOf(spec)));
  const rock = (x: number, y: number, z: number, size: number) =>
    stock.add(
      new Chunk({
        middle: [x, y, z],
        radii: [size * (0.9 + 0.5 * random()), size * (0.6 + 0.4 * random()), size * (0.8 + 0.4 * random())],
        faces: 11,
        cut: 0.42,
        seed: Math.floor(random() * 1e6),
        material,
      }),
    );
  for (let i = 0; i < (rich ? 34 : 16); i++) {
    const z = place.z - 0.75 + 4.6 * random() ** 1.3;
    const x = place.x + (random() - 0.5) * 0.75 * z;
    const size = 0.018 + 0.11 * random() ** 3 * Math.min(1, 0.25 + outside(x, z));
    if (outside(x, z) > size + 0.12) rock(x, size * 0.2 - drop, z, size);
  }
  const asked = spec.sights.includes("floating-rock") || spec.sights.includes("asteroid");
  const count = asked ? (rich ? 13 : 8) : spec.layout % 2 === 1 ? (rich ? 6 : 3) : 0;
  for (let i = 0; i < count; i++) {
    // Beside the product, from the ground up to the picture's upper edge.
    const side = i % 2 === 0 ? 1 : -1;
    const z = distance + 0.5 + 4.5 * random();
    rock(
      place.x + side * (0.12 + 0.18 * random()) * z,
      0.35 + (0.1 + 0.16 * random()) * z,
      z,
      (0.012 + 0.026 * random() ** 2) * z,
    );
  }
}

/** The ground of a moon or of a planet without air. */
export const REGOLITH = {
  regolith: {
    around: "space",
    relief: worn,
    coat: (_place, spec) => regolithCoat(toneOf(spec)),
    reach: 46,
    horizon: 0.4,
    build: strewn,
    sun: { height: 0.36, strength: 1.15 },
  },
} satisfies Record<string, Ground>;
