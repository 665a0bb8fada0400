import { sampleBilinear } from "../math/float-image.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Shape } from "../tracer/shape.ts";
import { Sphere } from "../tracer/sphere.ts";
import { cityLights } from "./city-lights.ts";
import { tableScene } from "./table-scene.ts";
import { PROP_MATERIALS } from "./table-surface.ts";

const HORIZON = 0.44;

const DARK_GLASS: Vec3 = [0.5, 0.42, 0.36];

/** Polished balls that carry the city's lights. */
function mirrorBalls(proxy: SubjectProxy | null, distance: number, side: number): Shape[] {
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? distance;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const ball = (away: number, dz: number, radius: number) =>
    new Sphere({ x: x + away * side, y: radius, z: z + dz, radius, material: PROP_MATERIALS.metal });
  return [
    ball(half + 0.4, 0.2, 0.15),
    ball(half + 0.16, -0.2, 0.06),
    ball(-half - 0.32, 0.35, 0.1),
    ball(-half - 0.6, -0.05, 0.045),
  ];
}

/** A dark mirror of a table before the lights of a city. */
export function stageCity({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { width, height } = subject;
  const camera = cameraFor(facts, width, height, { horizon: HORIZON, lens: 1.7 });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const share = Math.max(quality.backdropScale, 0.7);
  const plate = cityLights(
    Math.max(1, Math.round(width * share)),
    Math.max(1, Math.round(height * share)),
    camera.horizonPx / height,
    spec.seed,
    spec.layout % 3 === 1,
  );
  const staged = tableScene({
    camera,
    subject: proxy,
    support: "dark",
    seed: spec.seed,
    tint: spec.palette.support,
    plate,
    depth: 3.4,
    props: quality.version === "v3" ? mirrorBalls(proxy, camera.distance, spec.side) : [],
    propColor: () => DARK_GLASS,
    key: new KeyLight({ direction: [0.7 * spec.side, 1, -0.5], angle: 0.12, color: [1.3, 1.15, 1] }),
    ambientLight(_dx, dy, _dz, out) {
      const v = 0.02 + 0.06 * smoothstep(0.3, 1, dy);
      out[0] = v;
      out[1] = v;
      out[2] = v * 1.2;
    },
    aperturePx: 4,
    look: {
      toneMap: "filmic",
      exposure: 1.15,
      bloom: 0.16,
      vignette: 0.16,
      grain: 0.009,
      contrast: 1.1,
      saturation: 1.08,
    },
    elementLight: {
      direction: [0.6 * spec.side, -0.6, 0.5],
      color: [0.75, 0.66, 0.58],
      ambient: [0.16, 0.15, 0.2],
      rim: [0.7, 0.45, 0.5],
    },
  });
  return {
    ...staged,
    air: "sparks",
    scene: {
      ...staged.scene,
      // The table mirrors the lights at about half their height, which keeps the low far lamps in the reflection.
      environment(dx, dy, dz, out) {
        const v = 0.02 + 0.06 * smoothstep(0.3, 1, dy);
        out[0] = v;
        out[1] = v;
        out[2] = v * 1.2;
        // The street goes on behind the camera: balls mirror it.
        const ahead = Math.abs(dz);
        if (ahead <= 0.15 || dy >= 0.9) return;
        const px = (camera.focalPx * dx) / ahead + camera.centreXPx;
        const py = camera.horizonPx - ((camera.focalPx * dy) / ahead) * 0.55;
        if (py <= 0) return;
        const x = (Math.min(width, Math.max(0, px)) / width) * plate.width;
        for (let c = 0; c < 3; c++) (out[c] as number) += sampleBilinear(plate, x, (py / height) * plate.height, c);
      },
    },
  };
}
