import { valueFbm } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growDryGrass } from "../plants/pot-plant.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { type Coat, coated, metalCoat, plainCoat } from "../textures/coat.ts";
import { supportCoat } from "../textures/support-coats.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Material, Scene } from "../tracer/scene.ts";
import { Sweep } from "../tracer/sweep.ts";
import { clearCoat } from "./clear-block.ts";
import { goboNamed } from "./gobo-named.ts";
import { PODIUM_MATERIAL as M, PODIUM_HEIGHT, podiumShapes, VASE_MOUTH, vasePlace } from "./podium-layouts.ts";

const MATT = { reflectance: 0, roughness: 1 } as const;
const SATIN = { reflectance: 0.04, roughness: 0.4 } as const;
const GOLD = metalCoat([0.95, 0.72, 0.38]);

/** Plaster with a faint bloom. */
function plaster(color: Vec3, material: Material): Coat {
  return {
    material,
    color(a, b, coarse, out) {
      const k = coarse ? 1 : 0.985 + 0.03 * valueFbm(a * 9, b * 9, 3);
      for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
    },
  };
}

function coatsOf(spec: SceneSpec): Coat[] {
  const { palette, gilded, support, seed } = spec;
  const coats: Coat[] = [];
  coats[M.floor] = plaster(palette.floor, { reflectance: 0.03, roughness: 0.45 });
  coats[M.wall] = plaster(palette.wall, MATT);
  coats[M.podium] = spec.onClear
    ? clearCoat(spec)
    : support === "plaster"
      ? plaster(palette.support, { reflectance: 0.04, roughness: 0.3 })
      : supportCoat(support, seed, palette.support);
  coats[M.accent] = plaster(palette.accent, MATT);
  coats[M.glossy] = plainCoat(palette.accent, { reflectance: 0.05, roughness: 0.15 });
  coats[M.matte] = plainCoat(palette.floor);
  coats[M.gold] = GOLD;
  coats[M.deep] = gilded ? GOLD : plainCoat(palette.deep, SATIN);
  return coats;
}

/** Plaster in one family of colours: podium, arches, spheres, a pattern of shadow. */
export function stagePodium({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { palette, side, layout } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.36, lens: 1.9, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? camera.distance + 0.2;
  const baseHalf = proxy?.baseHalfWidth ?? 0.3;
  const wallZ = camera.distance + 2.3 + 0.3 * random();
  const rich = quality.version === "v3";
  const scene: Scene = {
    ...coated(coatsOf(spec)),
    camera,
    subject: proxy,
    sweep: new Sweep(-PODIUM_HEIGHT, wallZ, 0.5),
    shapes: podiumShapes({ layout, x, z, baseHalf, wallZ, side, rich, random }),
    key: new KeyLight({
      direction: [0.75 * side, 0.9 + 0.15 * random(), -0.62],
      angle: 0.05,
      color: [2.15, 2.0, 1.85],
      gobo: goboNamed(spec.gobo, spec.seed),
      goboCentre: [x, 0.4, camera.distance + 0.8],
    }),
    bounce: 0.6,
    environment(dx, dy, dz, out) {
      const softbox = smoothstep(0.55, 0.85, dx * side * 0.8 + dy * 0.35 - dz * 0.3);
      const v = 0.28 + 0.42 * clamp(dy * 0.5 + 0.5) + softbox * 1.2;
      out[0] = v;
      out[1] = v * 0.97;
      out[2] = v * 0.97;
    },
    backdrop(_u, _v, _ray, out) {
      out.set(palette.wall);
    },
  };
  return {
    scene,
    aperturePx: 2.2,
    look: {
      toneMap: "neutral",
      exposure: 0.8,
      bloom: 0.05,
      vignette: 0.06,
      grain: 0.007,
      contrast: 1.02,
      saturation: 1.04,
    },
    elementLight: {
      direction: [0.55 * side, -0.62, 0.58],
      color: [1.3, 1.2, 1.12],
      ambient: [0.62, 0.57, 0.58],
      rim: [0.35, 0.32, 0.32],
    },
    ...(rich && {
      plant: (picture) =>
        growDryGrass(
          {
            scene,
            picture,
            groundAt: () => -PODIUM_HEIGHT,
            ambient: [0.6, 0.58, 0.58],
            random: seededRandom(spec.seed + 1),
          },
          { ...vasePlace({ x, z, side, baseHalf }), foot: VASE_MOUTH + PODIUM_HEIGHT },
        ),
    }),
  };
}
