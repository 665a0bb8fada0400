import fc from "fast-check";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import type { AssetId } from "#lib/base/ids.ts";
import { compile } from "#lib/composition/compile.ts";
import { createDocument } from "#lib/composition/create-document.ts";
import type { PlacedPicture, ProjectDocument } from "#lib/composition/document.ts";
import { preflight } from "#lib/composition/preflight.ts";
import { bindRecipe, layerReference } from "#lib/composition/recipe.ts";
import { assetIdOf } from "#lib/composition/test-documents.ts";
import { flattenLayer } from "#lib/imaging/flatten.ts";
import { normaliseUpload } from "#lib/imaging/normalise.ts";
import { measureFacts } from "#lib/library/keep-asset.ts";
import { MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import * as images from "#tests/fixtures/images.ts";
import { openJudge } from "./service-judge.ts";

/**
 * Files of every kind, as people bring them: measured as an upload is, judged by pre-flight, flattened as they are sent, and given to the
 * sandbox; and the same files given to it as they are.
 */
const judge = await openJudge();
afterAll(judge.close);

const FILES = {
  "cut-out": await images.productPng({ width: 60, height: 80 }),
  "long cut-out": await sharp(await images.productPng())
    .resize(2600, 200, { fit: "fill" })
    .png()
    .toBuffer(),
  edge: await images.edgePng({ width: 50, height: 50 }),
  "palette with alpha": await images.palettePng({ width: 60, height: 60 }),
  "gray with alpha": await sharp(await images.cutOutPng("leaf", { width: 60, height: 60 }))
    .toColourspace("b-w")
    .png()
    .toBuffer(),
  "webp cut-out": await sharp(await images.cutOutPng("dog", { width: 60, height: 60 }))
    .webp()
    .toBuffer(),
  rgb: await images.rgbPng({ width: 60, height: 40 }),
  jpeg: await images.jpegPhoto({ width: 60, height: 40 }),
  "opaque rgba": await images.opaqueRgbaPng({ width: 60, height: 40 }),
  "nothing to see": await images.transparentPng({ width: 60, height: 40 }),
  "8 px": await images.productPng({ width: 8, height: 8 }),
};
const NAMES = Object.keys(FILES) as (keyof typeof FILES)[];

const uploads = Object.fromEntries(
  await Promise.all(
    NAMES.map(async (name, index) => {
      const { bytes, pixels, mode, width, height } = await normaliseUpload(FILES[name]);
      const picture: PlacedPicture = { assetId: assetIdOf(index), size: { width, height }, name };
      return [name, { picture, bytes, facts: measureFacts(pixels, mode) }] as const;
    }),
  ),
) as Record<keyof typeof FILES, { picture: PlacedPicture; bytes: Uint8Array; facts: ReturnType<typeof measureFacts> }>;
const all = Object.values(uploads);
const known = Object.fromEntries(all.map(({ picture, facts }) => [picture.assetId, facts]));
const bytesOfAsset = (id: AssetId) => all.find(({ picture }) => picture.assetId === id)?.bytes ?? new Uint8Array();

const artboard = { width: 64, height: 64 };
const anyTransform = fc.record({
  x: fc.integer({ min: -20, max: 84 }),
  y: fc.integer({ min: -20, max: 84 }),
  scaleX: fc.constantFrom(1, 0.5, -0.3, 0.02),
  scaleY: fc.constantFrom(1, 0.5, 0.02),
  rotation: fc.constantFrom(0, 30, 90),
});
const anyPlaced = fc.record({ name: fc.constantFrom(...NAMES), transform: anyTransform });
const anyScene = fc
  .record({ subject: anyPlaced, guide: fc.option(fc.constantFrom(...NAMES)), element: fc.option(anyPlaced) })
  .map(({ subject, guide, element }): ProjectDocument => {
    const empty = createDocument(artboard);
    const layer = { id: "element_a" as const, prompt: "", visible: true, original: null };
    return {
      ...empty,
      subject: { ...uploads[subject.name].picture, transform: subject.transform },
      foreground: element ? [{ ...layer, ...uploads[element.name].picture, transform: element.transform }] : [],
      guide: { ...empty.guide, prompt: "a pink podium", image: guide ? uploads[guide].picture : null },
    };
  });

test("whatever pictures come: what pre-flight passes of them is taken once it is flattened", async () => {
  const counts = { passed: 0, stopped: 0 };
  await fc.assert(
    fc.asyncProperty(anyScene, async (scene) => {
      if (preflight(scene, known).some(({ severity }) => severity === "error")) {
        counts.stopped += 1;
        return;
      }
      counts.passed += 1;
      const { recipe, plan } = compile(scene, { version: "v3", n: 1, facts: known });
      const sent = new Map<string, Uint8Array>();
      for (const { layer, assetId, matrix, size } of plan) {
        sent.set(`https://pictures.example/${layer}`, await flattenLayer(bytesOfAsset(assetId), matrix, size));
      }
      const guide = scene.guide.image?.assetId;
      if (guide) sent.set(`https://pictures.example/${guide}`, bytesOfAsset(guide));
      const urls = {
        ...Object.fromEntries(plan.map(({ layer }) => [layerReference(layer), `https://pictures.example/${layer}`])),
        ...(recipe.input.ref_image_url && { [recipe.input.ref_image_url]: `https://pictures.example/${guide}` }),
      };
      const bytesOf = async (address: string) => sent.get(address) ?? new Uint8Array();
      expect(await judge.refusalOf(bindRecipe(recipe, urls), bytesOf)).toBeUndefined();
    }),
    { seed: 31, numRuns: 400 },
  );
  expect(Math.min(counts.passed, counts.stopped)).toBeGreaterThan(80);
});

const MODE = "Base image require RGBA format, but is";

test.each<[keyof typeof FILES, string | undefined, string[]]>([
  ["cut-out", undefined, []],
  ["edge", undefined, []],
  // Stopped here: the sandbox would take them, and draw for nothing.
  ["opaque rgba", undefined, ["subject-opaque"]],
  ["nothing to see", undefined, ["subject-transparent"]],
  // Refused there, stopped here.
  ["rgb", `${MODE} RGB`, ["subject-no-alpha"]],
  ["jpeg", `${MODE} RGB`, ["subject-no-alpha"]],
  // Refused there, mended here: what is sent is always an RGBA PNG of the artboard's size.
  ["palette with alpha", `${MODE} P`, []],
  ["gray with alpha", `${MODE} LA`, []],
  ["webp cut-out", "Base image require PNG format, but is WEBP", []],
  ["long cut-out", "The long side of the image must not exceed 2048 px, but it is 2600 x 200.", []],
  ["8 px", "The image size is not supported for the data inspection.", []],
])("as a subject, %s", async (name, refusal, stoppedBy) => {
  const body = { model: MODEL_NAME, input: { base_image_url: "https://pictures.example/a", ref_prompt: "a podium" } };
  const asItIs = await judge.refusalOf(body, async () => FILES[name]);
  expect(asItIs?.startsWith(refusal ?? "refused") ?? refusal === undefined, asItIs).toBe(true);

  const transform = { x: 32, y: 32, scaleX: 0.5, scaleY: 0.5, rotation: 0 };
  const scene = { ...createDocument(artboard), subject: { ...uploads[name].picture, transform } };
  const errors = preflight(scene, known).filter(
    ({ target, severity }) => target.kind === "subject" && severity === "error",
  );
  expect(errors.map(({ code }) => code)).toEqual(stoppedBy);

  const sent = await flattenLayer(uploads[name].bytes, [1, 0, 0, 1, 0, 0], artboard);
  expect(await judge.refusalOf(body, async () => sent)).toBeUndefined();
});
