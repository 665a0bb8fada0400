import { gradientFbm, gradientNoise } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { drawFish, growCoral } from "../plants/corals.ts";
import { type Plot, spotAt } from "../plants/plot.ts";
import { growPotPlant } from "../plants/pot-plant.ts";
import type { Coat } from "../textures/coat.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import { DEPTHS } from "./depths.ts";
import type { Ground, Planting } from "./ground-kind.ts";
import type { Stock } from "./stock.ts";

/** Corals on both sides of a clearing of sand: branching ones, fans and brain corals, and in v3 fish far off. */

const PINK: Vec3 = [0.95, 0.12, 0.26];
const ORANGE: Vec3 = [1, 0.24, 0.035];
const VIOLET: Vec3 = [0.5, 0.12, 0.72];
const YELLOW: Vec3 = [1, 0.42, 0.05];
const RED: Vec3 = [0.85, 0.045, 0.06];
const CREAM: Vec3 = [1, 0.4, 0.27];
const COLORS = [PINK, ORANGE, VIOLET, YELLOW, RED, CREAM] as const;

/** From far to near: how far aside as a share of half the view (mirrored on the other side for every second variation), how far behind, how high. */
const CORALS = [
  { across: -0.25, behind: 6.5, height: 1.1, fan: false },
  { across: 0.4, behind: 6, height: 1.4, fan: true },
  { across: -0.7, behind: 5.2, height: 1.7, fan: true },
  { across: 0.85, behind: 4.6, height: 1.5, fan: false },
  { across: -0.45, behind: 3.6, height: 0.8, fan: false },
  { across: 0.55, behind: 3.1, height: 0.9, fan: false },
  { across: -0.92, behind: 2.6, height: 1.25, fan: false },
  { across: 0.92, behind: 2.1, height: 1.15, fan: true },
  { across: -0.66, behind: 1.6, height: 0.62, fan: true },
  { across: 0.7, behind: 1.2, height: 0.55, fan: false },
  { across: -0.98, behind: 0.8, height: 0.75, fan: false },
  { across: 1, behind: 0.5, height: 0.6, fan: false },
  { across: -0.8, behind: 0.2, height: 0.3, fan: false },
] as const;

/** The same for rocks and brain corals, with their radius. */
const MOUNDS = [
  { across: -0.7, behind: 5.4, radius: 1, brain: false },
  { across: 0.8, behind: 4.9, radius: 0.9, brain: false },
  { across: 0.3, behind: 6.4, radius: 0.6, brain: false },
  { across: -0.95, behind: 2.8, radius: 0.6, brain: false },
  { across: 0.95, behind: 2.3, radius: 0.5, brain: false },
  { across: 0.6, behind: 2.1, radius: 0.3, brain: true },
  { across: -0.52, behind: 1.9, radius: 0.24, brain: true },
  { across: 0.85, behind: 0.75, radius: 0.26, brain: true },
  { across: -1, behind: 1, radius: 0.34, brain: false },
  { across: -0.62, behind: 0.55, radius: 0.13, brain: true },
] as const;

const ROCK: Coat = {
  material: { reflectance: 0.02, roughness: 0.7 },
  color(a, b, coarse, out) {
    const k = coarse ? 1 : 0.6 + 0.8 * smoothstep(-0.5, 0.6, gradientFbm(a * 5, b * 5, 3));
    const algae = smoothstep(-0.1, 0.4, gradientFbm(a * 1.7 + 3, b * 1.7, 2));
    out[0] = (0.22 + 0.14 * algae) * k;
    out[1] = (0.19 - 0.03 * algae) * k;
    out[2] = (0.18 + 0.03 * algae) * k;
  },
  relief: { height: (a, b) => 0.03 * gradientFbm(a * 7, b * 7, 4), step: 0.006 },
};

/** Ridges that wind like a brain's: 0 in a furrow to 1. */
const ridge = (a: number, b: number) =>
  smoothstep(0.06, 0.3, Math.abs(gradientNoise(a * 8 + 0.8 * gradientFbm(a * 3, b * 3, 2), b * 8)));

