import { valueFbm } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { curtainHeight } from "../textures/fabric.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Material } from "../tracer/scene.ts";
import { Sweep } from "../tracer/sweep.ts";
import { goboNamed } from "./gobo-named.ts";
import { GOLD, PODIUM_MATERIAL as M, PODIUM_HEIGHT, podiumShapes } from "./podium-layouts.ts";

const MATERIALS: (Material | undefined)[] = [];
MATERIALS[M.floor] = { reflectance: 0.03, roughness: 0.45 };
MATERIALS[M.wall] = { reflectance: 0, roughness: 1 };
MATERIALS[M.podium] = { reflectance: 0.04, roughness: 0.3 };
MATERIALS[M.accent] = { reflectance: 0, roughness: 1 };
MATERIALS[M.glossy] = { reflectance: 0.05, roughness: 0.15 };
MATERIALS[M.matte] = { reflectance: 0.03, roughness: 0.5 };
MATERIALS[M.gold] = { reflectance: 0.7, roughness: 0.16, metal: true };
MATERIALS[M.deep] = { reflectance: 0.04, roughness: 0.4 };

const GILDED = MATERIALS.with(M.deep, { reflectance: 0.7, roughness: 0.22, metal: true });

/** Plaster in one family of colours: podium, arches, spheres, a pattern of shadow. */
export function stagePodium({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { palette, side } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.36, lens: 1.9 });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const baseX = proxy?.centreX ?? 0;
  const baseZ = proxy?.centreZ ?? camera.distance + 0.2;
  const baseHalf = proxy?.baseHalfWidth ?? 0.3;
  const wallZ = camera.distance + 2.3 + 0.3 * random();
  const colors: Vec3[] = [];
  colors[M.floor] = palette.floor;
  colors[M.wall] = palette.wall;
  colors[M.podium] = palette.support;
  colors[M.accent] = palette.accent;
  colors[M.glossy] = palette.accent;
  colors[M.matte] = palette.floor;
  colors[M.gold] = GOLD;
  colors[M.deep] = spec.gilded ? GOLD : palette.deep;
  const draped = spec.support === "fabric";
  const colorOf = (material: number): Vec3 => colors[material] ?? palette.floor;
  return {
    scene: {
      camera,
      subject: proxy,
      sweep: new Sweep(-PODIUM_HEIGHT, wallZ, 0.5),
      shapes: podiumShapes({
        layout: spec.layout,
        x: baseX,
        z: baseZ,
        baseHalf,
        wallZ,
        side,
        rich: quality.version === "v3",
        draped,
        random,
      }),
      materials: spec.gilded ? GILDED : MATERIALS,
      key: new KeyLight({
        direction: [0.75 * side, 0.9 + 0.15 * random(), -0.62],
        angle: 0.05,
        color: [2.15, 2.0, 1.85],
        gobo: goboNamed(spec.gobo, spec.seed),
        goboCentre: [baseX, 0.4, camera.distance + 0.8],
      }),
      bounce: 0.6,
      albedo(hit, coarse, out) {
        const [r, g, b] = colorOf(hit.material);
        let k = 1;
        if (!coarse && hit.material <= M.accent) {
          k = 0.985 + 0.03 * valueFbm(hit.x * 9 + hit.material, (hit.ny > 0.5 ? hit.z : hit.y) * 9, 3);
        }
        if (draped && hit.material === M.wall) k *= 0.86 + 4 * curtainHeight(hit.x, hit.y);
        out[0] = r * k;
        out[1] = g * k;
        out[2] = b * k;
      },
      bump(hit) {
        if (!draped || hit.material !== M.wall) return false;
        const e = 0.004;
        hit.nx += (curtainHeight(hit.x + e, hit.y) - curtainHeight(hit.x - e, hit.y)) / (2 * e);
        const length = Math.sqrt(hit.nx * hit.nx + hit.ny * hit.ny + hit.nz * hit.nz);
        hit.nx /= length;
        hit.ny /= length;
        hit.nz /= length;
        return true;
      },
      environment(dx, dy, dz, out) {
        const softbox = smoothstep(0.55, 0.85, dx * side * 0.8 + dy * 0.35 - dz * 0.3);
        const v = 0.28 + 0.42 * clamp(dy * 0.5 + 0.5) + softbox * 1.2;
        out[0] = v;
        out[1] = v * 0.97;
        out[2] = v * 0.97;
      },
      backdrop(_u, _v, _ray, out) {
        out[0] = palette.wall[0];
        out[1] = palette.wall[1];
        out[2] = palette.wall[2];
      },
    },
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
  };
}
