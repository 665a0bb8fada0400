import { oklch, toOklch } from "../math/color.ts";
import { gradientFbm, gradientNoise, valueFbm } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { scaled, type Vec3 } from "../math/vector.ts";
import type { DayTime } from "../scene-spec.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { tiltBy } from "../textures/bump.ts";
import { Arch } from "../tracer/arch.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Shape } from "../tracer/shape.ts";
import { Sphere } from "../tracer/sphere.ts";
import { FLOOR_MATERIAL, Sweep } from "../tracer/sweep.ts";
import { goboNamed } from "./gobo-named.ts";

const PEARL = 4;
const CLEAR = 5;
const PALE = 6;
const ROCK = 7;
/** Lightness of the water, the light on it and what it throws on its bottom, as shares of those by day. */
interface WaterHour {
  readonly lightness: number;
  readonly key: Vec3;
  readonly caustics: number;
  /** Of the light behind the product, beyond the backdrop's own. */
  readonly glow: number;
}
const HOURS: Partial<Record<DayTime, WaterHour>> = {
  dawn: { lightness: 0.94, key: [1.02, 0.9, 0.84], caustics: 0.8, glow: 0.34 },
  golden: { lightness: 0.95, key: [1.15, 0.94, 0.66], caustics: 1, glow: 0.34 },
  sunset: { lightness: 0.82, key: [1.2, 0.78, 0.5], caustics: 0.8, glow: 0.34 },
  dusk: { lightness: 0.68, key: [0.8, 0.74, 0.95], caustics: 0.4, glow: 0.6 },
  night: { lightness: 0.5, key: [0.8, 0.98, 1.4], caustics: 0.3, glow: 1.5 },
};
const BY_DAY: WaterHour = { lightness: 1, key: [1, 1, 1], caustics: 1, glow: 0.34 };
const RIVER_STONE: Vec3 = [0.16, 0.165, 0.17];

