import { hash2 } from "../../math/noise.ts";
import { smoothstep } from "../../math/scalar.ts";
import { mixed, normalized, scaled, type Vec3 } from "../../math/vector.ts";
import type { Stock } from "../../settings/stock.ts";
import { type Coat, plainCoat } from "../../textures/coat.ts";
import { turnedCoat } from "../../textures/turned-coat.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import { Ellipsoid } from "../../tracer/ellipsoid.ts";
import { Lathe } from "../../tracer/lathe.ts";
import { Sphere } from "../../tracer/sphere.ts";
import { GLOSS, SKIN, type ThingKind, type ThingSpot } from "./thing-kind.ts";

const PASTELS: readonly Vec3[] = [
  [0.86, 0.46, 0.52],
  [0.55, 0.76, 0.62],
  [0.9, 0.76, 0.42],
  [0.62, 0.54, 0.8],
  [0.48, 0.68, 0.86],
];
const BRIGHTS: readonly Vec3[] = [
  [0.8, 0.06, 0.1],
  [0.9, 0.55, 0.04],
  [0.1, 0.5, 0.16],
  [0.08, 0.28, 0.72],
  [0.78, 0.16, 0.45],
];
const STICK: Coat = plainCoat([0.86, 0.84, 0.8]);
const DOUGH: Vec3 = [0.55, 0.31, 0.11];

const of = (colors: readonly Vec3[], i: number) => colors[i % colors.length] as Vec3;

/** A ring around the axis: `around` and `thick` are the radii of its middle and of its body. */
const ring = (around: number, thick: number) =>
  Array.from({ length: 25 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 24;
    return [around + thick * Math.sin(angle), -thick * 0.86 * Math.cos(angle)] as const;
  });
const RING = ring(0.62, 0.38);
const SHELL = [
  [0, -0.02],
  [0.96, -0.02],
  [1, 0.03],
  [0.97, 0.14],
  [0.8, 0.3],
  [0.45, 0.4],
  [0, 0.42],
] as const;

function donut(stock: Stock, { x, y, z, index, random }: ThingSpot): void {
  const size = 0.15;
  const leaning = index % 3 === 2;
  const axis = normalized(leaning ? [0.3 * (random() - 0.5), 0.5, -0.86] : [0.06, 1, -0.08]);
  const origin: Vec3 = [x, y + size * (leaning ? 0.93 : 0.32), z];
  const icing = of(PASTELS, index);
  const coat = turnedCoat({ origin, axis }, GLOSS, ({ turn, along }, coarse, out) => {
    const drip = coarse ? 0 : 0.07 * Math.sin(turn * 2 * Math.PI * 7) + 0.05 * Math.sin(turn * 2 * Math.PI * 12 + 1);
    const iced = smoothstep(-0.02, 0.02, along / size - 0.02 + drip);
    const tone = mixed(scaled(DOUGH, 0.8 + 0.5 * smoothstep(-0.3, 0, along / size)), icing, iced);
    for (let c = 0; c < 3; c++) out[c] = tone[c] as number;
  });
  stock.add(new Lathe({ origin, axis, size, profile: RING, material: stock.material(coat) }));
  if (leaning) return;
  for (let i = 0; i < 34; i++) {
    const turn = 2 * Math.PI * hash2(i, index);
    const out = size * (0.62 + 0.3 * (2 * hash2(i, index + 31) - 1));
    const up = size * 0.33 * Math.sqrt(Math.max(0, 1 - ((out / size - 0.62) / 0.38) ** 2));
    stock.add(sprinkle(stock, x + Math.cos(turn) * out, origin[1] + up, z + Math.sin(turn) * out, i));
  }
}

function sprinkle(stock: Stock, x: number, y: number, z: number, i: number): Ellipsoid {
  return new Ellipsoid({
    x,
    y,
    z,
    radiusX: 0.014,
    radiusY: 0.005,
    radiusZ: 0.005,
    turn: 6 * hash2(i, 77),
    material: stock.material(SPRINKLES[i % SPRINKLES.length] as Coat),
  });
}
const SPRINKLES: readonly Coat[] = [...BRIGHTS, [0.9, 0.88, 0.84] as const].map((color) => plainCoat(color, SKIN));

function macaron(stock: Stock, x: number, y: number, z: number, axis: Vec3, color: Vec3): void {
  const size = 0.085;
  const shell = plainCoat(color, { reflectance: 0.035, roughness: 0.45 });
  const filling = plainCoat(mixed(color, [0.95, 0.9, 0.84], 0.65));
  const at = (k: number): Vec3 => [x + axis[0] * size * k, y + axis[1] * size * k, z + axis[2] * size * k];
  const down: Vec3 = [-axis[0], -axis[1], -axis[2]];
  stock.add(
    new Lathe({ origin: at(0.12), axis, size, profile: SHELL, material: stock.material(shell) }),
    new Lathe({ origin: at(-0.12), axis: down, size, profile: SHELL, material: stock.material(shell) }),
    new Lathe({
      origin: at(0),
      axis,
      size,
      profile: [
        [0, -0.12],
        [0.92, -0.12],
        [0.94, 0],
        [0.92, 0.12],
        [0, 0.12],
      ],
      material: stock.material(filling),
    }),
  );
}

