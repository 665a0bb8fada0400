import { hash2, valueFbm } from "../../math/noise.ts";
import { clamp, smoothstep } from "../../math/scalar.ts";
import { mixed, normalized, scaled, type Vec3 } from "../../math/vector.ts";
import type { Stock } from "../../settings/stock.ts";
import { turnedCoat } from "../../textures/turned-coat.ts";
import { Lathe } from "../../tracer/lathe.ts";
import { Sphere } from "../../tracer/sphere.ts";
import { SKIN, type ThingKind, type ThingSpot } from "./thing-kind.ts";

type Profile = readonly (readonly [number, number])[];

const WET = { reflectance: 0.06, roughness: 0.22 } as const;

/** Half of a fruit: what its cut face shows from the middle outwards, in shares of the radius. */
interface Halved {
  readonly skin: Vec3;
  readonly stripes?: Vec3;
  readonly rind: Vec3;
  /** Where the flesh ends. */
  readonly flesh: Vec3;
  readonly fleshTo: number;
  readonly core?: Vec3;
  readonly coreTo?: number;
  /** Grains on the flesh: how many across, how large (0 to 0.5 of their cell), how often, and where. */
  readonly seeds?: {
    readonly color: Vec3;
    readonly across: number;
    readonly size: number;
    readonly often: number;
    readonly from: number;
    readonly to: number;
  };
  /** Rays of flesh that go out from the core. */
  readonly rays?: number;
}

export const HALVES = {
  watermelon: {
    skin: [0.05, 0.2, 0.04],
    stripes: [0.2, 0.42, 0.1],
    rind: [0.78, 0.86, 0.6],
    flesh: [0.82, 0.09, 0.075],
    fleshTo: 0.86,
    seeds: { color: [0.02, 0.012, 0.01], across: 9, size: 0.2, often: 0.42, from: 0.25, to: 0.74 },
  },
  kiwi: {
    skin: [0.26, 0.17, 0.07],
    rind: [0.4, 0.42, 0.12],
    flesh: [0.3, 0.55, 0.06],
    fleshTo: 0.95,
    core: [0.75, 0.8, 0.5],
    coreTo: 0.22,
    seeds: { color: [0.02, 0.015, 0.01], across: 22, size: 0.3, often: 0.75, from: 0.27, to: 0.46 },
    rays: 26,
  },
  "dragon-fruit": {
    skin: [0.78, 0.05, 0.24],
    rind: [0.85, 0.12, 0.36],
    flesh: [0.9, 0.9, 0.9],
    fleshTo: 0.9,
    seeds: { color: [0.02, 0.02, 0.025], across: 26, size: 0.24, often: 0.6, from: 0, to: 0.84 },
  },
  papaya: {
    skin: [0.8, 0.5, 0.06],
    rind: [0.88, 0.52, 0.12],
    flesh: [0.92, 0.33, 0.05],
    fleshTo: 0.93,
    core: [0.62, 0.2, 0.03],
    coreTo: 0.4,
    seeds: { color: [0.02, 0.018, 0.016], across: 12, size: 0.44, often: 0.9, from: 0, to: 0.34 },
  },
  avocado: {
    skin: [0.06, 0.1, 0.03],
    rind: [0.3, 0.5, 0.1],
    flesh: [0.78, 0.78, 0.34],
    fleshTo: 0.88,
    core: [0.24, 0.11, 0.04],
    coreTo: 0.42,
  },
  coconut: {
    skin: [0.15, 0.085, 0.045],
    rind: [0.2, 0.11, 0.06],
    flesh: [0.94, 0.93, 0.9],
    fleshTo: 0.93,
    core: [0.72, 0.73, 0.72],
    coreTo: 0.66,
  },
  "passion-fruit": {
    skin: [0.13, 0.03, 0.08],
    rind: [0.82, 0.7, 0.6],
    flesh: [0.86, 0.48, 0.03],
    fleshTo: 0.82,
    seeds: { color: [0.03, 0.02, 0.015], across: 11, size: 0.3, often: 0.8, from: 0, to: 0.72 },
  },
} as const satisfies Record<string, Halved>;

