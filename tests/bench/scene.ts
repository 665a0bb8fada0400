import type { RenderJob } from "#lib/engine/engine.ts";
import { subjectOn } from "#tests/gallery/subjects.ts";

/** A product of the ready scenes, alone on an artboard of `sidePx`. */
export const productOn = (sidePx: number): Promise<Uint8Array> => subjectOn("perfume", sidePx);

/** One prompt for each setting that the engine is measured on. */
export const PROMPTS = {
  podium: "pastel pink podium",
  sunset: "山脉和晚霞",
  wood: "wood table, forest",
  marble: "marble interior, window light",
} as const;

export function jobOf(subject: Uint8Array, more: Partial<RenderJob> = {}): RenderJob {
  return {
    subject,
    foreground: [],
    background: [],
    prompt: PROMPTS.podium,
    negativePrompt: "",
    guideImage: null,
    noiseLevel: 300,
    promptWeight: 0.5,
    version: "v2",
    sceneType: "GENERAL",
    count: 1,
    seed: "bench",
    ...more,
  };
}
