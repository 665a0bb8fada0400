import { gradientFbm, gradientNoise, valueFbm } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { scaled, type Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { coated, plainCoat } from "../textures/coat.ts";
import { satinCoat } from "../textures/fabric.ts";
import { HeightField } from "../tracer/height-field.ts";
import { KeyLight } from "../tracer/key-light.ts";
import { Sphere } from "../tracer/sphere.ts";
import { goboNamed } from "./gobo-named.ts";

const CLOTH = 2;
const PEARL = 3;
/** How steeply the cloth rises behind the product, out of the picture. */
const RISE = 0.78;

/** Folds that run together and part again, 0 to about 0.3 high. */
function folds(x: number, z: number, turn: number): number {
  const u = x * Math.cos(turn) + z * Math.sin(turn);
  const v = z * Math.cos(turn) - x * Math.sin(turn);
  const wander = u + 0.55 * gradientFbm(u * 0.45 + 3, v * 0.6, 2) + 0.22 * gradientNoise(v * 0.9, u * 0.5 + 7);
  const broad = 0.5 + 0.5 * Math.sin(wander * 3.6 + 1.4 * gradientNoise(v * 0.5 + 5, u * 0.3));
  const narrow = 0.5 + 0.5 * Math.sin(wander * 8.3 + 2.6 * gradientNoise(v * 0.8 + 15, u * 0.6));
  const full = valueFbm(u * 0.5 + 11, v * 0.35, 2);
  return (
    0.25 * broad ** 1.6 * (0.35 + 0.9 * full) +
    0.105 * narrow ** 1.8 * (1.35 - full) +
    0.03 * gradientNoise(u * 1.7, v * 0.6)
  );
}

/** Satin in folds that the product is bedded in, rising behind it out of the picture. */
export function stageDrape({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { side, palette } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.3, lens: 1.9, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const x0 = proxy?.centreX ?? 0;
  const z0 = proxy?.centreZ ?? camera.distance;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const turn = (0.35 + 0.5 * random()) * (spec.layout % 2 ? 1 : -1);
  const shift = (spec.seed % 97) * 1.7;
  const brightest = Math.max(...palette.wall);
  const outside = (x: number, z: number) => Math.hypot(x - x0, (z - z0) * 1.15) - half;
  const sun: Vec3 = [1.1 * side, 0.5, 0.12];
  const field = new HeightField({
    near: camera.distance * 0.4,
    far: camera.distance + 4.4,
    halfView: (camera.widthPx / 2 / camera.focalPx) * 1.35,
    // Folds are thin: a coarser grid would fray their edges.
    size: Math.max(512, quality.terrainSize),
    height(x, z) {
      // Folds before the product stay low: they must not seem to cut it off.
      const away = smoothstep(0.02, 0.8, outside(x, z)) * (0.5 + 0.8 * smoothstep(-0.5, 0.6, z - z0));
      return RISE * Math.max(0, z - z0 - 0.5) ** 1.3 + (folds(x - x0 + shift, z - z0, turn) - 0.05) * away;
    },
    material: CLOTH,
    sun,
  });
  const pearls = Array.from({ length: quality.version === "v3" ? 13 : 5 }, (_, i) => {
    const x = x0 + (half + 0.14 + 0.11 * i * (0.7 + 0.4 * random())) * -side;
    const z = z0 - 0.3 + 0.16 * Math.sin(i * 1.1) - 0.02 * i;
    const radius = 0.024 + 0.022 * random();
    return new Sphere({ x, y: field.heightAt(x, z) + radius * 0.8, z, radius, material: PEARL });
  });
  return {
    scene: {
      ...coated([
        undefined,
        undefined,
        satinCoat(scaled(palette.wall, 0.46)),
        plainCoat([0.9, 0.87, 0.83], { reflectance: 0.12, roughness: 0.14 }),
      ]),
      camera,
      subject: proxy,
      sweep: null,
      field,
      shapes: pearls,
      key: new KeyLight({
        direction: sun,
        angle: 0.1,
        color: [2.3, 2.16, 1.96],
        gobo: spec.gobo === "none" ? null : goboNamed(spec.gobo, spec.seed),
        goboCentre: [x0, 0.4, camera.distance + 0.8],
      }),
      bounce: 0.6,
      environment(dx, dy, _dz, out) {
        const box = smoothstep(0.5, 0.8, dx * side * 0.78 + dy * 0.45);
        const above = smoothstep(0.84, 0.97, dy) * 0.9;
        const strip = smoothstep(0.8, 0.95, -dx * side * 0.8 + dy * 0.45 + 0.1) * 0.7;
        const v = 0.04 + 0.2 * clamp(dy * 0.5 + 0.5) + box * 2 + above + strip;
        // What the cloth throws back at itself: shadows in folds keep its colour.
        const t = 0.5 * smoothstep(0.9, -0.2, dy);
        for (let c = 0; c < 3; c++) out[c] = v * lerp(1, (palette.wall[c] as number) / brightest, t);
      },
      backdrop(_u, _v, _ray, out) {
        out.set(palette.wall);
      },
    },
    aperturePx: 2.6,
    look: {
      toneMap: "neutral",
      exposure: 1.14,
      bloom: 0.08,
      vignette: 0.1,
      grain: 0.007,
      contrast: 1.14,
      saturation: 1.06,
    },
    elementLight: {
      direction: [0.6 * side, -0.6, 0.5],
      color: [1.25, 1.18, 1.1],
      ambient: [0.55, 0.53, 0.52],
      rim: [0.4, 0.36, 0.34],
    },
    air: "motes",
  };
}