/** The lower half of a ball, its face up. */
const BOWL: Profile = [
  ...Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI / 2) * (i / 9);
    return [Math.sin(angle), -Math.cos(angle)] as const;
  }),
  [0, 0.001],
];

function skinTone(half: Halved, turn: number, along: number, coarse: boolean): Vec3 {
  if (!half.stripes) return scaled(half.skin, coarse ? 1 : 0.8 + 0.4 * valueFbm(turn * 60, along * 40, 3));
  const wave = coarse
    ? 0.5
    : 0.5 + 0.5 * Math.sin(turn * 2 * Math.PI * 11 + 5 * (valueFbm(turn * 44, along * 18, 3) - 0.5));
  return mixed(half.skin, half.stripes, smoothstep(0.45, 0.75, wave));
}

function faceTone(half: Halved, turn: number, away: number, coarse: boolean): Vec3 {
  const { flesh, fleshTo, core, coreTo = 0, seeds, rays } = half;
  let tone: Vec3 = mixed(flesh, half.rind, smoothstep(fleshTo - 0.02, fleshTo + 0.02, away));
  if (rays && !coarse && away < fleshTo)
    tone = mixed(
      tone,
      scaled(half.rind, 1.3),
      0.3 * Math.abs(Math.sin(turn * Math.PI * rays)) * smoothstep(coreTo, 0.5, away),
    );
  if (core) tone = mixed(core, tone, smoothstep(coreTo - 0.03, coreTo + 0.03, away));
  tone = mixed(tone, half.skin, smoothstep(0.975, 0.99, away));
  if (seeds && !coarse && away > seeds.from && away < seeds.to) {
    const angle = turn * 2 * Math.PI;
    const u = Math.cos(angle) * away * seeds.across + 100;
    const v = Math.sin(angle) * away * seeds.across + 100;
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const room = 0.5 - seeds.size;
    const du = u - i - 0.5 - room * (2 * hash2(i, j) - 1);
    const dv = v - j - 0.5 - room * (2 * hash2(i + 57, j + 13) - 1);
    if (hash2(i + 91, j + 7) < seeds.often)
      tone = mixed(seeds.color, tone, smoothstep(seeds.size * 0.7, seeds.size, Math.hypot(du, dv)));
  }
  return tone;
}

/** Half a fruit that lies with its face towards the camera. */
export function halved(stock: Stock, { x, y, z, random }: ThingSpot, half: Halved, radius: number): void {
  const axis = normalized([0.9 * (random() - 0.5), 0.62, -0.7]);
  const origin: Vec3 = [x, y + radius * 0.96, z];
  const coat = turnedCoat({ origin, axis }, WET, ({ turn, along, away, facing }, coarse, out) => {
    const tone =
      facing > 0.7 ? faceTone(half, turn, away / radius, coarse) : skinTone(half, turn, along / radius, coarse);
    for (let c = 0; c < 3; c++) out[c] = clamp(tone[c] as number);
  });
  stock.add(new Lathe({ origin, axis, size: radius, profile: BOWL, material: stock.material(coat) }));
}

/** The whole fruit of the same kind. */
function whole(stock: Stock, { x, y, z, random }: ThingSpot, half: Halved, radius: number): void {
  const axis = normalized([random() - 0.5, 0.4, random() - 0.5]);
  const origin: Vec3 = [x, y + radius * 0.97, z];
  const coat = turnedCoat({ origin, axis }, SKIN, ({ turn, along }, coarse, out) => {
    const tone = skinTone(half, turn, along / radius, coarse);
    for (let c = 0; c < 3; c++) out[c] = clamp(tone[c] as number);
  });
  stock.add(new Sphere({ x, y: origin[1], z, radius, material: stock.material(coat) }));
}

export const halves = (half: Halved, radius: number): ThingKind => ({
  count: [3, 5],
  room: radius * 1.15,
  away: 0.5,
  build: (stock, spot) => halved(stock, spot, half, radius),
});
/** Where the whole fruit is a plain ball, every third one is whole. */
export const mixedHalves = (half: Halved, radius: number): ThingKind => ({
  ...halves(half, radius),
  build: (stock, spot) => (spot.index % 3 === 1 ? whole : halved)(stock, spot, half, radius),
});
