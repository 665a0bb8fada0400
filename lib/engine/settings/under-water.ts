import { type FloatImage, floatImage } from "../math/float-image.ts";
import { gradientFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { StageInput } from "../staged-scene.ts";
import type { Camera } from "../subject/camera.ts";
import type { Surroundings } from "./surroundings.ts";

const SURFACE: Vec3 = [0.34, 0.92, 1.08];
const MIDDLE: Vec3 = [0.025, 0.26, 0.44];
const DEEP: Vec3 = [0.006, 0.1, 0.21];
/** The plate is soft: this many pixels on its longer side are enough. */
const PLATE_SIDE = 320;

/** Light that falls from the surface and fans out, brighter towards the sun's side. */
function paintedWater(widthPx: number, heightPx: number, side: number, seed: number): FloatImage {
  const scale = PLATE_SIDE / Math.max(widthPx, heightPx);
  const image = floatImage(Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale)), 3);
  const shift = seed % 97;
  for (let y = 0; y < image.height; y++) {
    const v = (y + 0.5) / image.height;
    for (let x = 0; x < image.width; x++) {
      const u = (x + 0.5) / image.width - 0.5 - 0.16 * side;
      // Rays come from above the picture.
      const angle = u / (v + 0.5);
      const ray = smoothstep(0.02, 0.5, gradientFbm(angle * 9 + shift, 0.6 * v, 3)) * smoothstep(0.85, 0, v);
      const near = Math.exp(-(u * u) * 5);
      const high = clamp(1 - v * 1.35) ** 1.5;
      for (let c = 0; c < 3; c++) {
        const water = lerp(DEEP[c] as number, MIDDLE[c] as number, smoothstep(1, 0.25, v) * (0.55 + 0.45 * near));
        image.data[(y * image.width + x) * 3 + c] =
          water + (SURFACE[c] as number) * (high * near * 0.8 + ray * (0.08 + 0.3 * near));
      }
    }
  }
  return image;
}

/** Clear blue water, lit from its surface. */
export function underWater({ spec }: StageInput, camera: Camera): Surroundings {
  const { side } = spec;
  return {
    plate: paintedWater(camera.widthPx, camera.heightPx, side, spec.seed),
    light(_dx, dy, _dz, out) {
      const up = smoothstep(-0.6, 1, dy);
      for (let c = 0; c < 3; c++) out[c] = lerp(DEEP[c] as number, SURFACE[c] as number, up) * 0.75;
    },
    key: { direction: [0.3 * side, 1, -0.22], angle: 0.05, color: [1.7, 2.5, 2.5] },
    subjectLight: 0.7,
    aperturePx: 6,
    look: {
      toneMap: "filmic",
      exposure: 1.15,
      bloom: 0.12,
      vignette: 0.16,
      grain: 0.008,
      contrast: 1.08,
      saturation: 1.08,
    },
    elementLight: {
      direction: [0.3 * side, -0.85, 0.4],
      color: [0.8, 1.1, 1.12],
      ambient: [0.16, 0.42, 0.52],
      rim: [0.3, 0.6, 0.66],
    },
    shafts: { x: 0.5 + 0.16 * side, y: -0.3, strength: 0.5 },
    air: "motes",
  };
}