/** Shallow water in one colour: rings around the product, caustics, and pearls, stones, a disc or an arch. */
export function stageWater({ spec, subject, facts, quality }: StageInput): StagedScene {
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.34, lens: 1.8, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const { side } = spec;
  // Water reads as water when it is cool; only a prompt makes it warm.
  const own = toOklch(spec.palette.accent);
  const cool = own.hue > 130 && own.hue < 320;
  const hue = cool || spec.tinted ? own.hue : 200 + 30 * random();
  const chroma = clamp(own.chroma / 0.09, 0.25, 1.3);
  const hour = HOURS[spec.time] ?? BY_DAY;
  const near = oklch(0.8 * hour.lightness, 0.075 * chroma, hue);
  const far = oklch(0.93 * hour.lightness, 0.035 * chroma, hue - 8);
  const x0 = proxy?.centreX ?? 0;
  const z0 = proxy?.centreZ ?? camera.distance + 0.2;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const shapes: Shape[] = [];
  const ball = (dx: number, dz: number, radius: number, material: number) =>
    shapes.push(new Sphere({ x: x0 + dx * side, y: radius * 0.92, z: z0 + dz, radius, material }));
  const stone = (dx: number, dz: number, radius: number, flat: number, on: number, material: number) =>
    shapes.push(
      new Ellipsoid({
        x: x0 + dx * side,
        y: on + radius * flat * 0.8,
        z: z0 + dz,
        radiusX: radius,
        radiusY: radius * flat,
        radiusZ: radius * 0.8,
        material,
      }),
    );
  const rich = quality.version === "v3";
  switch (spec.layout % 4) {
    case 0:
      ball(-half - 0.6 - 0.2 * random(), 0.35, 0.17, PEARL);
      ball(half + 0.62 + 0.2 * random(), -0.25, 0.11, PALE);
      ball(half + 1.0 + 0.3 * random(), 0.9, 0.24, PEARL);
      ball(-half - 1.25, 1.5, 0.34, PALE);
      break;
    case 1: {
      // River stones, three of them balanced on each other.
      const far = half + 0.72 + 0.12 * random();
      stone(far, 0.35, 0.34, 0.42, 0, ROCK);
      stone(far - 0.03, 0.35, 0.24, 0.42, 0.23, PALE);
      stone(far + 0.02, 0.34, 0.15, 0.45, 0.39, ROCK);
      stone(-half - 0.55, 0.5, 0.26, 0.45, -0.03, ROCK);
      stone(-half - 0.95, 0.15, 0.17, 0.5, -0.03, PALE);
      stone(half + 0.4, -0.3, 0.1, 0.5, -0.02, ROCK);
      if (rich) stone(-half - 1.2, 0.85, 0.3, 0.5, -0.04, ROCK);
      break;
    }
    case 2:
      // A pale disc that rises from the water like a moon.
      shapes.push(
        new Arch({
          x: x0 + 0.16 * side,
          radius: 0.82,
          spring: 0.46,
          bottom: -0.4,
          disc: true,
          front: z0 + 1.5,
          back: z0 + 1.56,
          material: PALE,
        }),
      );
      ball(-half - 0.62, 0.2, 0.12, PEARL);
      ball(half + 0.95, 0.5, 0.2, PEARL);
      if (rich) ball(half + 0.5, -0.2, 0.07, PALE);
      break;
    default:
      // An arch one sees the light through, and steps beside it.
      shapes.push(
        new Arch({
          x: x0 + (half + 0.85) * side,
          radius: 0.52,
          hole: 0.34,
          spring: 0.5,
          bottom: -0.2,
          front: z0 + 0.9,
          back: z0 + 1.15,
          material: PEARL,
        }),
        new Cylinder({
          x: x0 - (half + 0.85) * side,
          z: z0 + 0.7,
          radius: 0.4,
          bottom: -0.2,
          top: 0.13,
          bevel: 0.02,
          material: PALE,
        }),
      );
      shapes.push(
        new Sphere({ x: x0 - (half + 0.8) * side, y: 0.13 + 0.17, z: z0 + 0.68, radius: 0.17, material: PEARL }),
      );
  }
  for (let i = 0; i < (rich ? 12 : 4); i++) {
    const angle = random() * Math.PI * 2;
    const reach = half + 0.3 + 0.9 * random();
    ball(Math.cos(angle) * reach, Math.sin(angle) * reach * 0.6, 0.014 + 0.03 * random() ** 2, CLEAR);
  }
  const ripple = (x: number, z: number) => {
    const r = Math.sqrt((x - x0) ** 2 + (z - z0) ** 2);
    return (
      0.0075 * Math.sin(r * 24) * Math.exp(-r * 1.35) * smoothstep(0.15, 0.4, r) +
      0.012 * gradientFbm(x * 1.5, z * 2.2, 3) +
      0.0022 * gradientFbm(x * 7, z * 9, 2)
    );
  };
  const glow = (u: number, v: number) =>
    0.88 + hour.glow * Math.exp(-((u - 0.5 - 0.1 * side) ** 2 * 5 + (v - 0.3) ** 2 * 7));
  const horizon = camera.horizonPx / camera.heightPx;
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
        { reflectance: 0.05, roughness: 0.2 },
        { reflectance: 0.05, roughness: 0.28 },
      ],
      key: new KeyLight({
        direction: [0.6 * side, 0.85, 0.25],
        angle: 0.07,
        color: scaled(hour.key, 1.5),
        gobo: spec.gobo === "none" || spec.gobo === "window" ? null : goboNamed(spec.gobo, spec.seed),
        goboCentre: [x0, 0.4, camera.distance + 0.8],
      }),
      bounce: 0.7,
      subjectLight: 0.35 + 0.6 * hour.lightness,
      albedo(hit, coarse, out) {
        if (hit.material === ROCK) {
          const k = coarse ? 1 : 0.8 + 0.4 * valueFbm(hit.x * 9, hit.y * 14 + hit.z * 9, 3);
          for (let c = 0; c < 3; c++) out[c] = (RIVER_STONE[c] as number) * k;
          return;
        }
        if (hit.material === PALE) {
          for (let c = 0; c < 3; c++) out[c] = 0.35 + 0.6 * (far[c] as number);
          return;
        }
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
          : clamp(ridge) ** 7 * 0.85 * hour.caustics * Math.exp(-Math.max(0, hit.z - camera.distance + 1) * 0.25);
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
          out[c] =
            lerp((far[c] as number) * 1.05, (near[c] as number) * 0.75, t) +
            softbox * hour.lightness * (hour.key[c] as number) +
            sun * (hour.key[c] as number);
      },
      backdrop(u, v, ray, out) {
        const t = clamp(ray.dy * 2.2);
        for (let c = 0; c < 3; c++) out[c] = lerp(far[c] as number, (near[c] as number) * 0.95, t) * glow(u, v);
      },
      // The water ends in the light behind it, without a line.
      haze: {
        from: camera.distance + 0.6,
        perUnit: 0.2,
        color(u, out) {
          for (let c = 0; c < 3; c++) out[c] = (far[c] as number) * glow(u, horizon);
        },
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
      color: scaled(hour.key, 1.25 * hour.lightness ** 1.6),
      ambient: scaled([0.58, 0.62, 0.66], hour.lightness ** 2),
      rim: [0.5, 0.55, 0.6],
    },
  };
}
