import { ATMOSPHERES, type Atmosphere } from "../landscape/atmosphere.ts";
import { atmosphereUnder } from "../landscape/sights.ts";
import { Sky } from "../landscape/sky.ts";
import { veilOf } from "../landscape/weather.ts";
import { luminance } from "../math/color.ts";
import { gradientFbm, valueFbm, valueNoise } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { scaled, type Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { tiltBy } from "../textures/bump.ts";
import { sandHeight, sandTone } from "../textures/sand.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Hit } from "../tracer/ray.ts";
import { FLOOR_MATERIAL, Sweep } from "../tracer/sweep.ts";
import { goboNamed } from "./gobo-named.ts";
import { seaColor } from "./sea.ts";

const PEBBLE = 4;
const ROCK = 5;
/** Way to the water, how it slants away from the light, and whether rocks stand there; variations take turns. */
const SHORES = [
  [1.75, 0, false],
  [1.35, 0.24, true],
  [2.5, -0.1, false],
  [1.6, -0.3, true],
] as const;
const STONE: Vec3 = [0.3, 0.27, 0.235];
const SAND: Vec3 = [0.66, 0.53, 0.375];

/** Pits and ledges of weathered rock. */
function roughen(hit: Hit): void {
  const { x, y, z } = hit;
  hit.nx += 0.75 * gradientFbm(x * 7 + z * 3, y * 9, 4);
  hit.ny += 0.75 * gradientFbm(x * 7 + 9, y * 11 + z * 5, 4);
  hit.nz += 0.5 * gradientFbm(z * 7 + 4, y * 9 - x * 3, 4);
  const k = 1 / Math.hypot(hit.nx, hit.ny, hit.nz);
  hit.nx *= k;
  hit.ny *= k;
  hit.nz *= k;
}

/** Rounded rocks at the water's edge, on the side away from the light. */
function boulders(x: number, z: number, side: number, random: () => number): Ellipsoid[] {
  return (
    [
      [1.5, 1.3, 0.5, 0.34],
      [2.15, 1.7, 0.62, 0.52],
      [0.98, 1.75, 0.2, 0.12],
      [1.9, 0.85, 0.26, 0.16],
    ] as const
  ).map(
    ([away, behind, wide, high]) =>
      new Ellipsoid({
        x: x - away * side,
        // Widest where sand and water meet them: higher up they would seem to float.
        y: -0.06 * high,
        z: z + behind + 0.2 * random(),
        radiusX: wide * (0.85 + 0.3 * random()),
        radiusY: high,
        radiusZ: wide * 0.8,
        material: ROCK,
      }),
  );
}

/** Sand before a sea with breaking waves, under the sky of the hour. */
export function stageBeach({ spec, subject, facts, quality }: StageInput): StagedScene {
  const hour = atmosphereUnder(spec);
  const [sunX, sunY, sunZ] = hour.sun;
  // The moon must be within the view of a longer lens than a country's.
  const atmosphere: Atmosphere = hour.stars ? { ...hour, sun: [sunX * 0.62, sunY * 0.62, sunZ] } : hour;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.4, lens: 1.5, layout: spec.layout });
  const sky = new Sky(atmosphere, spec.seed, atmosphere.sun[0] * spec.side < 0, {
    sights: spec.sights,
    layout: spec.layout,
    side: spec.side,
    pixel: 1 / camera.focalPx,
    fine: quality.version === "v3",
  });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const shift = spec.seed % 89;
  const [way, slope, rocky] = SHORES[spec.layout % SHORES.length] ?? SHORES[0];
  const shore = (x: number) =>
    camera.distance +
    way +
    slope * spec.side * x +
    0.28 * Math.sin(x * 0.55 + shift) +
    0.22 * gradientFbm(x * 0.5 + shift, 3.3, 4);
  // Sea and foam were chosen for noon; other hours dim them with the light.
  const daylight = luminance(...ATMOSPHERES.day.direct) + 2 * luminance(...ATMOSPHERES.day.ambient);
  const light = (luminance(...atmosphere.direct) + 2 * luminance(...atmosphere.ambient)) / daylight;
  const x0 = proxy?.centreX ?? 0;
  const z0 = proxy?.centreZ ?? camera.distance;
  const pebbles = Array.from({ length: quality.version === "v3" ? 12 : 4 }, () => {
    const radius = 0.025 + 0.06 * random() ** 2;
    const away = (0.5 + 1.1 * random()) * (random() < 0.5 ? -1 : 1);
    return new Ellipsoid({
      x: x0 + away,
      y: radius * 0.12,
      z: z0 - 0.5 + 1.2 * random(),
      radiusX: radius * (0.9 + 0.5 * random()),
      radiusY: radius * (0.45 + 0.25 * random()),
      radiusZ: radius * (0.7 + 0.3 * random()),
      turn: 3 * random(),
      material: PEBBLE,
    });
  });
  const rocks = rocky ? boulders(x0, z0, spec.side, random) : [];
  const low = atmosphere.sun[1] < 0.3;
  return {
    scene: {
      camera,
      subject: proxy,
      sweep: new Sweep(0),
      shapes: [...pebbles, ...rocks],
      materials: [
        { reflectance: 0.025, roughness: 0.5 },
        undefined,
        undefined,
        undefined,
        { reflectance: 0.04, roughness: 0.35 },
        { reflectance: 0.02, roughness: 0.7 },
      ],
      key: new KeyLight({
        direction: low
          ? [sky.sun[0] * 1.2 || 0.5 * spec.side, 0.38, sky.sun[2] * 0.8]
          : [0.62 * spec.side, 0.72, -0.12],
        angle: Math.max(0.03, veilOf(spec).angle),
        // In v3 a palm stands beside the camera and throws its shadow on the sand.
        gobo:
          quality.version === "v3" && spec.time === "day" && spec.weather === "clear"
            ? goboNamed("leaves", spec.seed)
            : null,
        goboCentre: [x0, 0.4, camera.distance + 0.5],
        color: scaled(atmosphere.direct, spec.time === "day" ? 1.08 : atmosphere.sun[2] < 0 ? 0.5 : 0.85),
      }),
      bounce: 0.5,
      emission(hit, ray, out) {
        if (hit.material !== FLOOR_MATERIAL) return false;
        const offshore = hit.z - shore(hit.x);
        if (offshore <= 0) return false;
        seaColor(hit, ray, offshore, sky, light, out);
        return true;
      },
      albedo(hit, coarse, out) {
        if (hit.material === ROCK) {
          const k = coarse ? 0.8 : 0.3 + 1.1 * valueFbm(hit.x * 5 + hit.y * 9, hit.z * 5 - hit.y * 7, 5);
          const damp =
            1 - 0.5 * smoothstep(0.12, 0.03, hit.y + (coarse ? 0 : 0.03 * gradientFbm(hit.x * 6, hit.z * 6, 2)));
          for (let c = 0; c < 3; c++) out[c] = (STONE[c] as number) * k * damp;
          return;
        }
        if (hit.material === PEBBLE) {
          const speckle = coarse ? 1 : 0.75 + 0.5 * valueNoise(hit.x * 110, hit.z * 110 + hit.y * 70);
          const k = coarse
            ? 0.9
            : (0.25 + 1.5 * valueFbm(hit.x * 3.1 + hit.y * 6, hit.z * 3.1 + hit.y * 9, 5)) * speckle;
          for (let c = 0; c < 3; c++) out[c] = (STONE[c] as number) * k;
          return;
        }
        const offshore = hit.z - shore(hit.x);
        if (offshore > 0) {
          out[0] = 0.1;
          out[1] = 0.3;
          out[2] = 0.35;
          return;
        }
        const wet = smoothstep(0.55, 0.12, -offshore + (coarse ? 0 : 0.12 * gradientFbm(hit.x * 2, hit.z * 2, 3)));
        const k = (coarse ? 1 : sandTone(hit.x, hit.z)) * (1 - 0.48 * wet);
        out[0] = SAND[0] * k;
        out[1] = SAND[1] * k;
        out[2] = SAND[2] * k;
      },
      bump(hit) {
        if (hit.material === ROCK) {
          roughen(hit);
          return true;
        }
        if (hit.material !== FLOOR_MATERIAL) return false;
        tiltBy(hit, sandHeight, hit.x, hit.z, 0.006, smoothstep(0.2, 0.9, shore(hit.x) - hit.z));
        return true;
      },
      environment(dx, dy, dz, out) {
        sky.gradient(dx, Math.max(dy, 0.02), dz, out);
        if (dy < 0) {
          out[0] = 0.35 * light;
          out[1] = 0.3 * light;
          out[2] = 0.22 * light;
        }
        for (let c = 0; c < 3; c++) out[c] = Math.min(out[c] as number, 6);
      },
      backdrop(_u, _v, ray, out) {
        sky.full(ray.dx, ray.dy, ray.dz, out);
      },
    },
    aperturePx: atmosphere.stars ? 1.5 : 7,
    look: {
      toneMap: "filmic",
      exposure: spec.time === "day" ? 1.06 : atmosphere.exposure,
      bloom: 0.06,
      vignette: 0.1,
      grain: 0.008,
      contrast: 1.12,
      saturation: 1.1,
    },
    elementLight: {
      direction: [0.6 * (low ? Math.sign(sky.sun[0]) : spec.side), -0.62, 0.5],
      color: scaled(atmosphere.direct, low ? 0.5 : 0.6),
      ambient: [atmosphere.ambient[0] + 0.15, atmosphere.ambient[1] + 0.12, clamp(atmosphere.ambient[2], 0, 0.5) + 0.1],
      rim: scaled(atmosphere.fogSun, 0.5),
    },
  };
}
