import { seededRandom } from "../math/random.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growFirTwig } from "../plants/fir-twig.ts";
import { growFirs } from "../plants/firs.ts";
import type { Plot } from "../plants/plot.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { supportCoat } from "../textures/support-coats.ts";
import { bokehLights } from "./bokeh-lights.ts";
import { bauble, GOLD_LEAF, gift, lacquered } from "./festive-things.ts";
import { candle } from "./household.ts";
import { Stock } from "./stock.ts";
import { TABLE_MATERIAL, tableScene } from "./table-scene.ts";

const RED: Vec3 = [0.55, 0.02, 0.02];
const GREEN: Vec3 = [0.02, 0.12, 0.055];
const CREAM: Vec3 = [0.8, 0.74, 0.62];

/** Christmas: a table with baubles and presents before firs and warm lights out of focus. */
export function stageChristmas({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { width, height } = subject;
  const { side } = spec;
  const camera = cameraFor(facts, width, height, { horizon: 0.4, lens: 1.7, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const rich = quality.version === "v3";
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? camera.distance;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const share = Math.max(quality.backdropScale, 0.7);
  const plate = bokehLights(Math.ceil(width * share), Math.ceil(height * share), spec.seed, {
    ground: [0.012, 0.03, 0.02],
    glow: [0.1, 0.055, 0.022],
    lamps: [
      [1, 0.66, 0.28],
      [1, 0.78, 0.46],
      [1, 0.52, 0.2],
      [1, 0.22, 0.12],
    ],
    horizon: camera.horizonPx / height,
  });
  const stock = new Stock();
  stock.coats[TABLE_MATERIAL] = undefined;
  const red = lacquered(RED);
  const green = lacquered(GREEN);
  const far = -side;
  const present = (away: number, dz: number, size: number, tall: number, paper: Vec3, ribbon = GOLD_LEAF) =>
    gift(stock, {
      x: x + away * far,
      z: z + dz,
      on: 0,
      half: size,
      height: tall,
      turn: 0.5 - random(),
      paper: lacquered(paper),
      ribbon,
    });
  present(half + 0.62, 0.62, 0.3, 0.44, RED);
  present(half + 1.16, 0.95, 0.34, 0.7, CREAM, red);
  present(-half - 0.98, 0.8, 0.26, 0.36, GREEN);
  bauble(stock, { x: x - (half + 0.42) * far, z: z + 0.06 }, 0, 0.15, red);
  bauble(stock, { x: x - (half + 0.7) * far, z: z - 0.14 }, 0, 0.1, GOLD_LEAF);
  bauble(stock, { x: x + (half + 0.24) * far, z: z - 0.22 }, 0, 0.075, GOLD_LEAF);
  if (rich) {
    present(half + 0.7, 0.64 + 0.3, 0.22, 0.3, GREEN, red);
    bauble(stock, { x: x - (half + 0.24) * far, z: z - 0.26 }, 0, 0.06, green);
    bauble(stock, { x: x + (half + 0.5) * far, z: z - 0.12 }, 0, 0.1, green);
    candle(stock, { x: x - (half + 0.6) * far, z: z + 0.62 }, 0.1, 0.42);
    candle(stock, { x: x - (half + 0.84) * far, z: z + 0.42 }, 0.085, 0.26);
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
        out[0] = v + box + hearth;
        out[1] = v * 0.82 + box * 0.86 + hearth * 0.6;
        out[2] = v * 0.62 + box * 0.68 + hearth * 0.3;
      },
      key: { direction: [0.75 * side, 0.85, -0.5], angle: 0.08, color: [2.5, 2.05, 1.5] },
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
        color: [1.2, 0.98, 0.74],
        ambient: [0.36, 0.3, 0.24],
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
        snow: 0.07,
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