const brainCoat = (color: Vec3): Coat => ({
  material: { reflectance: 0.02, roughness: 0.6 },
  color(a, b, coarse, out) {
    const k = coarse ? 0.8 : 0.45 + 0.6 * ridge(a, b);
    for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
  },
  relief: { height: (a, b) => 0.018 * ridge(a, b), step: 0.005 },
});
const BRAINS = [brainCoat([0.62, 0.5, 0.22]), brainCoat([0.5, 0.24, 0.38]), brainCoat([0.3, 0.46, 0.3])] as const;

/** Place of something `across` and `behind` in the arrangement of a variation. */
function placeOf({ distance, place }: Planting, across: number, behind: number, random: () => number) {
  const turned = place.layout % 2 === 0 ? 1 : -1;
  const z = distance + behind * (0.85 + 0.3 * random());
  return { x: turned * (across + 0.14 * (random() - 0.5)) * 0.29 * z, z };
}

const free = ({ outside }: Planting, { x, z }: { x: number; z: number }, room: number) => outside(x, z) > room;

function buildMounds(stock: Stock, planting: Planting, random: () => number): void {
  const rock = stock.material(ROCK);
  for (const { across, behind, radius, brain } of MOUNDS) {
    const at = placeOf(planting, across, behind, random);
    const material = brain ? stock.material(BRAINS[Math.floor(random() * BRAINS.length)] as Coat) : rock;
    const turn = 3 * random();
    if (!free(planting, at, radius)) continue;
    stock.add(
      new Ellipsoid({
        ...at,
        y: -0.12 + 0.12 * radius,
        radiusX: radius * (1 + 0.3 * random()),
        radiusY: radius * (brain ? 0.8 : 0.62),
        radiusZ: radius,
        turn,
        material,
      }),
    );
  }
}

const SHOAL = 11;

function plantReef(plot: Plot, planting: Planting): void {
  const random = seededRandom(planting.spec.seed ^ 0x2c9e);
  if (planting.rich) swimPast(plot, planting, random);
  const first = Math.floor(random() * COLORS.length);
  for (const [i, { across, behind, height, fan }] of CORALS.entries()) {
    const at = placeOf(planting, across, behind, random);
    const color = COLORS[(first + i * (i % 3 === 0 ? 1 : 2)) % COLORS.length] as Vec3;
    if (!free(planting, at, height * 0.35)) continue;
    growCoral(plot, { ...at, height: height * (0.85 + 0.3 * random()), color, fan });
    // Small ones at its foot.
    for (const aside of [-1, 1]) {
      const beside = { x: at.x + aside * height * (0.3 + 0.3 * random()), z: at.z - 0.15 };
      if (!free(planting, beside, 0.12)) continue;
      if (random() < 0.5) {
        const other = COLORS[Math.floor(random() * COLORS.length)] as Vec3;
        growCoral(plot, { ...beside, height: height * (0.22 + 0.16 * random()), color: other, fan: false });
      } else {
        growPotPlant(plot, {
          ...beside,
          foot: 0,
          leaf: 0.3 * height,
          count: 22,
          spread: 1,
          colors: WEED,
          breadth: 0.035,
        });
      }
    }
  }
}

const WEED: readonly [Vec3, Vec3] = [
  [0.05, 0.16, 0.06],
  [0.3, 0.42, 0.1],
];
const FISH: Vec3 = [0.02, 0.09, 0.16];

/** A shoal far off, over the corals of one side. */
function swimPast(plot: Plot, { distance, spec }: Planting, random: () => number): void {
  const heading = spec.side;
  const { camera } = plot.scene;
  const z = distance + 7;
  const halfView = ((camera.widthPx / 2) * z) / camera.focalPx;
  const top = camera.height + (camera.horizonPx * z) / camera.focalPx;
  for (let i = 0; i < SHOAL; i++) {
    const x = -spec.side * halfView * (0.55 + 0.5 * (random() - 0.5)) + 0.05 * i;
    const spot = { ...spotAt(plot, x, z + random()), y: top * (0.76 + 0.3 * (random() - 0.5)) };
    drawFish(plot, spot, 0.22 + 0.14 * random(), heading, FISH);
  }
}

export const REEF: Ground = { ...DEPTHS.seabed, haze: 0.085, build: buildMounds, plant: plantReef };
