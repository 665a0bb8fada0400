import { discBlurred } from "../math/blur.ts";
import { assertFinite, type FloatImage, sampleBilinear } from "../math/float-image.ts";
import { seededRandom } from "../math/random.ts";
import type { Vec3 } from "../math/vector.ts";
import type { ElementLight } from "../staged-scene.ts";
import type { PropPlace } from "./draw-props.ts";
import { type Box, NearSketch } from "./near-sketch.ts";
import { NEAR_THINGS, type NearColors, type NearName } from "./near-things.ts";

/** Something so near to the lens that it is a blur at the picture's edge. */
export interface NearThing extends NearColors {
  readonly name: NearName;
  readonly place: PropPlace;
  /** Radius of its blur in pixels of a 1024 px picture. */
  readonly blurPx: number;
}

/** The size that blurs are given for. */
const REFERENCE_SIDE_PX = 1024;
/** Blurred things need no more pixels than their blur is wide. */
const PER_BLUR = 5;
/** Share of the key light that falls on what stands between camera and product: it is seen from its shaded side. */
const KEY_SHARE = 0.62;

/** Lays the things over the linear picture; `exposure` is what it will be multiplied with. In place. */
export function addNearLayer(
  picture: FloatImage,
  things: readonly NearThing[],
  { light, exposure, product, seed }: { light: ElementLight; exposure: number; product: Box; seed: number },
): void {
  const { width, height } = picture;
  const unit = Math.sqrt(width * height) / REFERENCE_SIDE_PX;
  const on = (c: 0 | 1 | 2) => (light.ambient[c] + light.color[c] * KEY_SHARE) / exposure;
  const shine: Vec3 = [on(0), on(1), on(2)];
  for (const [i, { name, place, blurPx, leaf, bloom }] of things.entries()) {
    const coarse = Math.max(1, (blurPx * unit) / PER_BLUR);
    const random = seededRandom((seed ^ 0x2e4a) + i);
    const sketch = new NearSketch(width, height, coarse, place, product, blurPx + 14, random);
    NEAR_THINGS[name](sketch, { leaf, bloom });
    const layer = discBlurred(sketch.developed(shine), (blurPx * unit) / coarse);
    for (let y = 0; y < height; y++) {
      const sy = (y + 0.5) / coarse - 0.5;
      for (let x = 0; x < width; x++) {
        const sx = (x + 0.5) / coarse - 0.5;
        const alpha = sampleBilinear(layer, sx, sy, 3);
        if (alpha <= 0) continue;
        const o = (y * width + x) * 3;
        for (let c = 0; c < 3; c++)
          picture.data[o + c] = (picture.data[o + c] as number) * (1 - alpha) + sampleBilinear(layer, sx, sy, c);
      }
    }
  }
  assertFinite(picture, "near layer");
}
