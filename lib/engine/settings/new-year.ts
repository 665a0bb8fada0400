import { seededRandom } from "../math/random.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { coated } from "../textures/coat.ts";
import { plasterCoat } from "../textures/support-coats.ts";
import { Arch } from "../tracer/arch.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { KeyLight } from "../tracer/key-light.ts";
import { Sphere } from "../tracer/sphere.ts";
import { Sweep } from "../tracer/sweep.ts";
import { coins, GOLD_LEAF, gift, lacquered } from "./festive-things.ts";
import { goboNamed } from "./gobo-named.ts";
import { Stock } from "./stock.ts";

const RED: Vec3 = [0.4, 0.016, 0.014];
const DEEP_RED: Vec3 = [0.2, 0.009, 0.01];
const BRIGHT_RED: Vec3 = [0.5, 0.03, 0.02];
const HEIGHT = 0.3;

/** Lunar New Year: a red stage with a golden moon gate, boxes, coins and balls of gold. Lanterns hang as props. */
export function stageNewYear({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { side } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.36, lens: 1.9 });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const rich = quality.version === "v3";
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? camera.distance + 0.2;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const wallZ = camera.distance + 2.5;
  const wall = plasterCoat(RED, spec.seed);
  const stock = new Stock(wall, wall);
  const gold = stock.material(GOLD_LEAF);
  const red = stock.material(lacquered(RED));
  const deep = stock.material(plasterCoat(DEEP_RED, spec.seed));
  const radius = Math.max(0.62, half * 2.05);
  const disc = (r: number, bottom: number, top: number, material: number, bevel = 0.012) =>
    new Cylinder({ x, z, radius: r, bottom, top, bevel, material });
  stock.add(
    disc(radius, -HEIGHT * 0.5, 0, red, 0.014),
    disc(radius + 0.012, -0.062, -0.03, gold, 0.008),
    disc(radius * 1.5, -HEIGHT, -HEIGHT * 0.5, red, 0.014),
    disc(radius * 1.5 + 0.012, -HEIGHT * 0.5 - 0.062, -HEIGHT * 0.5 - 0.03, gold, 0.008),
  );
  // The moon gate: a golden ring around a darker round, or around three steps of it.
  const gate = { x: x + 0.06 * side, spring: 0.68, bottom: -HEIGHT };
  stock.add(
    new Arch({
      ...gate,
      radius: 1.14,
      hole: 1.085,
      disc: true,
      front: wallZ - 0.42,
      back: wallZ - 0.3,
      material: gold,
    }),
    new Arch({ ...gate, radius: 1.085, disc: true, front: wallZ - 0.14, back: wallZ - 0.1, material: deep }),
  );
  if (spec.layout % 2 === 1) {
    stock.add(
      new Arch({
        ...gate,
        radius: 0.8,
        hole: 0.775,
        disc: true,
        front: wallZ - 0.3,
        back: wallZ - 0.24,
        material: gold,
      }),
    );
  }
  const boxOf = (away: number, dz: number, size: number, height: number, paper: Vec3, turn: number) =>
    gift(stock, {
      x: x + away * side,
      z: z + dz,
      on: -HEIGHT,
      half: size,
      height,
      turn,
      paper: lacquered(paper),
      ribbon: GOLD_LEAF,
    });
  const beside = radius * 1.5 + 0.3;
  boxOf(-beside, 0.35, 0.25, 0.42, BRIGHT_RED, 0.35);
  boxOf(beside - 0.02, 0.5, 0.2, 0.3, DEEP_RED, -0.3);
  coins(stock, { x: x + radius * 1.22 * side, z: z - 0.42 }, -HEIGHT * 0.5, 0.1, 4, random);
  stock.add(
    new Sphere({ x: x - radius * 1.22 * side, y: -HEIGHT * 0.5 + 0.085, z: z - 0.38, radius: 0.085, material: gold }),
  );
  if (rich) {
    boxOf(-beside - 0.42, 0.85, 0.3, 0.66, DEEP_RED, 0.1);
    coins(stock, { x: x + radius * 1.36 * side, z: z - 0.2 }, -HEIGHT * 0.5, 0.1, 7, random);
    coins(stock, { x: x - radius * 1.42 * side, z: z - 0.1 }, -HEIGHT * 0.5, 0.09, 2, random);
    // Red envelopes that lean at the foot of the boxes.
    for (let i = 0; i < 2; i++) {
      const envelope = { x: x + (beside - 0.12 + 0.22 * i) * side, z: z + 0.12 + 0.04 * i, turn: -0.25 + 0.2 * i };
      stock.add(
        new Box({ ...envelope, y: -HEIGHT + 0.18, halfX: 0.1, halfY: 0.18, halfZ: 0.012, bevel: 0.008, material: red }),
        new Cylinder({
          x: envelope.x,
          z: envelope.z - 0.001,
          radius: 0.035,
          bottom: -HEIGHT + 0.2,
          top: -HEIGHT + 0.24,
          material: gold,
        }),
      );
    }
  }
  return {
    scene: {
      ...coated(stock.coats),
      camera,
      subject: proxy,
      sweep: new Sweep(-HEIGHT, wallZ, 0.4),
      shapes: stock.shapes,
      key: new KeyLight({
        direction: [0.75 * side, 0.85, -0.6],
        angle: 0.06,
        color: [2.3, 2.05, 1.75],
        gobo: goboNamed(spec.gobo, spec.seed),
        goboCentre: [x, 0.4, camera.distance + 0.8],
      }),
      bounce: 0.6,
      environment(dx, dy, dz, out) {
        const box = smoothstep(0.5, 0.8, dx * side * 0.8 + dy * 0.35 - dz * 0.3);
        const strip = smoothstep(0.75, 0.9, -dx * side * 0.9 + dy * 0.2 - dz * 0.2);
        const v = 0.24 + 0.3 * clamp(dy * 0.5 + 0.5) + box * 1.5 + strip * 0.9;
        out[0] = v * 1.05;
        out[1] = v * 0.86;
        out[2] = v * 0.74;
      },
      backdrop(_u, _v, _ray, out) {
        out.set(RED);
      },
    },
    aperturePx: 2.6,
    look: {
      toneMap: "filmic",
      exposure: 0.82,
      bloom: 0.09,
      vignette: 0.12,
      grain: 0.007,
      contrast: 1.05,
      saturation: 1.04,
    },
    elementLight: {
      direction: [0.55 * side, -0.62, 0.58],
      color: [1.35, 1.15, 0.95],
      ambient: [0.6, 0.48, 0.42],
      rim: [0.5, 0.34, 0.2],
    },
    air: "gold",
  };
}