/** Sponge under icing that runs down its side, berries on top. */
function cake(stock: Stock, { x, y, z, palette, random }: ThingSpot): void {
  const icing = mixed(palette.accent, [0.95, 0.9, 0.86], 0.45);
  const cream = plainCoat([0.92, 0.88, 0.8], { reflectance: 0.03, roughness: 0.5 });
  const size = 0.21;
  const origin: Vec3 = [x, y + 0.13, z];
  const top = 0.27;
  const coat = turnedCoat({ origin }, SKIN, ({ turn, along, facing }, coarse, out) => {
    const around = turn * 2 * Math.PI;
    const drip = coarse ? 0.07 : 0.075 + 0.035 * Math.sin(around * 11) + 0.025 * Math.sin(around * 7 + 2);
    const iced = facing > 0.5 ? 1 : smoothstep(top - drip - 0.004, top - drip + 0.004, along);
    const tone = mixed([0.9, 0.85, 0.76], icing, iced);
    for (let c = 0; c < 3; c++) out[c] = tone[c] as number;
  });
  stock.add(
    new Cylinder({
      x,
      z,
      radius: 0.26,
      bottom: y + 0.1,
      top: y + 0.125,
      bevel: 0.008,
      material: stock.material(STICK),
    }),
    new Cylinder({ x, z, radius: 0.05, bottom: y, top: y + 0.1, material: stock.material(STICK) }),
    new Cylinder({ x, z, radius: 0.15, bottom: y, top: y + 0.015, bevel: 0.006, material: stock.material(STICK) }),
    new Cylinder({
      x,
      z,
      radius: size,
      bottom: y + 0.12,
      top: origin[1] + top,
      bevel: 0.03,
      material: stock.material(coat),
    }),
  );
  const berry = stock.material(plainCoat([0.55, 0.02, 0.03], GLOSS));
  for (let i = 0; i < 9; i++) {
    const angle = (i / 9) * 2 * Math.PI + random() * 0.1;
    const at = [x + Math.cos(angle) * size * 0.74, z + Math.sin(angle) * size * 0.74] as const;
    stock.add(
      new Sphere({ x: at[0], y: origin[1] + top + 0.01, z: at[1], radius: 0.045, material: stock.material(cream) }),
      new Sphere({ x: at[0], y: origin[1] + top + 0.062, z: at[1], radius: 0.027, material: berry }),
    );
  }
}

/** Sweets and pastry. */
export const SWEETS = {
  donut: { count: [3, 5], room: 0.17, away: 0.5, build: donut },
  macaron: {
    count: [4, 7],
    room: 0.11,
    away: 0.45,
    build(stock, { x, y, z, index, random }) {
      if (index % 3 === 2) {
        // On its edge, its face turned to the camera.
        macaron(stock, x, y + 0.084, z, normalized([0.7 * (random() - 0.5), 0.16, -1]), of(PASTELS, index));
        return;
      }
      const stack = index % 3 === 0 ? 3 : 1;
      for (let i = 0; i < stack; i++)
        macaron(
          stock,
          x + 0.012 * (random() - 0.5),
          y + 0.046 + 0.09 * i,
          z,
          normalized([0.08 * (random() - 0.5), 1, 0.08 * (random() - 0.5)]),
          of(PASTELS, index + i * 2),
        );
    },
  },
  lollipop: {
    count: [3, 5],
    room: 0.15,
    away: 0.6,
    build(stock, { x, y, z, index, random }) {
      const size = 0.13;
      const high = y + 0.36 + 0.16 * random();
      const axis = normalized([0.5 * (random() - 0.5), 0.05, -1]);
      const origin: Vec3 = [x, high, z];
      const [one, other] = [of(BRIGHTS, index), [0.92, 0.9, 0.87] as const];
      const coat = turnedCoat({ origin, axis }, GLOSS, ({ turn, away }, coarse, out) => {
        const wave = coarse ? 0.5 : 0.5 + 0.5 * Math.sin(2 * Math.PI * (turn * 2 + (away / size) * 2.4));
        const tone = mixed(one, other, smoothstep(0.44, 0.56, wave));
        for (let c = 0; c < 3; c++) out[c] = tone[c] as number;
      });
      const disc = [
        [0, -0.2],
        [0.85, -0.2],
        [0.98, -0.1],
        [1, 0],
        [0.98, 0.1],
        [0.85, 0.2],
        [0, 0.2],
      ] as const;
      stock.add(
        new Lathe({ origin, axis, size, profile: disc, material: stock.material(coat) }),
        new Cylinder({
          x,
          z,
          radius: 0.011,
          bottom: y - 0.02,
          top: high - size * 0.9,
          material: stock.material(STICK),
        }),
      );
    },
  },
  cake: { count: [1, 1], room: 0.28, away: 0.3, build: cake },
  candy: {
    count: [12, 24],
    room: 0.05,
    away: 0.4,
    build(stock, { x, y, z, index, random }) {
      const radius = 0.03 + 0.018 * random();
      const coat = plainCoat(of(index % 2 ? BRIGHTS : PASTELS, index * 3 + 1), GLOSS);
      stock.add(new Sphere({ x, y: y + radius * 0.97, z, radius, material: stock.material(coat) }));
    },
  },
  sprinkles: {
    count: [60, 110],
    room: 0.018,
    away: 0.5,
    build: (stock, { x, y, z, index }) => stock.add(sprinkle(stock, x, y + 0.005, z, index)),
  },
} satisfies Record<string, ThingKind>;
