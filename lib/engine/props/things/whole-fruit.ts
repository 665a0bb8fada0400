import { valueFbm } from "../../math/noise.ts";
import { clamp, lerp, smoothstep } from "../../math/scalar.ts";
import { mixed, normalized, scaled, type Vec3 } from "../../math/vector.ts";
import type { Stock } from "../../settings/stock.ts";
import { type Coat, plainCoat } from "../../textures/coat.ts";
import { turnedCoat } from "../../textures/turned-coat.ts";
import { Ellipsoid } from "../../tracer/ellipsoid.ts";
import { Lathe } from "../../tracer/lathe.ts";
import { Sphere } from "../../tracer/sphere.ts";
import { GLOSS, SKIN, type ThingSpot } from "./thing-kind.ts";

type Profile = readonly (readonly [number, number])[];

const STALK: Coat = plainCoat([0.16, 0.1, 0.04]);
const LEAF: Coat = plainCoat([0.09, 0.26, 0.05], SKIN);

/** A ball with a dimple where its stalk is and a smaller one below. */
const APPLE: Profile = Array.from({ length: 25 }, (_, i) => {
  const angle = (Math.PI * i) / 24;
  const r = Math.sin(angle) * (1 + 0.05 * Math.cos(angle - 2));
  const y = -Math.cos(angle) * 0.92;
  return [i === 24 ? 0 : r, y + (y > 0 ? -0.3 : 0.12) * Math.exp(-((r / 0.3) ** 2))] as const;
});
const PEAR: Profile = [
  [0, -0.82],
  [0.3, -0.86],
  [0.62, -0.72],
  [0.82, -0.42],
  [0.86, -0.1],
  [0.76, 0.22],
  [0.56, 0.52],
  [0.4, 0.8],
  [0.32, 1.04],
  [0.2, 1.16],
  [0, 1.14],
];
const STRAWBERRY: Profile = [
  [0, -1],
  [0.22, -0.95],
  [0.5, -0.6],
  [0.74, -0.1],
  [0.84, 0.3],
  [0.78, 0.62],
  [0.5, 0.8],
  [0, 0.76],
];
const PINEAPPLE: Profile = [
  [0, 0],
  [0.3, 0.01],
  [0.42, 0.12],
  [0.5, 0.4],
  [0.52, 0.75],
  [0.45, 1.08],
  [0.3, 1.24],
  [0, 1.26],
];
export const APPLES: readonly [Vec3, Vec3][] = [
  [
    [0.56, 0.02, 0.025],
    [0.72, 0.42, 0.1],
  ],
  [
    [0.36, 0.5, 0.06],
    [0.5, 0.56, 0.12],
  ],
];

export function apple(
  stock: Stock,
  { x, y, z, random }: ThingSpot,
  [skin, blush]: readonly [Vec3, Vec3],
  size = 0.135,
): void {
  const axis = normalized([0.5 * (random() - 0.5), 1, -0.35 * random()]);
  const origin: Vec3 = [x, y + size * 0.9, z];
  const coat = turnedCoat({ origin, axis }, GLOSS, ({ turn, along, away }, coarse, out) => {
    const streak = coarse ? 0.5 : valueFbm(turn * 46, (along / size) * 2.2, 3);
    const near = smoothstep(0.75, 0.1, away / size) * (along > 0 ? 1 : 0.5);
    const tone = mixed(skin, blush, clamp(near * 0.9 + smoothstep(0.55, 0.8, streak) * 0.5));
    for (let c = 0; c < 3; c++) out[c] = tone[c] as number;
  });
  stock.add(
    new Lathe({ origin, axis, size, profile: APPLE, material: stock.material(coat) }),
    new Ellipsoid({
      x: x + axis[0] * size * 0.85,
      y: origin[1] + axis[1] * size * 0.85,
      z: z + axis[2] * size * 0.85,
      radiusX: 0.007,
      radiusY: 0.045,
      radiusZ: 0.007,
      lean: 0.3,
      turn: 6 * random(),
      material: stock.material(STALK),
    }),
  );
}

