import { seededRandom } from "../math/random.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { type Bush, type Foliage, growBush } from "../plants/bushes.ts";
import { growGrass } from "../plants/grass.ts";
import { growMeadowFlowers } from "../plants/meadow-flowers.ts";
import type { Plot } from "../plants/plot.ts";
import { type Coat, plainCoat } from "../textures/coat.ts";
import { flagstoneCoat } from "../textures/flagstone.ts";
import { turfCoat } from "../textures/ground-coats.ts";
import { Box } from "../tracer/box.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import type { Place, Planting } from "./ground-kind.ts";
import type { Stock } from "./stock.ts";

const PATH_HALF = 0.82;
const BED = 0.95;
const LEAF: readonly [Vec3, Vec3] = [
  [0.045, 0.11, 0.022],
  [0.16, 0.27, 0.055],
];
const HEDGE: readonly [Vec3, Vec3] = [
  [0.03, 0.085, 0.02],
  [0.09, 0.18, 0.04],
];
const LAWN: readonly [Vec3, Vec3] = [
  [0.1, 0.21, 0.03],
  [0.2, 0.32, 0.06],
];
const WHITE: Vec3 = [0.9, 0.88, 0.86];
const PINK: Vec3 = [0.86, 0.34, 0.46];
const LILAC: Vec3 = [0.45, 0.34, 0.78];
const HEART: Vec3 = [0.9, 0.6, 0.08];
const SHADE: Coat = plainCoat([0.02, 0.05, 0.014]);

/** How far the path swings aside per squared unit behind the product, and the height of the hedge; variations take turns. */
const GARDENS = [
  [0.035, 1.7],
  [-0.05, 1.15],
  [0, 2.1],
  [0.07, 1.35],
] as const;

const gardenOf = ({ layout }: Place) => GARDENS[layout % GARDENS.length] ?? GARDENS[0];

/** Middle of the path `behind` units behind the product. */
function swing(place: Place, behind: number): number {
  return place.x + gardenOf(place)[0] * Math.max(0, behind - 0.4) ** 2;
}

/** Distance from the path's edge, negative on it. */
function offPath(place: Place, x: number, z: number): number {
  return Math.abs(x - swing(place, z - place.z)) - PATH_HALF;
}

/** Flagstones where the path runs, earth beside it. */
export function gardenCoat(place: Place): Coat {
  const stone = flagstoneCoat();
  const earth = turfCoat();
  const onPath = (a: number, b: number) => offPath(place, a, b) < 0;
  return {
    material: earth.material,
    color(a, b, coarse, out, hit) {
      (onPath(a, b) ? stone : earth).color(a, b, coarse, out, hit);
    },
    relief: {
      height: (a, b) => (onPath(a, b) ? stone : earth).relief?.height(a, b) ?? 0,
      step: 0.005,
    },
  };
}

interface Planted {
  readonly bush: Bush;
  readonly roses: boolean;
}

/** A hedge at the end, with a gap for the path, and rose bushes along the beds; from far to near. */
function bushesOf({ spec, rich, place }: Planting): Planted[] {
  const random = seededRandom(spec.seed ^ 0x6a2d);
  const end = place.z + 7.2;
  const hedges = [-1, 1].map((side): Planted => {
    const centre = swing(place, 7.2) + side * (PATH_HALF + 4.4);
    return {
      bush: { x: centre, z: end, halfX: 4.2, height: gardenOf(place)[1], halfZ: 0.5, clipped: true },
      roses: false,
    };
  });
  const count = rich ? 10 : 8;
  const roses = Array.from({ length: count }, (_, i): Planted => {
    const side = i % 2 === 0 ? 1 : -1;
    const dz = 4.8 - (4 * i) / count;
    const size = 0.34 + 0.16 * random();
    const x = swing(place, dz) + side * (PATH_HALF + 0.62 + size + 0.35 * random());
    return {
      bush: { x, z: place.z + dz, halfX: size, height: size * 2.05, halfZ: size, clipped: false },
      roses: true,
    };
  });
  return [...hedges, ...roses];
}

/** What bushes stand on and what keeps the light from the ground: the leaves are drawn over it. */
export function buildGarden(stock: Stock, planting: Planting): void {
  const material = stock.material(SHADE);
  const shapes = bushesOf(planting).map(({ bush: { x, z, halfX, height, halfZ, clipped } }) =>
    clipped
      ? new Box({ x, y: height / 2, z, halfX, halfY: height / 2, halfZ, bevel: 0.1, material })
      : new Ellipsoid({
          x,
          y: height / 2,
          z,
          radiusX: halfX * 0.93,
          radiusY: height * 0.465,
          radiusZ: halfZ * 0.93,
          material,
        }),
  );
  stock.add(...shapes);
}

export function plantGarden(plot: Plot, planting: Planting): void {
  const { spec, rich, distance, place, outside } = planting;
  const off = (x: number, z: number) => offPath(place, x, z);
  const more = rich ? 1.6 : 1;
  growGrass(plot, {
    count: Math.round(15_000 * more),
    height: 0.06,
    width: 0.008,
    colors: LAWN,
    rootShade: 0.4,
    bend: 0.7,
    near: distance * 0.45,
    far: distance + 12,
    cover: (x, z) => smoothstep(0, 0.05, off(x, z)) * (0.75 + 0.4 * smoothstep(0.08, 0.02, off(x, z))),
  });
  const petals = [spec.bloom, spec.bloom, PINK, WHITE];
  const hedge: Foliage = {
    density: 900 * more,
    leaf: 0.085,
    colors: HEDGE,
    blossoms: 0,
    blossomRadius: 0,
    petals: [],
  };
  const rose: Foliage = {
    density: 1500 * more,
    leaf: 0.1,
    colors: LEAF,
    blossoms: 34,
    blossomRadius: 0.062,
    petals,
  };
  for (const { bush, roses } of bushesOf(planting)) growBush(plot, bush, roses ? rose : hedge);
  const inBed = (x: number, z: number) =>
    smoothstep(0.06, 0.16, off(x, z)) * smoothstep(BED, BED - 0.15, off(x, z)) * smoothstep(0.1, 0.4, outside(x, z));
  growGrass(plot, {
    count: Math.round(9_000 * more),
    height: 0.15,
    width: 0.02,
    colors: LEAF,
    rootShade: 0.35,
    bend: 1.3,
    near: distance * 0.5,
    far: distance + 6.5,
    cover: inBed,
  });
  growMeadowFlowers(plot, {
    count: Math.round(560 * more),
    height: 0.2,
    radius: 0.036,
    petals: [...petals, LILAC],
    heart: HEART,
    near: distance * 0.5,
    far: distance + 6.5,
    cover: inBed,
  });
}
