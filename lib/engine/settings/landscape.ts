import { seededRandom } from "../math/random.ts";
import type { Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { coated } from "../textures/coat.ts";
import { slateCoat, supportCoat } from "../textures/support-coats.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Shape } from "../tracer/shape.ts";
import { Sphere } from "../tracer/sphere.ts";
import { paintedCountry } from "./painted-country.ts";
import { seenFrom } from "./surroundings.ts";
import { tableScene } from "./table-scene.ts";

const HORIZON = 0.44;
const STONE = 2;

/** Stones around the product and half sunk in the ground. */
function looseStones(x: number, z: number, side: number, random: () => number): Shape[] {
  return Array.from({ length: 11 }, (_, i) => {
    const radius = 0.022 + 0.07 * random() ** 2;
    const away = (0.48 + 0.85 * random()) * (i % 3 === 0 ? side : -side);
    return new Sphere({ x: x + away, y: -radius * 0.25, z: z - 0.55 + 1.3 * random(), radius, material: STONE });
  });
}

/** A slab of rock before a wide country: mountains and a lake, hills. */
export function stageLandscape(input: StageInput): StagedScene {
  const { spec, subject, facts, quality } = input;
  const { width, height } = subject;
  const camera = cameraFor(facts, width, height, { horizon: HORIZON, lens: 1.7, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const surroundings = paintedCountry(input, camera);
  const random = seededRandom(spec.seed);
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? camera.distance;
  if (spec.support === "wood") {
    // A jetty or terrace instead of the rock.
    return tableScene({
      camera,
      subject: proxy,
      top: supportCoat("wood", spec.seed, spec.palette.support),
      surroundings,
      gobo: null,
      depth: 1.5 + 0.4 * random(),
    });
  }
  const rock: Vec3 = spec.terrain === "hills" ? [0.2, 0.185, 0.15] : [0.17, 0.152, 0.148];
  // The slab must reach the picture's lower edge, also under a product that floats high in it.
  const nearest = (camera.height * camera.focalPx) / Math.max(1, height - camera.horizonPx);
  const edge = z + 1.2;
  const reach = Math.max(1.75, (proxy?.maxHalfWidth ?? 0) + 1.2, (edge - nearest + 0.3) / 2);
  return {
    ...surroundings,
    scene: {
      ...seenFrom(camera, surroundings),
      subject: proxy,
      sweep: null,
      shapes: [
        new Cylinder({
          x: x + 0.25 * spec.side,
          z: edge - reach,
          radius: reach,
          bottom: -0.35,
          top: 0,
          bevel: 0.06,
          material: STONE,
        }),
        new Cylinder({
          x: x + (reach + 0.15) * spec.side,
          z: z + 0.7 + 0.4 * random(),
          radius: 0.5,
          bottom: -0.6,
          top: -0.16,
          bevel: 0.05,
          material: STONE,
        }),
        new Cylinder({
          x: x - reach * spec.side,
          z: z + 0.5,
          radius: 0.3 + 0.15 * random(),
          bottom: -0.5,
          top: -0.12,
          bevel: 0.05,
          material: STONE,
        }),
        ...(quality.version === "v3" ? looseStones(x, z, spec.side, random) : []),
      ],
      ...coated([undefined, undefined, slateCoat(spec.seed, rock)]),
      key: new KeyLight(surroundings.key),
      bounce: 0.55,
    },
  };
}
