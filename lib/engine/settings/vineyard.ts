import { gradientFbm, valueFbm } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growBush } from "../plants/bushes.ts";
import { growGrass } from "../plants/grass.ts";
import type { Plot } from "../plants/plot.ts";
import { type Coat, plainCoat } from "../textures/coat.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import { Sphere } from "../tracer/sphere.ts";
import type { Ground, Place, Planting } from "./ground-kind.ts";
import type { Stock } from "./stock.ts";

/** Rows of vines on posts that run to the hills, grapes on the nearest, earth between; the product stands between two rows. */

/** From one row to the next and from one vine to the next, in world units. */
const ROW = 1.5;
const STEP = 0.72;
const ROWS_ASIDE = 7;
/** Behind the product. */
const FIRST = -0.35;
const LAST = 23;
const POST_EVERY = 4;

/** How far the rows swing aside per unit behind the product, and per squared unit; variations take turns. */
const COURSES = [
  [0.1, -0.008],
  [-0.16, 0.004],
  [0, 0.01],
  [-0.06, -0.006],
] as const;

interface Vine {
  /** World units; `behind` the product. */
  readonly x: number;
  readonly z: number;
  readonly behind: number;
  /** Which way the product is. */
  readonly inwards: number;
  readonly post: boolean;
  readonly nearest: boolean;
}

/** Height of the country, from which the rows are seen a little from above. */
const rise = (x: number, z: number) =>
  -0.55 * smoothstep(0.6, 5, z) +
  2.9 * smoothstep(6, 26, z) +
  1.6 * gradientFbm(x * 0.07, z * 0.08, 2) * smoothstep(5, 18, z);

const swing = ({ layout }: Place, behind: number): number => {
  const [slope, bend] = COURSES[layout % COURSES.length] ?? COURSES[0];
  return slope * behind + bend * behind * behind;
};

/** From far to near. */
function vinesOf({ place }: Planting, random: () => number): Vine[] {
  const aside = Math.max(ROW / 2, place.taken + 0.42);
  const vines: Vine[] = [];
  for (let i = Math.floor((LAST - FIRST) / STEP); i >= 0; i--) {
    const behind = FIRST + i * STEP;
    for (let row = 0; row < ROWS_ASIDE; row++) {
      for (const side of [-1, 1]) {
        const x = place.x + side * (aside + row * ROW) + swing(place, behind) + 0.06 * (random() - 0.5);
        vines.push({
          x,
          z: place.z + behind + 0.1 * (random() - 0.5),
          behind,
          inwards: -side,
          post: i % POST_EVERY === row % POST_EVERY,
          nearest: row === 0,
        });
      }
    }
  }
  return vines;
}

/** Height of the canopy's middle above the ground, and its half axes. */
const CANOPY = 0.5;
const HALF: Vec3 = [0.15, 0.17, 0.46];

const SHADE: Coat = plainCoat([0.02, 0.045, 0.012]);
const POST: Coat = plainCoat([0.26, 0.21, 0.16]);
const STEM: Coat = plainCoat([0.09, 0.065, 0.045]);
const GRAPES: readonly Coat[] = [
  plainCoat([0.15, 0.035, 0.2], { reflectance: 0.045, roughness: 0.3 }),
  plainCoat([0.24, 0.05, 0.17], { reflectance: 0.045, roughness: 0.3 }),
];
const BERRY = 0.026;
/** Berries in each ring of a bunch, from its top. */
const BUNCH = [3, 4, 4, 3, 2, 1] as const;

function hangBunch(stock: Stock, [x, y, z]: Vec3, random: () => number): void {
  const coat = GRAPES[Math.floor(random() * GRAPES.length)] as Coat;
  const material = stock.material(coat);
  for (const [ring, berries] of BUNCH.entries()) {
    const turn = random() * 6;
    for (let i = 0; i < berries; i++) {
      const angle = turn + (i / berries) * 2 * Math.PI;
      const out = berries === 1 ? 0 : BERRY * (0.55 + 0.24 * berries);
      stock.add(
        new Sphere({
          x: x + Math.cos(angle) * out,
          y: y - ring * BERRY * 1.35 + 0.4 * BERRY * (random() - 0.5),
          z: z + Math.sin(angle) * out,
          radius: BERRY * (0.85 + 0.25 * random()),
          material,
        }),
      );
    }
  }
}

const vineRandom = ({ spec }: Planting) => seededRandom(spec.seed ^ 0x51f3);