/** A soft skin in two colours, fading from one side of the fruit to the other. */
export function blushed(
  stock: Stock,
  { x, y, z, random }: ThingSpot,
  [one, other]: readonly [Vec3, Vec3],
  [rx, ry, rz]: Vec3,
): void {
  const turn = 6 * random();
  const [ux, uz] = [Math.cos(turn + 1), Math.sin(turn + 1)];
  const coat: Coat = {
    material: SKIN,
    color(a, b, coarse, out, hit) {
      const side = hit.nx * ux + hit.nz * uz + 0.5 * hit.ny + (coarse ? 0 : valueFbm(a * 20, b * 20, 3) - 0.5);
      const share = smoothstep(-0.5, 0.9, side);
      for (let c = 0; c < 3; c++) out[c] = lerp(one[c] as number, other[c] as number, share);
    },
  };
  stock.add(
    new Ellipsoid({
      x,
      y: y + ry * 0.96,
      z,
      radiusX: rx,
      radiusY: ry,
      radiusZ: rz,
      turn,
      lean: 0.12,
      material: stock.material(coat),
    }),
  );
}

export function pear(stock: Stock, { x, y, z, index, random }: ThingSpot): void {
  const size = 0.125;
  const axis = normalized([0.3 * (random() - 0.5), 1, 0.2 * (random() - 0.5)]);
  const origin: Vec3 = [x, y + size * 0.84, z];
  const coat = turnedCoat({ origin, axis }, SKIN, ({ turn, along }, coarse, out) => {
    const freckle = coarse ? 1 : 0.9 + 0.2 * valueFbm(turn * 90, (along / size) * 30, 2);
    const tone = mixed([0.55, 0.56, 0.1], [0.66, 0.42, 0.08], smoothstep(0.2, 0.8, index % 2 ? turn : 0.3));
    for (let c = 0; c < 3; c++) out[c] = (tone[c] as number) * freckle;
  });
  stock.add(
    new Lathe({ origin, axis, size, profile: PEAR, material: stock.material(coat) }),
    new Ellipsoid({
      x: x + axis[0] * size * 1.35,
      y: origin[1] + size * 1.3,
      z: z + axis[2] * size * 1.35,
      radiusX: 0.007,
      radiusY: 0.04,
      radiusZ: 0.007,
      lean: 0.25,
      turn: 6 * random(),
      material: stock.material(STALK),
    }),
  );
}

export const PEACHES: readonly [Vec3, Vec3] = [
  [0.9, 0.55, 0.26],
  [0.78, 0.16, 0.13],
];
export const MANGOES: readonly [Vec3, Vec3] = [
  [0.88, 0.52, 0.05],
  [0.7, 0.16, 0.05],
];

export function strawberry(stock: Stock, { x, y, z, random }: ThingSpot): void {
  const size = 0.072 + 0.014 * random();
  const turn = 2 * Math.PI * random();
  // It lies on its side, a little up at the leaves.
  const axis = normalized([Math.cos(turn), 0.42, Math.sin(turn)]);
  const origin: Vec3 = [x, y + size * 0.86, z];
  const coat = turnedCoat({ origin, axis }, GLOSS, ({ turn: around, along, away }, coarse, out) => {
    const u = around * Math.max(5, Math.round((away / size) * 17));
    const row = (along / size) * 5.2;
    const shift = Math.floor(row) % 2 ? 0.5 : 0;
    const du = u + shift - Math.floor(u + shift) - 0.5;
    const dv = row - Math.floor(row) - 0.5;
    const seed = coarse ? 0 : smoothstep(0.26, 0.14, Math.hypot(du, dv * 0.8));
    const pale = smoothstep(0.4, 0.8, along / size);
    out[0] = lerp(lerp(0.66, 0.8, pale), 0.8, seed);
    out[1] = lerp(lerp(0.02, 0.22, pale), 0.5, seed);
    out[2] = lerp(lerp(0.018, 0.12, pale), 0.12, seed);
  });
  stock.add(new Lathe({ origin, axis, size, profile: STRAWBERRY, material: stock.material(coat) }));
  const leaf = stock.material(LEAF);
  for (let i = 0; i < 6; i++) {
    const a = (i / 6) * 2 * Math.PI;
    stock.add(
      new Ellipsoid({
        x: x + axis[0] * size * 0.82 - axis[2] * Math.cos(a) * size * 0.36,
        y: origin[1] + axis[1] * size * 0.82 + Math.sin(a) * size * 0.36,
        z: z + axis[2] * size * 0.82 + axis[0] * Math.cos(a) * size * 0.36,
        radiusX: size * 0.13,
        radiusY: size * 0.42,
        radiusZ: size * 0.13,
        lean: Math.PI / 2 - a,
        turn: turn + Math.PI / 2,
        material: leaf,
      }),
    );
  }
}

