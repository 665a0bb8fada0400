import { seededRandom } from "../math/random.ts";
import { clamp } from "../math/scalar.ts";
import { mixed, multiplied, scaled, type Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { coated } from "../textures/coat.ts";
import { paperCoat } from "../textures/paper.ts";
import { Arch } from "../tracer/arch.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { KeyLight } from "../tracer/key-light.ts";
import { Sweep } from "../tracer/sweep.ts";
import { goboNamed } from "./gobo-named.ts";
import { hourLight } from "./room-light.ts";
import { Stock } from "./stock.ts";

const PLINTH = 0.09;
/** Share of white in the sheets: a full palette is too loud over a whole picture. */
const PALE = 0.16;
const KEY: Vec3 = [2.05, 1.96, 1.86];
/** Throws its cone on the sheet at night. */
const LAMP: Vec3 = [1.9, 1.6, 1.2];
const WHITE: Vec3 = [0.93, 0.93, 0.92];

/** A sheet of coloured paper that bends up behind the product: nothing else, or one more sheet. */
export function stagePaper({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { side, palette } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.34, lens: 1.9, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const hour = hourLight(spec.time);
  const gobo = hour.lamp ? "spot" : spec.gobo;
  const light = hour.lamp ? LAMP : multiplied(KEY, hour.key);
  const x = proxy?.centreX ?? 0;
  const wallZ = camera.distance + 2.3;
  const sheet = paperCoat(mixed(palette.wall, WHITE, PALE), spec.seed);
  const twoSheets = spec.layout % 2 === 1;
  const stock = new Stock(
    twoSheets ? paperCoat(mixed(palette.floor, WHITE, PALE), spec.seed) : sheet,
    twoSheets ? paperCoat(palette.accent, spec.seed + 1) : sheet,
  );
  // A low round of paper lifts the product off the sheet.
  const half = proxy?.baseHalfWidth ?? 0.3;
  stock.add(
    new Cylinder({
      x,
      z: proxy?.centreZ ?? camera.distance + 0.2,
      radius: Math.max(0.56, half * 1.8),
      bottom: -PLINTH,
      top: 0,
      bevel: 0.01,
      material: stock.material(paperCoat(palette.support, spec.seed + 5)),
    }),
  );
  if (spec.layout % 4 >= 2) {
    stock.add(
      new Arch({
        x: x - 0.12 * side,
        radius: 0.84,
        spring: 0.72,
        bottom: -PLINTH,
        disc: true,
        front: wallZ - 0.24,
        back: wallZ - 0.225,
        material: stock.material(paperCoat(palette.support, spec.seed + 2)),
      }),
    );
  }
  if (quality.version === "v3") {
    // Cut sheets that stand one behind the other at the far side.
    for (let i = 0; i < 3; i++) {
      const radius = 0.62 + 0.2 * i;
      stock.add(
        new Arch({
          x: x - (1.35 + 0.14 * i) * side,
          radius,
          spring: 0.02 + 0.13 * i,
          bottom: -PLINTH,
          front: wallZ - 1.05 + 0.24 * i + 0.05 * random(),
          back: wallZ - 1.03 + 0.24 * i + 0.05,
          material: stock.material(paperCoat(i === 1 ? palette.accent : palette.support, spec.seed + 3 + i)),
        }),
      );
    }
  }
  return {
    scene: {
      ...coated(stock.coats),
      camera,
      subject: proxy,
      sweep: new Sweep(-PLINTH, wallZ, twoSheets ? 0.02 : 1.15),
      shapes: stock.shapes,
      key: new KeyLight({
        direction: [0.7 * side, 0.95, -0.5],
        angle: gobo === "none" ? 0.13 : 0.05,
        color: light,
        gobo: goboNamed(gobo, spec.seed),
        goboCentre: [x, 0.4, camera.distance + 0.9],
      }),
      bounce: 0.65,
      environment(_dx, dy, _dz, out) {
        const level = 0.34 + 0.42 * clamp(dy * 0.5 + 0.5);
        for (let c = 0; c < 3; c++) out[c] = level * (hour.around[c] as number);
      },
      backdrop(_u, _v, _ray, out) {
        out.set(multiplied(palette.wall, hour.around));
      },
    },
    aperturePx: 2,
    look: {
      toneMap: "neutral",
      exposure: 0.84,
      bloom: 0.04,
      vignette: 0.07,
      grain: 0.007,
      contrast: 1.02,
      saturation: 1.05,
    },
    elementLight: {
      direction: [0.55 * side, -0.62, 0.58],
      color: scaled(light, 0.63),
      ambient: multiplied([0.62, 0.6, 0.6], hour.around),
      rim: [0.35, 0.33, 0.33],
    },
  };
}
