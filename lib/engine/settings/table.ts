import { seededRandom } from "../math/random.ts";
import type { Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { type Camera, cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { type Coat, metalCoat, plainCoat } from "../textures/coat.ts";
import { supportCoat } from "../textures/support-coats.ts";
import type { Shape } from "../tracer/shape.ts";
import { Sphere } from "../tracer/sphere.ts";
import { furnishedPlace } from "./furnished/furnished-place.ts";
import { INTERIORS } from "./furnished/interiors.ts";
import { goboNamed } from "./gobo-named.ts";
import { photographedPlace } from "./photographed-place.ts";
import { tableScene } from "./table-scene.ts";

/** Wood, marble, stone or plaster before a photographed place or a furnished room out of focus, lit by it. */
export function stageTable(input: StageInput): StagedScene {
  const { spec, subject, facts, quality } = input;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.4, lens: 1.7, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const strewn = !spec.interior || INTERIORS[spec.interior].strewn;
  return tableScene({
    camera,
    subject: proxy,
    top: supportCoat(spec.support, spec.seed, spec.palette.support),
    surroundings: spec.interior
      ? furnishedPlace(spec.interior, input, camera)
      : photographedPlace(input, camera, random()),
    depth: 1.9 + 0.4 * random(),
    gobo: goboNamed(spec.gobo, spec.seed),
    ...(quality.version === "v3" && strewn ? { props: tableProps(spec, proxy, camera, random) } : {}),
  });
}

const PEBBLE: Vec3 = [0.26, 0.23, 0.2];
const GLOSSY = 3;
const METAL = 4;
const MATTE = 5;

/** Balls on stone and marble, pebbles on wood: small things beside the product that catch the place's light. */
function tableProps(
  { support, side, palette }: StageInput["spec"],
  proxy: SubjectProxy | null,
  camera: Camera,
  random: () => number,
): { shapes: Shape[]; coats: Coat[] } {
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? camera.distance;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const ball = (away: number, dz: number, radius: number, material: number, sunk = 1) =>
    new Sphere({ x: x - away * side, y: radius * sunk, z: z + dz, radius, material });
  const coats: Coat[] = [];
  if (support === "wood" || support === "stone") {
    coats[MATTE] = plainCoat(PEBBLE);
    const shapes = Array.from({ length: 7 }, (_, i) =>
      ball(
        (half + 0.16 + 0.5 * random()) * (i % 3 === 0 ? -1 : 1),
        -0.2 + 0.75 * random(),
        0.025 + 0.035 * random(),
        MATTE,
        0.2,
      ),
    );
    return { shapes, coats };
  }
  coats[GLOSSY] = plainCoat(palette.support, { reflectance: 0.05, roughness: 0.15 });
  coats[METAL] = metalCoat([0.95, 0.72, 0.38]);
  coats[MATTE] = plainCoat(palette.accent);
  const shapes = [
    ball(half + 0.34, 0.28, 0.12, GLOSSY),
    ball(half + 0.15, -0.16, 0.05, METAL),
    ball(half + 0.58, -0.02, 0.036, GLOSSY),
    ball(-half - 0.42, 0.5, 0.085, MATTE),
  ];
  return { shapes, coats };
}
