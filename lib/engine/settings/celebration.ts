import { oklch } from "../math/color.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { type Coat, coated, plainCoat } from "../textures/coat.ts";
import { plasterCoat } from "../textures/support-coats.ts";
import { Arch } from "../tracer/arch.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { Heart } from "../tracer/heart.ts";
import { KeyLight } from "../tracer/key-light.ts";
import { Sweep } from "../tracer/sweep.ts";
import { balloon, GOLD_LEAF, gift, lacquered, RUBBER } from "./festive-things.ts";
import { Stock } from "./stock.ts";

const HEIGHT = 0.24;

/** What tells a birthday from Valentine's Day. */
interface Dress {
  readonly balloons: readonly Vec3[];
  readonly papers: readonly Vec3[];
  readonly hearts: boolean;
  readonly wall: Vec3;
  readonly arch: Vec3;
  readonly podium: Vec3;
}

const CREAM: Vec3 = oklch(0.95, 0.025, 70);
const ROSE: Vec3 = oklch(0.5, 0.2, 20);
const CORAL: Vec3 = oklch(0.74, 0.14, 12);
const BLUSH: Vec3 = oklch(0.87, 0.06, 8);

function dressOf({ setting, palette }: SceneSpec): Dress {
  if (setting === "valentine") {
    return {
      balloons: [ROSE, CORAL, BLUSH],
      papers: [ROSE, BLUSH, CORAL],
      hearts: true,
      wall: palette.wall,
      arch: palette.accent,
      podium: palette.support,
    };
  }
  const candy: readonly Vec3[] = [
    oklch(0.8, 0.11, 5),
    oklch(0.88, 0.12, 92),
    oklch(0.78, 0.1, 235),
    oklch(0.85, 0.09, 165),
  ];
  return {
    balloons: [palette.accent, ...candy, CREAM],
    papers: [candy[0] as Vec3, candy[2] as Vec3, candy[1] as Vec3],
    hearts: false,
    wall: palette.wall,
    arch: CREAM,
    podium: palette.support,
  };
}

/** By place: how far to the far side, height and depth behind the product, radius. The last ones are for v3. */
const BALLOONS = [
  [1.06, 0.98, 0.9, 0.27],
  [0.72, 1.36, 1.2, 0.22],
  [1.3, 1.44, 1.3, 0.25],
  [-0.98, 1.3, 1.1, 0.25],
  [-1.24, 0.86, 1, 0.22],
  [-0.66, 1.6, 1.4, 0.19],
  [1.02, 1.72, 1.45, 0.2],
  [-1.34, 1.64, 1.4, 0.23],
  [1.56, 0.9, 1.45, 0.22],
] as const;
const BALLOONS_IN_V2 = 6;
const CONFETTI = [46, 96] as const;

/** Behind the podium: an arch, a great disc, two arches one before the other, or steps of arches; variations take turns. */
function raiseBack(
  stock: Stock,
  { layout, seed }: SceneSpec,
  dress: Dress,
  { x, far, wallZ }: { x: number; far: number; wallZ: number },
): void {
  const main = stock.material(plasterCoat(dress.arch, seed));
  const second = stock.material(plasterCoat(dress.balloons[0] as Vec3, seed + 1));
  const pale = stock.material(plasterCoat(dress.podium, seed + 2));
  const plate = (away: number, radius: number, spring: number, before: number, material: number, disc = false) =>
    stock.add(
      new Arch({
        x: x + away * far,
        radius,
        spring,
        bottom: -HEIGHT,
        disc,
        front: wallZ - before - 0.1,
        back: wallZ - before,
        material,
      }),
    );
  switch (layout % 4) {
    case 0:
      plate(0, 0.98, 0.75, 0.1, main);
      break;
    case 1:
      plate(0, 1.08, 0.7, 0.2, main, true);
      plate(-0.95, 0.46, 0.1, 0.45, second);
      break;
    case 2:
      plate(0.3, 0.8, 0.95, 0.1, main);
      plate(-0.55, 0.62, 0.35, 0.35, second);
      break;
    default:
      plate(0, 1.28, 0.5, 0.1, second);
      plate(0, 1.04, 0.42, 0.24, main);
      plate(0, 0.8, 0.34, 0.38, pale);
  }
}

