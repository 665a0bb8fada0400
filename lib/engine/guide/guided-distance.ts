import { blurred } from "../math/blur.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Camera } from "../subject/camera.ts";
import type { Scene } from "../tracer/scene.ts";
import { BACKDROP_DEPTH } from "../tracer/shade-pass.ts";
import type { GuidePlan } from "./plan-guide.ts";

/** Where ground begins to be distance and where it is nothing else: multiples of the product's distance. */
const FROM = 1.18;
const ALL = 1.5;
/** Things that stand on the ground belong to the distance from here on. */
const STANDING = 1.15;
/** What hides ground of the product's level that lies this much farther away (as a share) stands upright. */
const HIDES = 0.93;
/** Half width of the soft border between prompt and guide, as a share of the distance. */
const BORDER = 0.22;
/** Upright things that fill less of the distance than this come and go as a whole; larger ones from below. */
const THING = 0.12;
const SUDDEN = 0.03;
/** Slices of depth to a doubling, by which the distance is ordered. */
const PER_DOUBLING = 4;
const SLICES = 32;

/** The scene with the guide in what it mirrors; the light stays the set's own. */
export function mirroringGuide(scene: Scene, { plate, share }: GuidePlan): Scene {
  const { camera } = scene;
  return {
    ...scene,
    environment(dx, dy, dz, out) {
      scene.environment(dx, dy, dz, out);
      if (dz <= 0.15 || share <= 0) return;
      const u = ((camera.focalPx * dx) / dz + camera.centreXPx) / camera.widthPx;
      const v = (camera.horizonPx - (camera.focalPx * dy) / dz) / camera.heightPx;
      if (u < 0 || u > 1 || v < 0) return;
      const seen = share * smoothstep(0.15, 0.5, dz);
      for (let c = 0; c < 3; c++)
        out[c] = lerp(out[c] as number, sampleBilinear(plate, u * plate.width, v * plate.height, c), seen);
    },
  };
}

/**
 * Lays the guide over the far part of a picture, in place: what the product stands on is the prompt's, what lies behind it
 * the guide's. The prompt's weight moves the border between them from right behind the product to the farthest and highest
 * place: only along it do both show. `exposure` is what the picture will be multiplied with.
 */
export function layGuideBehind(
  picture: FloatImage,
  depth: Float32Array,
  camera: Camera,
  { plate, strength, border }: GuidePlan,
  exposure: number,
): void {
  if (strength <= 0 || border >= 1) return;
  const { width, height, data } = picture;
  const share = guideShare(depth, width, height, camera, border);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const s = strength * (share.data[i] as number);
      if (s <= 0) continue;
      const u = ((x + 0.5) / width) * plate.width - 0.5;
      const v = ((y + 0.5) / height) * plate.height - 0.5;
      for (let c = 0; c < 3; c++)
        data[i * 3 + c] = lerp(data[i * 3 + c] as number, sampleBilinear(plate, u, v, c) / exposure, s);
    }
  }
}

/** The guide's share of each pixel. Pixels of the distance are ranked from near and low to far and high. */
function guideShare(depth: Float32Array, width: number, height: number, camera: Camera, border: number): FloatImage {
  const share = floatImage(width, height, 1);
  const distant = share.data;
  const upright = new Uint8Array(distant.length);
  const ranks = new Float64Array(SLICES * height);
  const sliceOf = (i: number) =>
    Math.min(SLICES - 1, Math.max(0, Math.floor(PER_DOUBLING * Math.log2((depth[i] as number) / camera.distance))));
  for (let y = 0; y < height; y++) {
    const below = y - camera.horizonPx;
    const ground = below > 0 ? (camera.focalPx * camera.height) / below : BACKDROP_DEPTH * 2;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const far = (depth[i] as number) / camera.distance;
      // A floor below the product's level is seen past it: what stands on that floor shows by being no farther higher up.
      const over = Math.abs((depth[i] as number) - (depth[i - (y > 0 ? width : 0)] as number)) * below;
      upright[i] =
        (depth[i] as number) < HIDES * ground ||
        ((depth[i] as number) > 0.97 * ground && over < 0.5 * (depth[i] as number))
          ? 1
          : 0;
      distant[i] = upright[i] ? Number(far > STANDING) : smoothstep(FROM, ALL, far);
      (ranks[sliceOf(i) * height + height - 1 - y] as number) += distant[i] as number;
    }
  }
  let total = 0;
  for (let k = 0; k < ranks.length; k++) {
    const count = ranks[k] as number;
    ranks[k] = total + count / 2;
    total += count;
  }
  const rankAt = (slice: number, row: number) => (ranks[slice * height + row] as number) / total;
  const at = lerp(-BORDER / 2, 1 + BORDER, border);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (!(distant[i] as number)) continue;
      const slice = sliceOf(i);
      const from = rankAt(slice, 0);
      const to = rankAt(slice, height - 1);
      const extent = to - from;
      const whole = upright[i] && extent < THING;
      const rank = whole ? to : rankAt(slice, height - 1 - y);
      const soft = whole ? SUDDEN : upright[i] ? Math.min(BORDER, extent / 2) : BORDER;
      (distant[i] as number) *= clamp((rank - at) / (2 * soft) + 0.5);
    }
  }
  return blurred(share, 0.7);
}
