import { seededRandom } from "../math/random.ts";
import { smoothstep } from "../math/scalar.ts";
import { scaled, type Vec3 } from "../math/vector.ts";
import { growFirTwig } from "../plants/fir-twig.ts";
import { growFirs } from "../plants/firs.ts";
import type { Plot } from "../plants/plot.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { type Coat, metalCoat } from "../textures/coat.ts";
import { supportCoat } from "../textures/support-coats.ts";
import { bokehLights } from "./bokeh-lights.ts";
import { bauble, GOLD_LEAF, gift, lacquered } from "./festive-things.ts";
import { candle } from "./household.ts";
import { Stock } from "./stock.ts";
import { TABLE_MATERIAL, tableScene } from "./table-scene.ts";

const RED: Vec3 = [0.55, 0.02, 0.02];
const WINE: Vec3 = [0.26, 0.012, 0.025];
const GREEN: Vec3 = [0.02, 0.12, 0.055];
const CREAM: Vec3 = [0.8, 0.74, 0.62];
const NAVY: Vec3 = [0.02, 0.045, 0.16];
const ICE: Vec3 = [0.62, 0.7, 0.8];
const GILT: Vec3 = [0.72, 0.5, 0.2];
const SILVER = metalCoat([0.86, 0.88, 0.92], 0.18);

/** Away from the product (below 0 on the light's side), behind it, half width, height, paper, ribbon. */
type Present = readonly [number, number, number, number, Vec3, Coat];
/** Away, behind, radius, coat. */
type Ball = readonly [number, number, number, Coat];

/** One way to keep Christmas: papers and balls, where they lie, and the lights behind. */
interface Feast {
  /** As the lexicon calls them. */
  readonly colors: readonly string[];
  readonly presents: readonly Present[];
  readonly balls: readonly Ball[];
  /** More of both for v3. */
  readonly more: { readonly presents: readonly Present[]; readonly balls: readonly Ball[] };
  /** Side of the candles: 1 with the larger presents, -1 opposite. */
  readonly candles: 1 | -1;
  readonly ground: Vec3;
  readonly glow: Vec3;
  readonly lamps: readonly Vec3[];
  /** Colour of the key light, and share of it in what is all around. */
  readonly key: Vec3;
  readonly around: Vec3;
  /** Snow on the firs, 0 to 1. */
  readonly snow: number;
}

const red = lacquered(RED);
const green = lacquered(GREEN);
const navy = lacquered(NAVY);
const cream = lacquered(CREAM);

