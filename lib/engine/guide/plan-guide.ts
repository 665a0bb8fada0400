import { decodeRgbaResized } from "../codec.ts";
import type { RenderJob } from "../engine.ts";
import type { FloatImage } from "../math/float-image.ts";
import { guideLight } from "./guide-image.ts";
import { guidePlate } from "./guide-plate.ts";

/** How a guide image takes part in a picture. */
export interface GuidePlan {
  /** Linear RGB, small. */
  readonly colors: FloatImage;
  /** Stands behind the product instead of the prompt's place; null when the prompt outweighs the image. */
  readonly plate: FloatImage | null;
  /** Share of the guide's palette in the finished picture, 0 to 1. */
  readonly paletteShare: number;
}

const GUIDE_SIDE_PX = 512;
/** Above this weight the prompt's own place is shown: crossing the two would show ghosts. */
const PROMPT_PLACE_FROM = 0.6;

/** Null without a guide image. A guide without a prompt counts alone, whatever the weight says. */
export async function planGuide(
  job: RenderJob,
  width: number,
  height: number,
  seed: number,
): Promise<GuidePlan | null> {
  if (!job.guideImage) return null;
  const scale = Math.min(1, GUIDE_SIDE_PX / Math.max(width, height));
  const pixels = await decodeRgbaResized(
    job.guideImage,
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
    "cover",
  );
  const colors = guideLight(pixels);
  const weight = job.prompt.trim() === "" ? 0 : job.promptWeight;
  // Much noise loosens the picture from the guide, colours included.
  const kept = 1 - 0.5 * (job.noiseLevel / 999) ** 2;
  const showsPlate = weight < PROMPT_PLACE_FROM;
  return {
    colors,
    plate: showsPlate ? guidePlate(colors, job.noiseLevel, weight, seed) : null,
    paletteShare: (showsPlate ? 0.45 * (1 - weight) : 1.5 * (1 - weight)) * kept,
  };
}