export function grapes(stock: Stock, { x, y, z, index, random }: ThingSpot): void {
  const radius = 0.042;
  const green = index % 2 === 1;
  const skin = green ? ([0.42, 0.52, 0.12] as const) : ([0.12, 0.025, 0.1] as const);
  const coats = [0.8, 1, 1.2].map((k) =>
    stock.material(
      plainCoat(mixed(scaled(skin, k), [0.5, 0.5, 0.6], green ? 0.02 : 0.1), { reflectance: 0.045, roughness: 0.24 }),
    ),
  );
  const turn = 2 * Math.PI * random();
  for (const [layer, rows] of [5, 4, 2].entries()) {
    for (let i = 0; i < rows; i++) {
      const across = 1 + Math.max(0, 3 - Math.abs(i - 1) - layer);
      for (let j = 0; j < across; j++) {
        const u = (i - rows / 2) * radius * 1.72 + radius * 0.5 * random();
        const v = (j - (across - 1) / 2) * radius * 1.8 + radius * 0.4 * (random() - 0.5);
        stock.add(
          new Sphere({
            x: x + u * Math.cos(turn) - v * Math.sin(turn),
            y: y + radius * (0.96 + 1.45 * layer),
            z: z + u * Math.sin(turn) + v * Math.cos(turn),
            radius: radius * (0.92 + 0.16 * random()),
            material: coats[(i + j + layer) % 3] as number,
          }),
        );
      }
    }
  }
}

export function pineapple(stock: Stock, { x, y, z, random }: ThingSpot): void {
  const size = 0.4;
  const origin: Vec3 = [x, y, z];
  const coat = turnedCoat({ origin }, { reflectance: 0.04, roughness: 0.4 }, ({ turn, along }, coarse, out) => {
    const a = turn * 11 + (along / size) * 6;
    const b = turn * 11 - (along / size) * 6;
    const u = a - Math.floor(a) - 0.5;
    const v = b - Math.floor(b) - 0.5;
    const edge = Math.max(Math.abs(u), Math.abs(v)) * 2;
    const eye = coarse ? 0.4 : smoothstep(0.5, 0.05, Math.hypot(u, v) * 1.6);
    const groove = coarse ? 0.75 : 1 - 0.72 * smoothstep(0.72, 0.97, edge);
    const tone = mixed([0.66, 0.33, 0.05], [0.3, 0.14, 0.04], eye * 0.8);
    const ripe = mixed(tone, [0.3, 0.3, 0.06], smoothstep(0.55, 1.2, along / size) * 0.6);
    for (let c = 0; c < 3; c++) out[c] = (ripe[c] as number) * groove;
  });
  stock.add(new Lathe({ origin, size, profile: PINEAPPLE, material: stock.material(coat) }));
  const greens = [0.7, 1, 1.35].map((k) => stock.material(plainCoat(scaled([0.11, 0.24, 0.07], k), SKIN)));
  for (let i = 0; i < 26; i++) {
    const ring = i / 26;
    const lean = 1.05 * (1 - ring) + 0.12 * random();
    const long = size * (0.3 + 0.26 * ring);
    const turn = i * 2.399963;
    const foot = size * (1.2 + 0.14 * ring);
    // An ellipsoid leans about its middle: half of its length away from its foot.
    const out = Math.sin(lean) * long * 0.9;
    stock.add(
      new Ellipsoid({
        x: x + Math.cos(turn) * out,
        y: y + foot + Math.cos(lean) * long * 0.9,
        z: z + Math.sin(turn) * out,
        radiusX: long * 0.07,
        radiusY: long,
        radiusZ: long * 0.2,
        turn,
        lean,
        material: greens[i % 3] as number,
      }),
    );
  }
}
