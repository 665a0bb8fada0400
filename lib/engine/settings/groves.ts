import { gradientFbm, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growGrass } from "../plants/grass.ts";
import type { Plot } from "../plants/plot.ts";
import { growPotPlant } from "../plants/pot-plant.ts";
import type { Coat } from "../textures/coat.ts";
import { barkCoat, mossCoat } from "../textures/ground-coats.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import type { Ground, Planting } from "./ground-kind.ts";
import { mound } from "./relief.ts";
import type { Stock } from "./stock.ts";

const MATT = { reflectance: 0.02, roughness: 0.6 } as const;
const FALLEN: readonly Vec3[] = [
  [0.5, 0.17, 0.03],
  [0.62, 0.32, 0.05],
  [0.4, 0.09, 0.025],
  [0.3, 0.15, 0.06],
  [0.66, 0.42, 0.08],
];
const LEAF_SIZE = 0.125;

/** Fallen leaves over each other, each of one colour and with a midrib; 0 between them. */
function litterCoat(): Coat {
  const layers = [
    { turn: 0.4, shift: 0 },
    { turn: 1.7, shift: 31 },
    { turn: 2.9, shift: 67 },
  ];
  return {
    material: MATT,
    color(a, b, coarse, out) {
      out[0] = 0.2;
      out[1] = 0.09;
      out[2] = 0.03;
      if (coarse) {
        out[0] = 0.38;
        out[1] = 0.17;
        out[2] = 0.04;
        return;
      }
      for (const { turn, shift } of layers) {
        const u = (a * Math.cos(turn) + b * Math.sin(turn)) / LEAF_SIZE + shift;
        const v = (b * Math.cos(turn) - a * Math.sin(turn)) / (LEAF_SIZE * 0.8) + shift;
        const column = Math.floor(u);
        const row = Math.floor(v);
        const angle = hash2(column, row) * 6.28;
        const x = u - column - 0.5 + 0.24 * (hash2(column + 9, row) - 0.5);
        const y = v - row - 0.5 + 0.24 * (hash2(column, row + 9) - 0.5);
        const along = x * Math.cos(angle) + y * Math.sin(angle);
        const across = y * Math.cos(angle) - x * Math.sin(angle);
        const inside = 1 - (along / 0.46) ** 2 - (Math.abs(across) / 0.25) * (1 + 0.4 * along);
        if (inside < 0) continue;
        const color = FALLEN[Math.floor(hash2(column + 3, row + 5) * FALLEN.length)] as Vec3;
        const tone = (0.4 + 0.7 * hash2(column + 17, row)) * smoothstep(0, 0.14, inside);
        const rib = 1 - 0.3 * smoothstep(0.03, 0.005, Math.abs(across));
        for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * tone * rib + 0.012;
      }
    },
    relief: { height: (x, z) => gradientFbm(x * 16, z * 16, 3) * 0.012, step: 0.006 },
  };
}

const NODES = 1.9;

/** A bamboo culm: smooth, with a pale ring and a dark line at each node. */
function culmCoat(): Coat {
  return {
    material: { reflectance: 0.04, roughness: 0.35 },
    color(a, b, coarse, out) {
      // Smooth across a culm, different from one to the next.
      const at = b * NODES + 2.5 * valueNoise(a * 0.9, 3.7);
      const from = Math.abs(at - Math.round(at));
      const ring = coarse ? 0 : smoothstep(0.055, 0.02, from);
      const line = coarse ? 0 : smoothstep(0.014, 0.006, from);
      const k = (coarse ? 1 : 0.85 + 0.3 * valueFbm(a * 4, b * 0.7, 3)) * (1 - 0.7 * line);
      out[0] = (0.15 + 0.16 * ring) * k;
      out[1] = (0.25 + 0.13 * ring) * k;
      out[2] = (0.045 + 0.1 * ring) * k;
    },
  };
}

interface Stand {
  readonly count: number;
  /** World units: least and most. */
  readonly radius: readonly [number, number];
  /** From behind the product on, and the depth of the stand. */
  readonly from: number;
  readonly depth: number;
  /** Half of the opening that the product is seen in, as a share of the distance. */
  readonly opening: number;
}