const FEASTS: readonly Feast[] = [
  // Red, green and gold before firs.
  {
    colors: ["red", "green"],
    presents: [
      [0.62, 0.62, 0.3, 0.44, RED, GOLD_LEAF],
      [1.16, 0.95, 0.34, 0.7, CREAM, red],
      [-0.98, 0.8, 0.26, 0.36, GREEN, GOLD_LEAF],
    ],
    balls: [
      [-0.42, 0.06, 0.15, red],
      [-0.7, -0.14, 0.1, GOLD_LEAF],
      [0.24, -0.22, 0.075, GOLD_LEAF],
    ],
    more: {
      presents: [[0.7, 0.94, 0.22, 0.3, GREEN, red]],
      balls: [
        [-0.24, -0.26, 0.06, green],
        [0.5, -0.12, 0.1, green],
      ],
    },
    candles: -1,
    ground: [0.012, 0.03, 0.02],
    glow: [0.1, 0.055, 0.022],
    lamps: [
      [1, 0.66, 0.28],
      [1, 0.78, 0.46],
      [1, 0.52, 0.2],
      [1, 0.22, 0.12],
    ],
    key: [2.5, 2.05, 1.5],
    around: [1, 0.82, 0.62],
    snow: 0.07,
  },
  // Cream and gold in candlelight.
  {
    colors: ["gold", "white", "beige", "champagne"],
    presents: [
      [-0.66, 0.7, 0.34, 0.3, CREAM, GOLD_LEAF],
      [-0.6, 1.15, 0.24, 0.62, GILT, cream],
    ],
    balls: [
      [0.36, 0.1, 0.13, GOLD_LEAF],
      [0.62, 0.3, 0.17, cream],
      [0.62, -0.16, 0.075, cream],
      [-0.26, -0.2, 0.07, GOLD_LEAF],
    ],
    more: {
      presents: [[-1.3, 0.95, 0.26, 0.4, CREAM, GOLD_LEAF]],
      balls: [
        [0.86, 0.02, 0.09, GOLD_LEAF],
        [0.4, -0.26, 0.05, GOLD_LEAF],
      ],
    },
    candles: 1,
    ground: [0.05, 0.034, 0.02],
    glow: [0.17, 0.1, 0.045],
    lamps: [
      [1, 0.76, 0.42],
      [1, 0.84, 0.58],
      [1, 0.68, 0.34],
    ],
    key: [2.6, 2.15, 1.6],
    around: [1, 0.84, 0.64],
    snow: 0.02,
  },
  // A clear winter's night: blue, silver and snow.
  {
    colors: ["blue", "grey", "white", "navy"],
    presents: [
      [-1.02, 1.05, 0.34, 0.6, NAVY, SILVER],
      [-0.6, 0.62, 0.24, 0.32, ICE, navy],
      [1.05, 0.9, 0.28, 0.4, ICE, SILVER],
    ],
    balls: [
      [0.36, 0.04, 0.14, navy],
      [0.62, -0.16, 0.09, SILVER],
      [-0.24, -0.18, 0.06, SILVER],
    ],
    more: {
      presents: [],
      balls: [
        [0.26, -0.26, 0.05, SILVER],
        [0.7, 0.36, 0.17, SILVER],
      ],
    },
    candles: 1,
    ground: [0.014, 0.026, 0.06],
    glow: [0.05, 0.075, 0.14],
    lamps: [
      [0.72, 0.86, 1],
      [1, 0.9, 0.72],
      [0.45, 0.68, 1],
      [1, 0.8, 0.5],
    ],
    key: [2.1, 2.05, 2],
    around: [0.8, 0.9, 1.1],
    snow: 0.5,
  },
  // By the fire: deep red and gold in its light.
  {
    colors: ["red", "gold", "orange", "burgundy"],
    presents: [
      [-0.72, 0.66, 0.36, 0.52, WINE, GOLD_LEAF],
      [0.92, 0.86, 0.22, 0.26, GILT, red],
      [0.98, 0.9, 0.16, 0.44, RED, GOLD_LEAF],
    ],
    balls: [
      [0.3, -0.18, 0.08, red],
      [0.48, 0.04, 0.12, GOLD_LEAF],
      [0.74, -0.08, 0.09, red],
    ],
    more: {
      presents: [[-1.2, 1.1, 0.3, 0.84, RED, GOLD_LEAF]],
      balls: [
        [-0.24, -0.24, 0.055, GOLD_LEAF],
        [-0.5, -0.1, 0.1, red],
      ],
    },
    candles: 1,
    ground: [0.05, 0.012, 0.006],
    glow: [0.26, 0.08, 0.018],
    lamps: [
      [1, 0.5, 0.16],
      [1, 0.6, 0.26],
      [1, 0.4, 0.1],
    ],
    key: [2.7, 1.95, 1.2],
    around: [1.05, 0.72, 0.46],
    snow: 0,
  },
];
/** The feasts in a colour that the prompt names; of another colour, or none, all of them. */
function feastsIn(color: string | undefined): readonly Feast[] {
  const such = FEASTS.filter(({ colors }) => color && colors.includes(color));
  return such.length > 0 ? such : FEASTS;
}

