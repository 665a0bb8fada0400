import { valueFbm } from "../../math/noise.ts";
import { smoothstep } from "../../math/scalar.ts";
import { mixed, normalized, scaled, type Vec3 } from "../../math/vector.ts";
import { type Coat, plainCoat } from "../../textures/coat.ts";
import { turnedCoat } from "../../textures/turned-coat.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import { Ellipsoid } from "../../tracer/ellipsoid.ts";
import { Lathe } from "../../tracer/lathe.ts";
import { GLOSS, SKIN, type ThingKind } from "./thing-kind.ts";

const CLAY: Vec3 = [0.5, 0.24, 0.13];
const EARTH: Coat = plainCoat([0.06, 0.045, 0.035]);
const PORCELAIN: Coat = plainCoat([0.86, 0.85, 0.82], GLOSS);
const VINYL = { reflectance: 0.06, roughness: 0.2 } as const;

const PLATE = [
  [0, 0],
  [0.55, 0],
  [0.62, 0.03],
  [0.98, 0.12],
  [1, 0.14],
  [0.97, 0.15],
  [0.62, 0.065],
  [0.55, 0.045],
  [0, 0.045],
] as const;
const POT = [
  [0, 0],
  [0.62, 0],
  [0.84, 0.8],
  [0.92, 0.8],
  [0.94, 1.02],
  [0.86, 1.04],
  [0.78, 0.94],
  [0, 0.94],
] as const;
const BASKET = [
  [0, 0],
  [0.7, 0],
  [0.82, 0.12],
  [1, 0.62],
  [1.03, 0.66],
  [0.98, 0.7],
  [0.93, 0.64],
  [0.78, 0.2],
  [0, 0.16],
] as const;
const ROLL = [
  [0, -1],
  [0.3, -1],
  [0.33, -0.97],
  [0.33, 0.97],
  [0.3, 1],
  [0, 1],
] as const;

const CACTUS_RIBS = 13;
/** Green ribs with rows of pale spines between x, z and the height above the foot. */
function cactusCoat(origin: Vec3, size: number): Coat {
  return turnedCoat({ origin }, SKIN, ({ turn, along }, coarse, out) => {
    const rib = Math.abs(turn * CACTUS_RIBS - Math.round(turn * CACTUS_RIBS)) * 2;
    const deep = coarse ? 0.75 : 0.42 + 0.58 * smoothstep(1, 0.35, rib);
    const row = (along / size) * 6.5;
    const spine = coarse ? 0 : smoothstep(0.3, 0.1, Math.hypot(rib * 1.4, (row - Math.round(row)) * 1.6));
    const tone = mixed(scaled([0.13, 0.34, 0.12], deep), [0.85, 0.82, 0.62], spine * 0.9);
    for (let c = 0; c < 3; c++) out[c] = tone[c] as number;
  });
}

