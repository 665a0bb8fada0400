import type { Air } from "../finish/air.ts";
import type { Look } from "../finish/finish.ts";
import type { LightShafts } from "../finish/light-shafts.ts";
import type { RgbOut } from "../math/color.ts";
import { type FloatImage, sampleBilinear } from "../math/float-image.ts";
import { clamp, lerp } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { ElementLight } from "../staged-scene.ts";
import type { Camera } from "../subject/camera.ts";
import type { Scene } from "../tracer/scene.ts";

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