/** Christmas: a table with baubles and presents before firs and lights out of focus, each arrangement in colours of its own. */
export function stageChristmas({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { width, height } = subject;
  const { side } = spec;
  const camera = cameraFor(facts, width, height, { horizon: 0.4, lens: 1.7, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const rich = quality.version === "v3";
  const feasts = feastsIn(spec.namedColor);
  const feast = feasts[spec.layout % feasts.length] as Feast;
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? camera.distance;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const share = Math.max(quality.backdropScale, 0.7);
  const plate = bokehLights(Math.ceil(width * share), Math.ceil(height * share), spec.seed, {
    ground: feast.ground,
    glow: feast.glow,
    lamps: feast.lamps,
    horizon: camera.horizonPx / height,
  });
  const stock = new Stock();
  stock.coats[TABLE_MATERIAL] = undefined;
  const far = -side;
  const beside = (away: number) => x + (away + Math.sign(away) * half) * far;
  for (const [away, dz, size, tall, paper, ribbon] of [...feast.presents, ...(rich ? feast.more.presents : [])]) {
    gift(stock, {
      x: beside(away),
      z: z + dz,
      on: 0,
      half: size,
      height: tall,
      turn: 0.5 - random(),
      paper: lacquered(paper),
      ribbon,
    });
  }
  for (const [away, dz, radius, coat] of [...feast.balls, ...(rich ? feast.more.balls : [])])
    bauble(stock, { x: beside(away), z: z + dz }, 0, radius, coat);
  if (rich) {
    candle(stock, { x: beside(0.6 * feast.candles), z: z + 0.62 }, 0.1, 0.42);
    candle(stock, { x: beside(0.84 * feast.candles), z: z + 0.42 }, 0.085, 0.26);
  }
  const staged = tableScene({
    camera,
    subject: proxy,
    top: supportCoat(spec.support, spec.seed, spec.palette.support),
    gobo: null,
    depth: 1.9,
    props: stock,
    surroundings: {
      plate,
      light(dx, dy, dz, out) {
        const box = 1.5 * smoothstep(0.5, 0.8, dx * side * 0.8 + dy * 0.4 - dz * 0.3);
        const hearth = 0.7 * smoothstep(0.2, -0.6, dz) * smoothstep(0.7, 0, Math.abs(dy));
        const v = 0.16 + 0.1 * dy;
        out[0] = v * feast.around[0] + box + hearth;
        out[1] = v * feast.around[1] + box * 0.86 + hearth * 0.6;
        out[2] = v * feast.around[2] + box * 0.68 + hearth * 0.3;
      },
      key: { direction: [0.75 * side, 0.85, -0.5], angle: 0.08, color: feast.key },
      aperturePx: 7,
      look: {
        toneMap: "filmic",
        exposure: 1.05,
        bloom: 0.14,
        vignette: 0.16,
        grain: 0.008,
        contrast: 1.08,
        saturation: 1.08,
      },
      elementLight: {
        direction: [0.6 * side, -0.6, 0.5],
        color: scaled(feast.key, 0.48),
        ambient: scaled(feast.around, 0.36),
        rim: [0.5, 0.34, 0.18],
      },
      air: rich ? "flurry" : undefined,
    },
  });
  return {
    ...staged,
    plant(picture) {
      const plot: Plot = {
        scene: staged.scene,
        picture,
        groundAt: () => -0.6,
        ambient: [0.2, 0.17, 0.13],
        random: seededRandom(spec.seed + 1),
      };
      growFirs(plot, {
        count: rich ? 9 : 6,
        height: [2.4, 4.4],
        near: camera.distance + 3.4,
        far: camera.distance + 8,
        color: [0.03, 0.085, 0.045],
        snow: feast.snow,
        haze: [0.06, 0.06, 0.04],
        hazeShare: 0.6,
        clearing: 0.55,
      });
      const right = far > 0 ? 1 : 0;
      const inwards = right ? -1 : 1;
      const depth = camera.distance * 0.86;
      const angle = (turn: number) => Math.PI / 2 + inwards * -turn;
      growFirTwig(plot, { x: right, y: -0.03, angle: angle(0.75), length: 0.34, depth });
      growFirTwig(plot, { x: right + inwards * 0.16, y: -0.05, angle: angle(0.35), length: 0.25, depth });
      growFirTwig(plot, { x: right - inwards * 0.03, y: 0.13, angle: angle(0.95), length: 0.27, depth });
      if (rich) growFirTwig(plot, { x: 1 - right, y: -0.04, angle: angle(-0.7), length: 0.26, depth });
    },
  };
}