/** Things of house and leisure. */
export const HOME = {
  plate: {
    count: [1, 2],
    room: 0.3,
    away: 0.6,
    build: (stock, { x, y, z }) =>
      stock.add(new Lathe({ origin: [x, y, z], size: 0.3, profile: PLATE, material: stock.material(PORCELAIN) })),
  },
  basket: {
    count: [1, 1],
    room: 0.32,
    away: 0.85,
    build(stock, { x, y, z }) {
      const size = 0.3;
      const origin: Vec3 = [x, y, z];
      const coat = turnedCoat({ origin }, SKIN, ({ turn, along }, coarse, out) => {
        const row = along / 0.026;
        const cell = turn * 34 + (Math.floor(row) % 2 ? 0.5 : 0);
        const over = Math.abs(cell - Math.floor(cell) - 0.5) * 2;
        const gap = Math.abs(row - Math.floor(row) - 0.5) * 2;
        const k = coarse ? 0.8 : (0.4 + 0.6 * smoothstep(1, 0.3, gap)) * (0.62 + 0.38 * smoothstep(1, 0.2, over));
        const tone = scaled([0.6, 0.38, 0.18], k * (coarse ? 1 : 0.85 + 0.3 * valueFbm(turn * 70, along * 60, 2)));
        for (let c = 0; c < 3; c++) out[c] = tone[c] as number;
      });
      stock.add(new Lathe({ origin, size, profile: BASKET, material: stock.material(coat) }));
    },
  },
  towel: {
    count: [1, 2],
    room: 0.32,
    away: 0.8,
    build(stock, { x, y, z, index, palette, random }) {
      const axis = normalized([0.55 * (random() - 0.5), 0, -1]);
      const across: Vec3 = [-axis[2], 0, axis[0]];
      const size = 0.24;
      const radius = size * 0.33;
      const colors = [[0.88, 0.86, 0.82] as const, mixed(palette.support, [0.9, 0.88, 0.85], 0.4)];
      const places = [
        [-1, 0],
        [1, 0],
        [0, 1],
      ] as const;
      for (const [i, [side, up]] of places.entries()) {
        const origin: Vec3 = [
          x + across[0] * side * radius,
          y + radius * (0.97 + 1.72 * up),
          z + across[2] * side * radius,
        ];
        const color = colors[(i + index) % 2] as Vec3;
        const coat = turnedCoat(
          { origin, axis },
          { reflectance: 0, roughness: 1 },
          ({ turn, along, away, facing }, coarse, out) => {
            const wound = away / (radius * 0.27) - turn;
            const fold =
              Math.abs(facing) > 0.6 ? smoothstep(0.5, 0.34, Math.abs(wound - Math.round(wound))) * 0.45 + 0.55 : 1;
            const pile = coarse ? 1 : 0.86 + 0.28 * valueFbm(turn * 90, along * 70 + away * 60, 3);
            for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * (coarse ? 0.9 : fold) * pile;
          },
        );
        stock.add(new Lathe({ origin, axis, size, profile: ROLL, material: stock.material(coat) }));
      }
    },
  },
  record: {
    count: [1, 2],
    room: 0.34,
    away: 0.85,
    build(stock, { x, y, z, index, palette }) {
      const size = 0.42;
      // The first one leans as if on something behind it, the next lies.
      const axis = index === 0 ? normalized([0.14, 0.34, -0.94]) : ([0, 1, 0] as const);
      const origin: Vec3 = [x, index === 0 ? y + size * 0.94 : y + 0.008, z];
      const label = palette.accent;
      const coat = turnedCoat({ origin, axis }, VINYL, ({ turn, away }, coarse, out) => {
        const r = away / size;
        const bow =
          Math.abs(Math.sin(turn * 2 * Math.PI + 0.7)) ** 24 + Math.abs(Math.sin(turn * 2 * Math.PI + 1.1)) ** 60;
        const groove = coarse ? 0 : 0.5 + 0.5 * Math.sin(r * 260);
        const track = smoothstep(0.012, 0.004, Math.abs(((r * 5.2) % 1) - 0.5));
        const shine = 0.012 + (0.05 + 0.06 * groove) * bow * (1 - track);
        const onLabel = smoothstep(0.345, 0.335, r);
        const hole = smoothstep(0.025, 0.03, r);
        for (let c = 0; c < 3; c++) out[c] = (shine + ((label[c] as number) - shine) * onLabel) * hole;
      });
      const profile = [
        [0, -0.012],
        [1, -0.012],
        [1, 0.012],
        [0, 0.012],
      ] as const;
      stock.add(new Lathe({ origin, axis, size, profile, material: stock.material(coat) }));
    },
  },
  cactus: {
    count: [1, 2],
    room: 0.24,
    away: 0.85,
    build(stock, { x, y, z, index, palette, random }) {
      const pot = stock.material(plainCoat(mixed(palette.support, CLAY, index % 2 ? 0.35 : 0.85), SKIN));
      const size = 0.17;
      stock.add(
        new Lathe({ origin: [x, y, z], size, profile: POT, material: pot }),
        new Cylinder({
          x,
          z,
          radius: size * 0.76,
          bottom: y + size * 0.8,
          top: y + size * 0.96,
          material: stock.material(EARTH),
        }),
      );
      const foot = y + size * 0.94;
      const column = (dx: number, up: number, radius: number, high: number) => {
        const coat = stock.material(cactusCoat([x + dx, foot, z], 0.3));
        stock.add(
          new Ellipsoid({
            x: x + dx,
            y: foot + up + high * 0.5,
            z,
            radiusX: radius,
            radiusY: high * 0.56,
            radiusZ: radius,
            material: coat,
          }),
        );
      };
      if (index % 2) column(0, -0.04, 0.13, 0.24);
      else {
        column(0, -0.06, 0.085, 0.6);
        column(0.092, 0.1, 0.042, 0.24 + 0.06 * random());
        column(-0.086, 0.04, 0.038, 0.2);
      }
    },
  },
} satisfies Record<string, ThingKind>;