function buildVines(stock: Stock, planting: Planting): void {
  const random = vineRandom(planting);
  const shade = stock.material(SHADE);
  const post = stock.material(POST);
  const stem = stock.material(STEM);
  for (const vine of vinesOf(planting, random)) {
    const { x, z, behind } = vine;
    const y = rise(x - planting.place.x, behind);
    stock.add(
      new Ellipsoid({ x, y: y + CANOPY, z, radiusX: HALF[0], radiusY: HALF[1], radiusZ: HALF[2], material: shade }),
    );
    if (behind < 9) stock.add(new Cylinder({ x, z, radius: 0.016, bottom: y - 0.3, top: y + CANOPY, material: stem }));
    if (vine.post && behind < 14)
      stock.add(new Cylinder({ x, z: z + STEP / 2, radius: 0.024, bottom: y - 0.3, top: y + 0.84, material: post }));
    if (!vine.nearest || behind > 4.5) continue;
    for (const along of [-0.2, 0.13]) {
      hangBunch(stock, [x + vine.inwards * (0.16 + 0.05 * random()), y + 0.34 + 0.05 * random(), z + along], random);
    }
  }
}

const LEAF: readonly [Vec3, Vec3] = [
  [0.06, 0.14, 0.02],
  [0.26, 0.4, 0.06],
];
const TURNED: readonly [Vec3, Vec3] = [
  [0.4, 0.1, 0.02],
  [0.66, 0.44, 0.06],
];
const WEEDS: readonly [Vec3, Vec3] = [
  [0.12, 0.19, 0.04],
  [0.3, 0.33, 0.09],
];

function plantVines(plot: Plot, planting: Planting): void {
  const { spec, rich, distance, place, outside } = planting;
  const offRow = (x: number, z: number) => {
    const from = Math.abs(x - place.x - swing(place, z - place.z)) - ROW / 2;
    return Math.abs(from - ROW * Math.round(from / ROW));
  };
  growGrass(plot, {
    count: rich ? 14_000 : 8500,
    height: 0.06,
    width: 0.008,
    colors: WEEDS,
    rootShade: 0.4,
    bend: 0.9,
    near: distance * 0.45,
    far: distance + 14,
    cover: (x, z) =>
      smoothstep(0, 0.12, outside(x, z)) *
      smoothstep(0.38, 0.66, valueFbm(x * 1.3, z * 0.8, 3) + 0.2 * smoothstep(0.3, 0, offRow(x, z))),
  });
  const raised = { ...plot, groundAt: (x: number, z: number) => plot.groundAt(x, z) + CANOPY - HALF[1] - 0.04 };
  const more = rich ? 1.6 : 1;
  for (const { x, z, behind } of vinesOf(planting, vineRandom(planting))) {
    growBush(
      raised,
      { x, z, halfX: HALF[0] + 0.05, height: 2 * HALF[1] + 0.1, halfZ: HALF[2] + 0.02, clipped: false },
      {
        density: (more * 1400) / (1 + Math.max(0, behind) ** 1.4 * 0.35),
        leaf: 0.082,
        colors: spec.autumn ? TURNED : LEAF,
        blossoms: 0,
        blossomRadius: 0,
        petals: [],
      },
    );
  }
}

const SOIL: Vec3 = [0.3, 0.205, 0.125];
const STRAW: Vec3 = [0.2, 0.2, 0.075];

/** Tilled earth, greener under the vines and in the distance. */
function soilCoat(place: Place): Coat {
  return {
    material: { reflectance: 0.02, roughness: 0.7 },
    color(a, b, coarse, out) {
      const clod = coarse ? 0.85 : 0.6 + 0.55 * valueFbm(a * 8, b * 8, 4);
      const green = smoothstep(0.35, 0.7, valueFbm(a * 1.1, b * 0.7, 3)) * 0.7;
      for (let c = 0; c < 3; c++) out[c] = lerp(SOIL[c] as number, STRAW[c] as number, green) * clod;
    },
    relief: {
      height: (x, z) =>
        0.012 * Math.sin((x - place.x - swing(place, z - place.z)) * 26) * smoothstep(9, 2, z - place.z) +
        gradientFbm(x * 9, z * 9, 3) * 0.016,
      step: 0.006,
    },
  };
}

export const VINEYARD: Ground = {
  around: "painting",
  relief: (x, z, { shift }) => rise(x - shift, z) + 0.05 * gradientFbm(x * 0.8, z * 0.8, 2),
  coat: soilCoat,
  reach: 34,
  horizon: 0.42,
  build: buildVines,
  plant: plantVines,
  haze: 0.022,
};
