import { seededRandom } from "../math/random.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { type Coat, coated } from "../textures/coat.ts";
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
const GILT: Vec3 = [0.72, 0.42, 0.12];
const HEIGHT = 0.3;

/** Walls and what stands before them; variations take turns. */
const WALLS: readonly Vec3[] = [RED, BRIGHT_RED, [0.78, 0.55, 0.3], [0.26, 0.01, 0.012]];
const PLEATS = 46;

/** Paper folded to a fan: each pleat has a bright and a shaded side, with gold along the rim. */
function fanCoat(x: number, y: number, radius: number): Coat {
  return {
    material: { reflectance: 0.04, roughness: 0.4 },
    color(a, b, coarse, out) {
      const turn = (Math.atan2(b - y, a - x) / Math.PI) * PLEATS;
      const fold = coarse ? 0.5 : Math.abs(turn - 2 * Math.floor(turn / 2) - 1);
      const r = Math.hypot(a - x, b - y) / radius;
      const gilt = coarse ? 0 : smoothstep(0.86, 0.875, r) * smoothstep(0.955, 0.94, r);
      const k = 0.55 + 0.75 * fold;
      for (let c = 0; c < 3; c++) out[c] = lerp((BRIGHT_RED[c] as number) * k, (GILT[c] as number) * k, gilt);
    },
  };
}

/** Behind the product: a moon gate, one with a second ring, a great paper fan, or two arches between pillars. */
function raiseGate(stock: Stock, { layout, seed }: SceneSpec, { x, wallZ }: { x: number; wallZ: number }): void {
  const gold = stock.material(GOLD_LEAF);
  const deep = stock.material(plasterCoat(DEEP_RED, seed));
  const gate = { x, spring: 0.68, bottom: -HEIGHT };
  const ring = (radius: number, hole: number, behind: number, disc: boolean) =>
    new Arch({ ...gate, radius, hole, disc, front: wallZ - behind - 0.1, back: wallZ - behind, material: gold });
  if (layout % 4 === 2) {
    const fan = { x, y: 0.12, radius: 1.32 };
    stock.add(
      new Arch({
        x,
        radius: fan.radius,
        spring: fan.y,
        bottom: -HEIGHT,
        front: wallZ - 0.3,
        back: wallZ - 0.26,
        material: stock.material(fanCoat(fan.x, fan.y, fan.radius)),
      }),
      new Arch({
        x,
        radius: 0.5,
        spring: fan.y,
        bottom: -HEIGHT,
        front: wallZ - 0.4,
        back: wallZ - 0.34,
        material: deep,
      }),
    );
    return;
  }
  if (layout % 4 === 3) {
    const red = stock.material(lacquered(RED));
    stock.add(
      new Arch({ ...gate, radius: 0.98, hole: 0.93, front: wallZ - 0.4, back: wallZ - 0.3, material: gold }),
      new Arch({ ...gate, radius: 0.93, front: wallZ - 0.14, back: wallZ - 0.1, material: red }),
    );
    for (const away of [-1.32, -1.66, 1.32, 1.66]) {
      const pillar = { x: x + away, z: wallZ - 0.5 };
      stock.add(
        new Cylinder({ ...pillar, radius: 0.13, bottom: -HEIGHT, top: 4, material: red }),
        new Cylinder({ ...pillar, radius: 0.145, bottom: -HEIGHT, top: -HEIGHT + 0.12, bevel: 0.012, material: gold }),
        new Cylinder({ ...pillar, radius: 0.136, bottom: 0.42, top: 0.47, bevel: 0.008, material: gold }),
      );
    }
    return;
  }
  stock.add(
    ring(1.14, 1.085, 0.32, true),
    new Arch({ ...gate, radius: 1.085, disc: true, front: wallZ - 0.14, back: wallZ - 0.1, material: deep }),
  );
  if (layout % 4 === 1) stock.add(ring(0.8, 0.775, 0.24, true));
}

/** Lunar New Year: a red stage with a golden moon gate, boxes, coins and balls of gold. Lanterns hang as props. */
export function stageNewYear({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { side } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.36, lens: 1.9, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const rich = quality.version === "v3";
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? camera.distance + 0.2;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const wallZ = camera.distance + 2.5;
  const wall = plasterCoat(WALLS[spec.layout % WALLS.length] ?? RED, spec.seed);
  const stock = new Stock(wall, wall);
  const gold = stock.material(GOLD_LEAF);
  const red = stock.material(lacquered(RED));
  const radius = Math.max(0.62, half * 2.05);
  const disc = (r: number, bottom: number, top: number, material: number, bevel = 0.012) =>
    new Cylinder({ x, z, radius: r, bottom, top, bevel, material });
  stock.add(
    disc(radius, -HEIGHT * 0.5, 0, red, 0.014),
    disc(radius + 0.012, -0.062, -0.03, gold, 0.008),
    disc(radius * 1.5, -HEIGHT, -HEIGHT * 0.5, red, 0.014),
    disc(radius * 1.5 + 0.012, -HEIGHT * 0.5 - 0.062, -HEIGHT * 0.5 - 0.03, gold, 0.008),
  );
  raiseGate(stock, spec, { x: x + 0.06 * side, wallZ });
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
