import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { decodeRgbaResized } from "../codec.ts";
import type { RenderJob } from "../engine.ts";
import { type ToneMap, withoutToneMapOf } from "../finish/tone-map.ts";
import type { RgbOut } from "../math/color.ts";
import type { FloatImage } from "../math/float-image.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import { guideLight } from "./guide-image.ts";
import { guidePlate, meltedPx } from "./guide-plate.ts";

/** How a guide image takes part in a picture. */
export interface GuidePlan {
  /** Linear RGB, small. */
  readonly colors: FloatImage;
  /** The guide as exposed light, before the tone map, loosened by the noise. */
  readonly plate: FloatImage;
  /** 0 to 1: much noise leaves little more than the guide's colours. */
  readonly strength: number;
  /** Share of the distance that is the prompt's, from near to far: 0 to 1. */
  readonly border: number;
  /** Share of the plate in what lies far behind the product, on average. */
  readonly share: number;
  /** Share of the guide's palette in what the prompt brings, 0 to 1. */
  readonly paletteShare: number;
}

/** A guide that melts needs no more pixels than this; one that stays sharp has as many as the picture, up to twice this. */
const GUIDE_SIDE_PX = 512;
const SHARP_BELOW_PX = 1.5;
const PALETTE_SHARE = 0.8;
/** The prompt's share is its weight to this power: at noise 0, where the guide is to be recognised, and from `FREE_AT` on. */
const FAITHFUL = 1.6;
const FREE = 0.75;
const FREE_AT = 500;

/** Null without a guide image. A guide without a prompt counts alone, whatever the weight says. */
export async function planGuide(
  job: RenderJob,
  subject: PixelBuffer,
  toneMap: ToneMap,
  seed: number,
): Promise<GuidePlan | null> {
  if (!job.guideImage) return null;
  const { width, height } = subject;
  const sharp = meltedPx(job.noiseLevel) < SHARP_BELOW_PX;
  const scale = Math.min(1, (sharp ? 2 * GUIDE_SIDE_PX : GUIDE_SIDE_PX) / Math.max(width, height));
  const pixels = await decodeRgbaResized(
    job.guideImage,
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
    "cover",
  );
  const promptWeight = job.prompt.trim() === "" ? 0 : job.promptWeight;
  const border = promptWeight ** lerp(FAITHFUL, FREE, smoothstep(0, FREE_AT, job.noiseLevel));
  const strength = 1 - 0.9 * smoothstep(450, 1100, job.noiseLevel);
  const behind = exposedLight(guideLight(withoutSubject(pixels, subject)), toneMap);
  return {
    colors: guideLight(pixels),
    plate: guidePlate(behind, job.noiseLevel, border, seed),
    strength,
    border,
    share: strength * (1 - border),
    paletteShare: PALETTE_SHARE * (1 - promptWeight),
  };
}

/** What the tone map will make the guide's own colours of again; in place. */
function exposedLight(guide: FloatImage, toneMap: ToneMap): FloatImage {
  const undo = withoutToneMapOf(toneMap);
  const out: RgbOut = new Float64Array(3);
  const { data } = guide;
  for (let i = 0; i < data.length; i += 3) {
    undo(data[i] as number, data[i + 1] as number, data[i + 2] as number, out);
    data.set(out, i);
  }
  return guide;
}

/** Share of the picture that is cut out around the subject: its shadow and glow go with it. */
const MARGIN = 0.006;

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
