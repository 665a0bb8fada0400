import { valueFbm } from "../../math/noise.ts";
import { clamp, lerp, smoothstep } from "../../math/scalar.ts";
import { mixed, type Vec3 } from "../../math/vector.ts";
import { type Coat, plainCoat } from "../../textures/coat.ts";
import { Box } from "../../tracer/box.ts";
import { Ellipsoid } from "../../tracer/ellipsoid.ts";
import type { Material } from "../../tracer/scene.ts";
import { Sphere } from "../../tracer/sphere.ts";
import { BUBBLE, lying, SKIN, type ThingKind } from "./thing-kind.ts";

/** Frost within and on it veils what is seen through ice. */
const ICE: Coat = {
  material: { reflectance: 0.05, roughness: 0.05, clear: { swallows: [0.9, 0.35, 0.22], veil: 0.22 } },
  color(a, b, coarse, out) {
    const k = coarse ? 0.9 : 0.55 + 0.9 * smoothstep(0.35, 0.75, valueFbm(a * 16, b * 16, 4));
    out[0] = 0.8 * k;
    out[1] = 0.88 * k;
    out[2] = 0.94 * k;
  },
};
const DROP: Coat = plainCoat([0.8, 0.86, 0.88], { reflectance: 0.2, roughness: 0.05 });
/** A stone that leaves its colour after a tenth of a world unit. */
const gemOf = (color: Vec3): Material => ({
  reflectance: 0.08,
  roughness: 0.03,
  clear: { swallows: [-Math.log(color[0]) * 4, -Math.log(color[1]) * 4, -Math.log(color[2]) * 4], veil: 0.3 },
});
const STARFISH: Coat = {
  material: SKIN,
  color(a, b, coarse, out) {
    const k = coarse ? 0.9 : 0.7 + 0.6 * valueFbm(a * 70, b * 70, 2);
    out[0] = 0.74 * k;
    out[1] = 0.27 * k;
    out[2] = 0.09 * k;
  },
};
const SHELLS: readonly Vec3[] = [
  [0.86, 0.62, 0.5],
  [0.9, 0.84, 0.74],
  [0.8, 0.5, 0.42],
];
const SHELL_RIBS = 20;

/** Ribs that fan out from the hinge at (x, z), crossed by bands of growth that are darker towards the rim. */
function shellCoat(x: number, z: number, size: number, color: Vec3): Coat {
  return {
    material: SKIN,
    color(_a, _b, coarse, out, hit) {
      const grown = Math.hypot(hit.x - x, hit.z - z) / size;
      const rib = coarse ? 0.5 : 0.5 + 0.5 * Math.cos(Math.atan2(hit.z - z, hit.x - x) * SHELL_RIBS);
      const band = coarse ? 0.5 : 0.5 + 0.5 * Math.sin(grown * 13);
      const k = (0.5 + 0.5 * rib) * (1.06 - 0.16 * grown * band);
      for (let c = 0; c < 3; c++) out[c] = lerp(0.93, color[c] as number, clamp(grown * 0.75)) * k;
    },
  };
}
const PEBBLES: readonly Coat[] = (
  [
    [0.42, 0.4, 0.37],
    [0.2, 0.19, 0.185],
    [0.62, 0.59, 0.54],
  ] satisfies Vec3[]
).map((color) => ({
  material: { reflectance: 0.035, roughness: 0.45 },
  color(a, b, coarse, out) {
    const k = coarse ? 1 : 0.8 + 0.4 * valueFbm(a * 22, b * 22, 4);
    for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
  },
}));
const FALLEN: readonly Coat[] = (
  [
    [0.6, 0.2, 0.03],
    [0.72, 0.42, 0.05],
    [0.45, 0.08, 0.02],
    [0.36, 0.17, 0.06],
  ] satisfies Vec3[]
).map((color) => plainCoat(color, SKIN));

