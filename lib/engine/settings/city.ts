import type { RgbOut } from "../math/color.ts";
import { sampleBilinear } from "../math/float-image.ts";
import { smoothstep } from "../math/scalar.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { type Coat, metalCoat } from "../textures/coat.ts";
import { supportCoat } from "../textures/support-coats.ts";
import type { Shape } from "../tracer/shape.ts";
import { Sphere } from "../tracer/sphere.ts";
import { cityLights } from "./city-lights.ts";
import { tableScene } from "./table-scene.ts";

const HORIZON = 0.44;
const GOLD = 3;
const PEARL = 4;

/** Polished balls that carry the city's lights. */
function mirrorBalls(
  proxy: SubjectProxy | null,
  distance: number,
  { side, layout }: StageInput["spec"],
): { shapes: Shape[]; coats: Coat[] } {
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? distance;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const ball = (away: number, dz: number, radius: number, material: number) =>
    new Sphere({ x: x + away * side, y: radius, z: z + dz, radius, material });
  const coats: Coat[] = [];
  coats[GOLD] = metalCoat([1, 0.78, 0.46], 0.2);
  coats[PEARL] = metalCoat([0.9, 0.88, 0.95], 0.28);
  const arrangements = [
    [
      ball(half + 0.4, 0.2, 0.12, GOLD),
      ball(half + 0.16, -0.2, 0.05, PEARL),
      ball(-half - 0.32, 0.35, 0.08, PEARL),
      ball(-half - 0.55, -0.05, 0.04, GOLD),
    ],
    [ball(half + 0.34, 0.3, 0.17, PEARL), ball(half + 0.14, -0.12, 0.07, GOLD), ball(half + 0.5, -0.2, 0.035, GOLD)],
    [],
    [ball(-half - 0.3, -0.16, 0.06, GOLD), ball(-half - 0.5, 0.06, 0.09, PEARL), ball(half + 0.62, 0.5, 0.1, GOLD)],
  ];
  return { shapes: arrangements[layout % arrangements.length] ?? [], coats };
}

/** A dark mirror of a table before the lights of a city. */
export function stageCity({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { width, height } = subject;
  const camera = cameraFor(facts, width, height, { horizon: HORIZON, lens: 1.7, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const share = Math.max(quality.backdropScale, 0.7);
  const plate = cityLights(
    Math.max(1, Math.round(width * share)),
    Math.max(1, Math.round(height * share)),
    camera.horizonPx / height,
    spec.seed,
    spec.layout,
  );
  const dusk = (dx: number, dy: number, dz: number, out: RgbOut) => {
    const sky = 0.02 + 0.06 * smoothstep(0.3, 1, dy);
    // Warm shop windows behind the camera: what polished things before it mirror.
    const windows = 0.55 * smoothstep(0.15, -0.5, dz) * smoothstep(0.75, 0.1, Math.abs(dy - 0.12));
    const box = 1.1 * smoothstep(0.6, 0.85, dx * spec.side * 0.8 + dy * 0.5 - dz * 0.3);
    out[0] = sky + windows + box;
    out[1] = sky + windows * 0.62 + box * 0.9;
    out[2] = sky * 1.2 + windows * 0.34 + box * 0.82;
  };
  const staged = tableScene({
    camera,
    subject: proxy,
    top: supportCoat("dark", spec.seed, spec.palette.support),
    gobo: null,
    depth: 3.4,
    ...(quality.version === "v3" ? { props: mirrorBalls(proxy, camera.distance, spec) } : {}),
    surroundings: {
      plate,
      light: dusk,
      key: { direction: [0.7 * spec.side, 1, -0.5], angle: 0.12, color: [1.3, 1.15, 1] },
      aperturePx: 4,
      air: "sparks",
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
    },
  });
  return {
    ...staged,
    scene: {
      ...staged.scene,
      // The table mirrors the lights at about half their height, which keeps the low far lamps in the reflection.
      environment(dx, dy, dz, out) {
        dusk(dx, dy, dz, out);
        if (dz <= 0.15 || dy >= 0.9) return;
        const px = (camera.focalPx * dx) / dz + camera.centreXPx;
        const py = camera.horizonPx - ((camera.focalPx * dy) / dz) * 0.55;
        if (py <= 0) return;
        const x = (Math.min(width, Math.max(0, px)) / width) * plate.width;
        for (let c = 0; c < 3; c++) (out[c] as number) += sampleBilinear(plate, x, (py / height) * plate.height, c);
      },
    },
  };
}
