import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { decodeRgbaResized } from "../codec.ts";
import type { RenderJob } from "../engine.ts";
import type { FloatImage } from "../math/float-image.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import { guideLight } from "./guide-image.ts";
import { guidePlate } from "./guide-plate.ts";

/** How a guide image takes part in a picture. */
export interface GuidePlan {
  /** Linear RGB, small. */
  readonly colors: FloatImage;
  /** The guide as a backdrop, loosened by the noise. */
  readonly plate: FloatImage;
  /** Share of the plate in what lies far behind the product, 0 to 1. */
  readonly plateShare: number;
  /** Share of the guide's palette in the finished picture, 0 to 1. */
  readonly paletteShare: number;
}

const GUIDE_SIDE_PX = 512;
/** Over these weights the prompt's own distance takes the place of the guide's, step by step. */
const PROMPT_FROM = 0.25;
const PROMPT_ALONE = 0.9;

/** Null without a guide image. A guide without a prompt counts alone, whatever the weight says. */
export async function planGuide(job: RenderJob, subject: PixelBuffer, seed: number): Promise<GuidePlan | null> {
  if (!job.guideImage) return null;
  const { width, height } = subject;
  const scale = Math.min(1, GUIDE_SIDE_PX / Math.max(width, height));
  const pixels = await decodeRgbaResized(
    job.guideImage,
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
    "cover",
  );
  const colors = guideLight(pixels);
  const weight = job.prompt.trim() === "" ? 0 : job.promptWeight;
  const promptShare = smoothstep(PROMPT_FROM, PROMPT_ALONE, weight);
  // Much noise loosens the picture from the guide, colours included.
  const kept = 1 - 0.5 * (job.noiseLevel / 999) ** 2;
  return {
    colors,
    plate: guidePlate(guideLight(withoutSubject(pixels, subject)), job.noiseLevel, weight, seed),
    plateShare: 1 - promptShare,
    paletteShare: (1 - weight) * lerp(0.62, 1.2, promptShare) * kept,
  };
}

/** Share of the picture that is cut out around the subject: its shadow and glow go with it. */
const MARGIN = 0.012;

/**
 * What stands where the product will stand is the product of an earlier picture, more often than not: it is filled from
 * around, or noise would move it out beside its successor like a ghost.
 */
function withoutSubject(guide: PixelBuffer, subject: PixelBuffer): PixelBuffer {
  const { width, height } = guide;
  const data = new Uint8Array(guide.data);
  const reach = Math.max(1, Math.round(MARGIN * Math.max(width, height)));
  for (let y = 0; y < subject.height; y++) {
    for (let x = 0; x < subject.width; x++) {
      if ((subject.data[(y * subject.width + x) * 4 + 3] as number) < 128) continue;
      const gx = Math.floor((x * width) / subject.width);
      const gy = Math.floor((y * height) / subject.height);
      for (let j = Math.max(0, gy - reach); j <= Math.min(height - 1, gy + reach); j += reach)
        for (let i = Math.max(0, gx - reach); i <= Math.min(width - 1, gx + reach); i += reach)
          data[(j * width + i) * 4 + 3] = 0;
    }
  }
  return { ...guide, data };
}
