import { oklch, toOklch } from "../math/color.ts";
import { gradientFbm, gradientNoise } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { tiltBy } from "../textures/bump.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Shape } from "../tracer/shape.ts";
import { Sphere } from "../tracer/sphere.ts";
import { FLOOR_MATERIAL, Sweep } from "../tracer/sweep.ts";
import { goboNamed } from "./gobo-named.ts";

const PEARL = 4;
const CLEAR = 5;

/** Shallow water in one colour: rings around the product, caustics, pearls. */
export function stageWater({ spec, subject, facts, quality }: StageInput): StagedScene {
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.34, lens: 1.8 });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const { side } = spec;
  // Water reads as water when it is cool; warm palettes keep their hue but pale.
  const own = toOklch(spec.palette.accent);
  const cool = own.hue > 130 && own.hue < 320;
  const hue = cool ? own.hue : spec.palette.hue < 60 || spec.palette.hue > 330 ? 215 : own.hue;
  const chroma = clamp(own.chroma / 0.09, 0.25, 1.3);
  const near = oklch(0.8, 0.075 * chroma, hue);
  const far = oklch(0.93, 0.035 * chroma, hue - 8);
  const x0 = proxy?.centreX ?? 0;
  const z0 = proxy?.centreZ ?? camera.distance + 0.2;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const pearl = (dx: number, dz: number, radius: number, material: number) =>
    new Sphere({ x: x0 + dx * side, y: radius * 0.92, z: z0 + dz, radius, material });
  const shapes: Shape[] = [
    pearl(-half - 0.6 - 0.2 * random(), 0.35, 0.17, PEARL),
    pearl(half + 0.62 + 0.2 * random(), -0.25, 0.11, PEARL),
    pearl(half + 1.0 + 0.3 * random(), 0.9, 0.24, PEARL),
    pearl(-half - 0.4, -0.45, 0.06, CLEAR),
  ];
  if (spec.layout % 2 === 1) shapes.push(pearl(-half - 1.25, 1.5, 0.34, PEARL));
  if (quality.version === "v3") {
    for (let i = 0; i < 9; i++) {
      const angle = random() * Math.PI * 2;
      const reach = half + 0.35 + 0.9 * random();
      shapes.push(
        pearl(Math.cos(angle) * reach, Math.sin(angle) * reach * 0.6, 0.02 + 0.04 * random(), i % 2 ? CLEAR : PEARL),
      );
    }
  }
  const ripple = (x: number, z: number) => {
    const r = Math.sqrt((x - x0) ** 2 + (z - z0) ** 2);
    return (
      0.0075 * Math.sin(r * 24) * Math.exp(-r * 1.35) * smoothstep(0.15, 0.4, r) +
      0.012 * gradientFbm(x * 1.5, z * 2.2, 3) +
      0.0022 * gradientFbm(x * 7, z * 9, 2)
    );
  };
  return {
    scene: {
      camera,
      subject: proxy,
      sweep: new Sweep(0),
      shapes,
      materials: [
        { reflectance: 0.35, roughness: 0, live: true },
        undefined,
        undefined,
        undefined,
        { reflectance: 0.1, roughness: 0.08 },
        { reflectance: 0.16, roughness: 0.04 },
      ],
      key: new KeyLight({
        direction: [0.6 * side, 0.85, 0.25],
        angle: 0.07,
        color: [1.5, 1.5, 1.5],
        gobo: spec.gobo === "none" || spec.gobo === "window" ? null : goboNamed(spec.gobo, spec.seed),
        goboCentre: [x0, 0.4, camera.distance + 0.8],
      }),
      bounce: 0.7,
      albedo(hit, coarse, out) {
        if (hit.material !== FLOOR_MATERIAL) {
          const t = hit.ny * 0.5 + 0.5;
          for (let c = 0; c < 3; c++)
            out[c] = lerp(near[c] as number, far[c] as number, t) * (hit.material === CLEAR ? 0.97 : 0.9);
          return;
        }
        // Two ridged noises that cross: the net of light on the bottom.
        const wx = hit.x * 2.6 + gradientFbm(hit.x * 1.2, hit.z * 1.2, 2) * 0.9;
        const wz = hit.z * 2.6 + gradientFbm(hit.x * 1.2 + 9, hit.z * 1.2, 2) * 0.9;
        const ridge = (1 - Math.abs(gradientNoise(wx, wz))) * (1 - Math.abs(gradientNoise(wx * 1.7 + 5, wz * 1.7)));
        const caustic = coarse
          ? 0
          : clamp(ridge) ** 7 * 0.85 * Math.exp(-Math.max(0, hit.z - camera.distance + 1) * 0.25);
        const t = smoothstep(camera.distance - 1.3, camera.distance + 3.5, hit.z);
        for (let c = 0; c < 3; c++) out[c] = lerp((near[c] as number) * 0.72, (far[c] as number) * 0.9, t) + caustic;
      },
      bump(hit) {
        if (hit.material !== FLOOR_MATERIAL) return false;
        tiltBy(hit, ripple, hit.x, hit.z, 0.004, 1 / (1 + Math.max(0, hit.z - camera.distance) * 0.6));
        return true;
      },
      environment(dx, dy, dz, out) {
        const t = clamp(dy * 1.4);
        const softbox = smoothstep(0.35, 0.75, dy) * smoothstep(0, 0.6, dx * side * 0.7 + 0.35) * 0.5;
        const sun = clamp(dx * side * 0.55 + dy * 0.6 + dz * 0.58) ** 40 * 3;
        for (let c = 0; c < 3; c++)
          out[c] = lerp((far[c] as number) * 1.05, (near[c] as number) * 0.75, t) + softbox + sun;
      },
      backdrop(u, v, ray, out) {
        const t = clamp(ray.dy * 2.2);
        const glow = 0.82 + 0.35 * Math.exp(-((u - 0.5) ** 2 * 5 + (v - 0.3) ** 2 * 7));
        for (let c = 0; c < 3; c++) out[c] = lerp(far[c] as number, (near[c] as number) * 0.85, t) * glow;
      },
    },
    aperturePx: 4,
    look: {
      toneMap: "neutral",
      exposure: 0.78,
      bloom: 0.1,
      vignette: 0.05,
      grain: 0.006,
      contrast: 1.03,
      saturation: 1.05,
    },
    elementLight: {
      direction: [0.55 * side, -0.65, 0.52],
      color: [1.25, 1.25, 1.25],
      ambient: [0.58, 0.62, 0.66],
      rim: [0.5, 0.55, 0.6],
    },
  };
}