/** Birthday and Valentine's Day: a podium before an arch, balloons on strings, presents and confetti. */
export function stageCelebration({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { side } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.37, lens: 1.9, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const rich = quality.version === "v3";
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? camera.distance + 0.2;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const wallZ = camera.distance + 2.4;
  const far = -side;
  const dress = dressOf(spec);
  const wall = plasterCoat(dress.wall, spec.seed);
  const radius = Math.max(0.6, half * 1.9);
  const stock = new Stock(wall, wall);
  const gold = stock.material(GOLD_LEAF);
  const podium = stock.material(plasterCoat(dress.podium, spec.seed));
  stock.add(
    new Cylinder({ x, z, radius, bottom: -HEIGHT, top: 0, bevel: 0.02, material: podium }),
    new Cylinder({ x, z, radius: radius + 0.01, bottom: -0.06, top: -0.035, bevel: 0.008, material: gold }),
  );
  raiseBack(stock, spec, dress, { x: x + 0.1 * far, far, wallZ });
  for (const [i, [away, y, behind, size]] of BALLOONS.slice(0, rich ? BALLOONS.length : BALLOONS_IN_V2).entries()) {
    const coat: Coat = plainCoat(dress.balloons[(i + spec.layout) % dress.balloons.length] as Vec3, RUBBER);
    const centre: Vec3 = [x + away * far, y + 0.1 * (random() - 0.5), z + behind];
    balloon(stock, centre, size, dress.hearts ? (random() - 0.5) * 0.7 : null, coat, -HEIGHT);
  }
  const beside = radius + 0.32;
  for (const [i, [away, behind, size, height]] of (
    [
      [beside, 0.32, 0.24, 0.36],
      [-beside, 0.42, 0.26, 0.5],
      [beside + 0.52, 0.75, 0.28, 0.66],
    ] as const
  )
    .slice(0, rich ? 3 : 2)
    .entries()) {
    gift(stock, {
      x: x + away * far,
      z: z + behind,
      on: -HEIGHT,
      half: size,
      height,
      turn: 0.6 * (random() - 0.5),
      paper: lacquered(dress.papers[i] as Vec3),
      ribbon: GOLD_LEAF,
    });
  }
  if (dress.hearts) {
    const standing = (away: number, before: number, size: number, coat: Coat, turn: number) =>
      new Heart({
        x: x + away * far,
        y: -HEIGHT + size * 0.98,
        z: z - before,
        size,
        turn,
        material: stock.material(coat),
      });
    stock.add(
      standing(-radius * 1.2, 0.28, 0.13, lacquered(ROSE), 0.4 * far),
      standing(radius * 1.18, 0.36, 0.09, GOLD_LEAF, -0.4 * far),
    );
  }
  confetti(stock, { x, z, radius }, [...dress.balloons, ...dress.papers], CONFETTI[rich ? 1 : 0], random);
  return {
    scene: {
      ...coated(stock.coats),
      camera,
      subject: proxy,
      sweep: new Sweep(-HEIGHT, wallZ, 0.5),
      shapes: stock.shapes,
      key: new KeyLight({ direction: [0.72 * side, 0.95, -0.66], angle: 0.09, color: [2.05, 1.95, 1.85] }),
      bounce: 0.62,
      environment(dx, dy, dz, out) {
        const softbox = smoothstep(0.55, 0.8, dx * side * 0.8 + dy * 0.4 - dz * 0.3);
        const strip = smoothstep(0.86, 0.95, -dx * side * 0.85 + dy * 0.3 - dz * 0.3) * 0.7;
        const v = 0.32 + 0.42 * clamp(dy * 0.5 + 0.5) + softbox * 1.5 + strip;
        out[0] = v;
        out[1] = v * 0.97;
        out[2] = v * 0.96;
      },
      backdrop(_u, _v, _ray, out) {
        out.set(dress.wall);
      },
    },
    aperturePx: 5,
    look: {
      toneMap: "neutral",
      exposure: 0.8,
      bloom: 0.06,
      vignette: 0.06,
      grain: 0.006,
      contrast: 1.03,
      saturation: 1.06,
    },
    elementLight: {
      direction: [0.55 * side, -0.62, 0.58],
      color: [1.3, 1.22, 1.15],
      ambient: [0.62, 0.58, 0.58],
      rim: [0.36, 0.32, 0.32],
    },
    air: "gold",
  };
}

/** Bits of coloured paper on the floor and on the podium around the product. */
function confetti(
  stock: Stock,
  { x, z, radius }: { x: number; z: number; radius: number },
  colors: readonly Vec3[],
  count: number,
  random: () => number,
): void {
  const papers = colors.map((color) => stock.material(plainCoat(color)));
  const bits = Array.from({ length: count }, (_, i) => {
    const away = radius + 0.08 + 1.1 * random() ** 0.8;
    const angle = (random() * 1.5 - 1.3) * Math.PI;
    return new Box({
      x: x + Math.cos(angle) * away,
      y: -HEIGHT + 0.004,
      z: z + Math.sin(angle) * away * 0.8,
      halfX: 0.02 + 0.014 * random(),
      halfY: 0.003,
      halfZ: 0.014 + 0.01 * random(),
      turn: random() * 3,
      bevel: 0.001,
      material: papers[i % papers.length] as number,
    });
  });
  stock.add(...bits);
}
