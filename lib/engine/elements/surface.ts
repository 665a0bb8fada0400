import { type FloatImage, floatImage } from "../math/float-image.ts";
import type { EdgeLayer } from "./edge-layer.ts";
import type { RegionFacts } from "./region-facts.ts";
import type { Regions } from "./regions.ts";
import type { Thing } from "./thing-kind.ts";

/** What a painter decides for every working pixel; shading turns it into colour. */
export interface Surface {
  /** Linear RGB. */
  readonly albedo: FloatImage;
  /** Height in working pixels; its slope is the normal, unless `normal` holds one. */
  readonly height: FloatImage;
  /** x, y (down), z (towards the viewer); where z is 0 the height decides. */
  readonly normal: FloatImage;
  /** Strength and sharpness (0 to 1) of highlights. */
  readonly gloss: FloatImage;
  readonly polish: FloatImage;
  /** Share of mirrored surroundings, of light that shines through, and of coverage. */
  readonly mirror: FloatImage;
  readonly translucency: FloatImage;
  readonly opacity: FloatImage;
  /** Own light, in multiples of the albedo; 1 is as bright as a white wall in the picture's light. */
  readonly emission: FloatImage;
}

/** All that a painter may look at. */
export interface PaintInput {
  readonly layer: EdgeLayer;
  readonly regions: Regions;
  readonly facts: readonly RegionFacts[];
  readonly thing: Thing;
  readonly seed: number;
  /** Finer work for v3. */
  readonly fine: boolean;
}

export function emptySurface(width: number, height: number, heights: FloatImage): Surface {
  const one = () => floatImage(width, height, 1);
  const opacity = one();
  opacity.data.fill(1);
  return {
    albedo: floatImage(width, height, 3),
    height: heights,
    normal: floatImage(width, height, 3),
    gloss: one(),
    polish: one(),
    mirror: one(),
    translucency: one(),
    opacity,
    emission: one(),
  };
}

export function setAlbedo(surface: Surface, i: number, color: readonly [number, number, number], factor = 1): void {
  surface.albedo.data[i * 3] = color[0] * factor;
  surface.albedo.data[i * 3 + 1] = color[1] * factor;
  surface.albedo.data[i * 3 + 2] = color[2] * factor;
}
