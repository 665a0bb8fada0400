import { invariant } from "#lib/base/assert.ts";
import type { RenderJob } from "#lib/engine/engine.ts";
import { LOOKS } from "#tests/gallery/looks.ts";
import { subjectOn } from "#tests/gallery/subjects.ts";

/** A product of the ready scenes, alone on an artboard of `sidePx`. */
export const productOn = (sidePx: number): Promise<Uint8Array> => subjectOn("perfume", sidePx);

export const promptOf = (look: string): string => {
  const found = LOOKS.find(({ name }) => name === look);
  invariant(found, `a look called ${look}`);
  return found.english;
};

export function jobOf(subject: Uint8Array, more: Partial<RenderJob> = {}): RenderJob {
  return {
    subject,
    foreground: [],
    background: [],
    prompt: promptOf("podium"),
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
