import fc from "fast-check";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { createEngine } from "./create-engine.ts";
import { LEXICON } from "./prompt/lexicon.ts";
import { edgeElement, renderJob } from "./test-job.ts";

const engine = createEngine({ threads: 2 });
afterAll(() => engine.close());

const word = fc.constantFrom(...LEXICON.flatMap(({ chinese, english }) => [...chinese, ...english]));
const prompt = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 6 })
  .map((parts) => parts.join(" "));

/** Straight RGBA noise: every alpha from empty to opaque beside each other. */
const pixels = fc
  .tuple(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 64 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((data) => ({ data, width, height })),
  );

const anyJob = fc.record({
  prompt,
  negativePrompt: prompt,
  noiseLevel: fc.integer({ min: 0, max: 999 }),
  promptWeight: fc.double({ min: 0, max: 1, noNaN: true }),
  version: fc.constantFrom("v2" as const, "v3" as const),
  sceneType: fc.constantFrom("GENERAL" as const, "ROOM" as const, "COSMETIC" as const),
  seed: fc.string(),
  background: fc.array(
    prompt.map((text) => edgeElement(text, 24)),
    { maxLength: 2 },
  ),
});

const encoded = async ({ data, width, height }: { data: Uint8Array; width: number; height: number }) =>
  new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  );

it("makes of any job within the limits a picture of the subject's size that keeps its opaque pixels", async () => {
  await fc.assert(
    fc.asyncProperty(anyJob, pixels, fc.option(pixels), async (changes, subject, guide) => {
      const guideImage = guide && (await encoded(guide));
      const [picture] = await engine.render(renderJob({ ...changes, guideImage, subject: await encoded(subject) }));
      const { data, info } = await sharp(picture?.png).raw().toBuffer({ resolveWithObject: true });
      expect(info).toMatchObject({ width: subject.width, height: subject.height, channels: 3 });
      const changed = Array.from({ length: subject.width * subject.height }, (_, i) => i).filter(
        (i) => subject.data[i * 4 + 3] === 255 && [0, 1, 2].some((c) => data[i * 3 + c] !== subject.data[i * 4 + c]),
      );
      expect(changed).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
