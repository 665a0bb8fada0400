import type { RenderJob } from "#lib/engine/engine.ts";
import { subjectOn } from "#tests/gallery/subjects.ts";

/** A product of the ready scenes, alone on an artboard of `sidePx`. */
export const productOn = (sidePx: number): Promise<Uint8Array> => subjectOn("perfume", sidePx);

/** One prompt for each kind of set: plaster, painted and photographed country, a room, grown ground, relief, a feast. */
export const PROMPTS = {
  podium: "pastel pink podium",
  sunset: "山脉和晚霞",
  wood: "wood table, forest",
  marble: "marble interior, window light",
  meadow: "green meadow with wildflowers",
  dunes: "desert dunes, golden hour",
  silk: "champagne silk folds",
  "new-year": "春节，红色和金色，灯笼",
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