/** Upright stems on both sides of an opening, farther ones nearer to its middle. */
function growStems(stock: Stock, { distance }: Planting, random: () => number, coat: Coat, stand: Stand): void {
  const material = stock.material(coat);
  for (let i = 0; i < stand.count; i++) {
    const z = distance + stand.from + (stand.depth * (i + random())) / stand.count;
    const side = i % 2 === 0 ? 1 : -1;
    const x = side * (stand.opening * (1.2 - i / stand.count) + 0.26 * random()) * z;
    const radius = stand.radius[0] + (stand.radius[1] - stand.radius[0]) * random() ** 2;
    stock.add(new Cylinder({ x, z, radius, bottom: -1, top: 11, material }));
  }
}

const DRY: readonly [Vec3, Vec3] = [
  [0.3, 0.14, 0.04],
  [0.62, 0.34, 0.08],
];
const YOUNG: readonly [Vec3, Vec3] = [
  [0.05, 0.13, 0.025],
  [0.2, 0.33, 0.06],
];

function undergrowth(plot: Plot, { rich, distance, outside }: Planting, colors: readonly [Vec3, Vec3]): void {
  growGrass(plot, {
    count: rich ? 2200 : 1200,
    height: 0.2,
    width: 0.016,
    colors,
    rootShade: 0.4,
    bend: 1.4,
    near: distance * 0.6,
    far: distance + 7,
    cover: (x, z) => smoothstep(0.3, 0.8, outside(x, z)) * smoothstep(0.5, 0.7, valueFbm(x * 1.1, z * 1.1 + 5, 3)),
  });
}

const BROAD: readonly [Vec3, Vec3] = [
  [0.03, 0.1, 0.03],
  [0.14, 0.3, 0.07],
];
/** Broad-leaved plants: beside and behind the product, as shares of the view, and their leaves in world units. */
const JUNGLE_PLANTS = [
  { across: -0.8, behind: 3.4, leaf: 1.7 },
  { across: 0.85, behind: 3, leaf: 1.8 },
  { across: -0.4, behind: 2.6, leaf: 0.9 },
  { across: 0.5, behind: 2.2, leaf: 1 },
  { across: -0.95, behind: 1.4, leaf: 1.5 },
  { across: 1, behind: 1.1, leaf: 1.5 },
  { across: -0.7, behind: 0.7, leaf: 0.75 },
  { across: 0.78, behind: 0.5, leaf: 0.7 },
] as const;

function plantJungle(plot: Plot, planting: Planting): void {
  undergrowth(plot, planting, YOUNG);
  const { camera } = plot.scene;
  const halfView = camera.widthPx / 2 / camera.focalPx;
  for (const { across, behind, leaf } of JUNGLE_PLANTS) {
    const z = planting.distance + behind + 0.3 * plot.random();
    const x = (across + 0.16 * (plot.random() - 0.5)) * halfView * z;
    growPotPlant(plot, {
      x,
      z,
      foot: plot.groundAt(x, z),
      leaf,
      count: 26,
      spread: 1.35,
      colors: BROAD,
      breadth: 0.062,
    });
  }
}

const GROVE = {
  around: "photograph",
  reach: 10,
  horizon: 0.42,
  haze: 0.024,
  aperturePx: 9,
} as const;

export const GROVES = {
  autumn: {
    ...GROVE,
    relief: (x, z) => mound(x * 1.2, z * 1.2),
    coat: litterCoat,
    plant: (plot, planting) => undergrowth(plot, planting, DRY),
    build: (stock, planting, random) =>
      growStems(stock, planting, random, barkCoat(), {
        count: 9,
        radius: [0.1, 0.26],
        from: 4,
        depth: 9,
        opening: 0.12,
      }),
    brightness: 0.95,
  },
  jungle: {
    ...GROVE,
    relief: (x, z) => mound(x * 1.3, z * 1.3) * 1.2,
    coat: ({ shift }) => mossCoat(shift),
    plant: plantJungle,
    build: (stock, planting, random) =>
      growStems(stock, planting, random, barkCoat(), {
        count: 7,
        radius: [0.1, 0.24],
        from: 4,
        depth: 7,
        opening: 0.14,
      }),
    brightness: 0.82,
  },
  bamboo: {
    ...GROVE,
    relief: (x, z) => mound(x, z),
    coat: ({ shift }) => mossCoat(shift),
    plant: (plot, planting) => undergrowth(plot, planting, YOUNG),
    build: (stock, planting, random) =>
      growStems(stock, planting, random, culmCoat(), {
        count: 34,
        radius: [0.05, 0.12],
        from: 1.9,
        depth: 8,
        opening: 0.15,
      }),
    brightness: 0.86,
  },
} satisfies Record<string, Ground>;
