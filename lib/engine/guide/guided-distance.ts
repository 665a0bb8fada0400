import { sampleBilinear } from "../math/float-image.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { Scene } from "../tracer/scene.ts";
import type { ShadedPicture } from "../tracer/shade-pass.ts";
import type { GuidePlan } from "./plan-guide.ts";

/** Where the guide begins and where it is all there is: multiples of the product's distance. */
const FROM = 1.18;
const ALL = 1.5;

/** The scene with the guide in what it mirrors; the light stays the set's own. */
export function mirroringGuide(scene: Scene, { plate, plateShare }: GuidePlan): Scene {
  const { camera } = scene;
  return {
    ...scene,
    environment(dx, dy, dz, out) {
      scene.environment(dx, dy, dz, out);
      if (dz <= 0.15 || plateShare <= 0) return;
      const u = ((camera.focalPx * dx) / dz + camera.centreXPx) / camera.widthPx;
      const v = (camera.horizonPx - (camera.focalPx * dy) / dz) / camera.heightPx;
      if (u < 0 || u > 1 || v < 0) return;
      const share = plateShare * smoothstep(0.15, 0.5, dz);
      for (let c = 0; c < 3; c++)
        out[c] = lerp(out[c] as number, sampleBilinear(plate, u * plate.width, v * plate.height, c), share);
    },
  };
}

/**
 * Lets the far part of a shaded picture dissolve into the guide, in place: what the product stands on is the prompt's, what
 * lies behind it the guide's, as far as the weights say. `exposure` is what the picture will be multiplied with.
 */
export function dissolveIntoGuide(
  { color, depth }: ShadedPicture,
  { plate, plateShare }: GuidePlan,
  distance: number,
  exposure: number,
): void {
  if (plateShare <= 0) return;
  const { width, height, data } = color;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const share = plateShare * smoothstep(FROM * distance, ALL * distance, depth[i] as number);
      if (share <= 0) continue;
      const u = ((x + 0.5) / width) * plate.width - 0.5;
      const v = ((y + 0.5) / height) * plate.height - 0.5;
      for (let c = 0; c < 3; c++)
        data[i * 3 + c] = lerp(data[i * 3 + c] as number, sampleBilinear(plate, u, v, c) / exposure, share);
    }
  }
}
