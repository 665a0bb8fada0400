import { oklch } from "../../math/color.ts";
import { gradientFbm, valueFbm } from "../../math/noise.ts";
import { clamp, lerp, smoothstep } from "../../math/scalar.ts";
import type { Vec3 } from "../../math/vector.ts";
import { growDryGrass } from "../../plants/pot-plant.ts";
import type { SceneSpec } from "../../scene-spec.ts";
import type { Coat } from "../../textures/coat.ts";
import { slateCoat } from "../../textures/support-coats.ts";
import { Arch } from "../../tracer/arch.ts";
import { Sphere } from "../../tracer/sphere.ts";
import { DARK_WOOD, glazed, vase } from "../household.ts";
import type { Furnishing, Room } from "../room.ts";

const PAPER: Vec3 = [0.82, 0.79, 0.72];
const INK: Vec3 = [0.05, 0.065, 0.075];
const SEAL_SUN: Vec3 = [0.62, 0.11, 0.06];
const RANGES = 5;

/** Mountains in washes of ink on rice paper: each range darkest along its ridge, and lost in mist below. */
function inkCoat({ seed, tinted, palette, side, layout }: SceneSpec): Coat {
  const shift = seed % 71;
  const ink: Vec3 = tinted ? oklch(0.42, 0.06, palette.hue) : INK;
  // Half of the arrangements have a moon gate instead.
  const hasSun = layout % 4 < 2;
  const sunX = -0.72 * side;
  const sunY = 1.42 + 0.12 * (layout % 2);
  return {
    material: { reflectance: 0.02, roughness: 0.6 },
    color(a, b, coarse, out) {
      const fibre = coarse ? 1 : 0.975 + 0.05 * valueFbm(a * 26, b * 7, 3);
      for (let c = 0; c < 3; c++) out[c] = (PAPER[c] as number) * fibre;
      if (coarse) return;
      const sun = smoothstep(0.235, 0.215, Math.hypot(a - sunX, b - sunY) + 0.01 * gradientFbm(a * 9, b * 9, 2));
      for (let c = 0; c < 3; c++) out[c] = lerp(out[c] as number, SEAL_SUN[c] as number, hasSun ? 0.8 * sun : 0);
      for (let range = 0; range < RANGES; range++) {
        const near = range / (RANGES - 1);
        const rough = gradientFbm((a + shift) * (0.9 + 0.5 * near) + range * 17, range * 3.1, 5);
        const ridge = 1.05 - 0.75 * near + (0.62 - 0.2 * near) * rough;
        const under = ridge - b;
        if (under < 0) continue;
        const bleed = smoothstep(0, 0.02 + 0.02 * near, under);
        const wash = Math.exp(-under * (2.6 + 1.6 * near)) * (0.75 + 0.5 * valueFbm(a * 7 + range, b * 5, 4));
        const share = clamp(bleed * wash * (0.22 + 0.6 * near));
        for (let c = 0; c < 3; c++) out[c] = lerp(out[c] as number, ink[c] as number, share);
      }
    },
  };
}

function furnishInk({ spec, stock, rich, x, half, z, wallZ }: Furnishing): void {
  const far = -spec.side;
  if (spec.layout % 4 >= 2) {
    const radius = spec.layout % 4 === 2 ? 0.95 : 0.72;
    stock.add(
      new Arch({
        x: x + (spec.layout % 4 === 2 ? 0.1 : 0.5) * far,
        spring: 0.86,
        bottom: 0,
        disc: true,
        radius,
        hole: radius - 0.05,
        front: wallZ - 0.5,
        back: wallZ - 0.42,
        material: stock.material(DARK_WOOD),
      }),
    );
  }
  const stone = stock.material(slateCoat(spec.seed + 9, [0.14, 0.145, 0.15]));
  stock.add(
    new Sphere({ x: x + (half + 0.42) * far, y: 0.045, z: z + 0.35, radius: 0.13, material: stone }),
    new Sphere({ x: x + (half + 0.66) * far, y: 0.02, z: z + 0.2, radius: 0.075, material: stone }),
  );
  if (rich) vase(stock, { x: x - (half + 0.8) * far, z: z + 0.75 }, 0.17, glazed(0.4, 0.012, 220));
}

/** Mountains in ink on paper. */
export const INK_WALL: Room = {
  wall: inkCoat,
  depth: 1.9,
  key: 0.85,
  ambient: 0.68,
  exposure: 0.86,
  aperturePx: 4,
  furnish: furnishInk,
  plant: (plot, { spec, rich, x, half, z }) => {
    if (rich) growDryGrass(plot, { x: x + (half + 0.8) * spec.side, z: z + 0.75, foot: 0.38 });
  },
};