/** What lies about outdoors: stones, shells, leaves, water and ice. */
export const FOUND = {
  pebble: {
    count: [6, 11],
    room: 0.1,
    away: 0.45,
    build(stock, spot) {
      const size = 0.05 + 0.07 * spot.random() ** 2;
      lying(stock, spot, PEBBLES[spot.index % 3] as Coat, [size * 1.3, size * 0.62, size], 0.7);
    },
  },
  drop: {
    count: [16, 38],
    room: 0.03,
    away: 0.3,
    build(stock, spot) {
      const size = 0.012 + 0.03 * spot.random() ** 2;
      lying(stock, spot, DROP, [size * 1.15, size * 0.55, size], 0.35);
    },
  },
  ice: {
    count: [4, 7],
    room: 0.13,
    away: 0.35,
    build(stock, { x, y, z, random }) {
      const half = 0.075 + 0.025 * random();
      stock.add(
        new Box({
          x,
          y: y + half * 0.97,
          z,
          halfX: half,
          halfY: half,
          halfZ: half,
          turn: random() * 1.5,
          bevel: 0.03,
          material: stock.material(ICE),
        }),
      );
    },
  },
  shell: {
    count: [3, 6],
    room: 0.1,
    away: 0.5,
    build(stock, spot) {
      const size = 0.07 + 0.035 * spot.random();
      const towards = 6 * spot.random();
      const [x, z] = [spot.x + Math.cos(towards) * size, spot.z + Math.sin(towards) * size];
      const color = SHELLS[spot.index % SHELLS.length] as Vec3;
      lying(stock, spot, shellCoat(x, z, size, color), [size, size * 0.5, size], 0.3);
    },
  },
  starfish: {
    count: [2, 3],
    room: 0.15,
    away: 0.5,
    build(stock, { x, y, z, random }) {
      const long = 0.055 + 0.012 * random();
      const turn = 6 * random();
      const material = stock.material(STARFISH);
      for (let arm = 0; arm < 5; arm++) {
        const angle = turn + (arm / 5) * 2 * Math.PI;
        stock.add(
          new Ellipsoid({
            x: x + Math.cos(angle) * long * 0.85,
            y: y + 0.014,
            z: z + Math.sin(angle) * long * 0.85,
            radiusX: long,
            radiusY: 0.022,
            radiusZ: long * 0.34,
            turn: angle,
            lean: 0.1,
            material,
          }),
        );
      }
    },
  },
  petal: {
    count: [12, 26],
    room: 0.05,
    away: 0.45,
    build(stock, spot) {
      const coat = plainCoat(mixed(spot.bloom, [1, 1, 1], 0.14 * (spot.index % 3)), SKIN);
      const size = 0.038 + 0.016 * spot.random();
      lying(stock, spot, coat, [size * 1.25, size * 0.16, size * 0.85], 0.9);
    },
  },
  "autumn-leaf": {
    count: [11, 24],
    room: 0.07,
    away: 0.7,
    build(stock, spot) {
      const size = 0.06 + 0.03 * spot.random();
      lying(stock, spot, FALLEN[spot.index % FALLEN.length] as Coat, [size * 1.25, size * 0.09, size * 0.8], 0.9);
    },
  },
  bubble: {
    count: [9, 18],
    room: 0.07,
    away: 0.6,
    build(stock, { x, y, z, random }) {
      const radius = 0.025 + 0.06 * random() ** 2;
      stock.add(new Sphere({ x, y: y + radius + 1.1 * random(), z, radius, material: stock.material(BUBBLE) }));
    },
  },
  crystal: {
    count: [4, 7],
    room: 0.13,
    away: 0.5,
    build(stock, { x, y, z, palette, random }) {
      const half = 0.045 + 0.03 * random();
      const material = stock.material(plainCoat(mixed(palette.accent, [1, 1, 1], 0.3), gemOf(palette.accent)));
      const tall = half * (2.4 + 2.6 * random());
      stock.add(
        new Box({
          x,
          y: y + tall * 0.9,
          z,
          halfX: half,
          halfY: tall,
          halfZ: half * 0.8,
          turn: random() * 1.5,
          bevel: half * 0.6,
          material,
        }),
      );
    },
  },
} satisfies Record<string, ThingKind>;
