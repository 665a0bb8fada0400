import type { Air } from "../finish/air.ts";
import type { Look } from "../finish/finish.ts";
import type { LightShafts } from "../finish/light-shafts.ts";
import { blurred } from "../math/blur.ts";
import type { RgbOut } from "../math/color.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { clamp, lerp } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { ElementLight } from "../staged-scene.ts";
import type { Camera } from "../subject/camera.ts";
import type { Haze, Scene } from "../tracer/scene.ts";

/** What lies around and behind a set, whatever the set is: a place and the light, lens and look that belong to it. */
export interface Surroundings {
  /** Covers the whole picture; linear HDR. */
  readonly plate: FloatImage;
  /** Light from a direction, without the plate's detail. */
  readonly light: (dx: number, dy: number, dz: number, out: RgbOut) => void;
  readonly key: { readonly direction: Vec3; readonly angle: number; readonly color: Vec3 };
  /** See `Scene.subjectLight`. */
  readonly subjectLight?: number;
  readonly aperturePx: number;
  readonly look: Look;
  readonly elementLight: ElementLight;
  readonly shafts?: LightShafts | undefined;
  readonly air?: Air | undefined;
}

const BRIGHTEST_REFLECTION = 6;
/** Rays steeper than this see the soft light alone. */
const STEEPEST_TO_PLATE = 0.75;

/** Everything that a set takes over from its surroundings. */
export function seenFrom(
  camera: Camera,
  { plate, light, subjectLight }: Pick<Surroundings, "plate" | "light" | "subjectLight">,
): Pick<Scene, "camera" | "environment" | "backdrop" | "subjectLight"> {
  const { widthPx, heightPx } = camera;
  const sample = (px: number, py: number, c: number) =>
    sampleBilinear(plate, (px / widthPx) * plate.width - 0.5, (py / heightPx) * plate.height - 0.5, c);
  return {
    camera,
    ...(subjectLight === undefined ? {} : { subjectLight }),
    environment(dx, dy, dz, out) {
      light(dx, dy, dz, out);
      if (dz > 0.15 && dy < STEEPEST_TO_PLATE) {
        const share = clamp((dz - 0.15) * 3) * clamp((STEEPEST_TO_PLATE - dy) * 4);
        const px = (camera.focalPx * dx) / dz + camera.centreXPx;
        const py = camera.horizonPx - (camera.focalPx * dy) / dz;
        if (px > 0 && px < widthPx && py > 0) {
          for (let c = 0; c < 3; c++) out[c] = lerp(out[c] as number, sample(px, py, c), share);
        }
      }
      for (let c = 0; c < 3; c++) out[c] = Math.min(out[c] as number, BRIGHTEST_REFLECTION);
    },
    backdrop(u, v, _ray, out) {
      for (let c = 0; c < 3; c++) out[c] = sample(u * widthPx, v * heightPx, c);
    },
  };
}

/** A sun on the horizon counts at most this many times the mean. */
const BRIGHTEST_HAZE = 1.8;

/** Haze in the colours of a plate's horizon, blurred along it by a share of its width so that a low sun stays in the sky. */
export function horizonHaze(
  camera: Camera,
  plate: FloatImage,
  { from, perUnit, softness }: { from: number; perUnit: number; softness: number },
): Haze {
  const row = clamp(Math.round((camera.horizonPx / camera.heightPx) * plate.height) - 2, 0, plate.height - 1);
  const line = floatImage(plate.width, 1, 3, plate.data.slice(row * plate.width * 3, (row + 1) * plate.width * 3));
  const most = (BRIGHTEST_HAZE * line.data.reduce((sum, value) => sum + value, 0)) / line.data.length;
  for (let i = 0; i < line.data.length; i++) line.data[i] = Math.min(line.data[i] as number, most);
  const soft = blurred(line, softness * plate.width);
  return {
    from,
    perUnit,
    color(u, out) {
      for (let c = 0; c < 3; c++) out[c] = sampleBilinear(soft, u * soft.width - 0.5, 0, c);
    },
  };
}
