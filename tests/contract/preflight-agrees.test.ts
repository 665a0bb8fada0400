import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { BacklotError } from "#lib/base/errors.ts";
import { documentFromRecipe } from "#lib/composition/apply-recipe.ts";
import { compile, draftRecipe } from "#lib/composition/compile.ts";
import type { ProjectDocument, Size } from "#lib/composition/document.ts";
import type { PictureFacts } from "#lib/composition/facts.ts";
import { preflight } from "#lib/composition/preflight.ts";
import { readUpstreamError } from "#lib/composition/read-upstream-error.ts";
import { bindRecipe, recipeReferences } from "#lib/composition/recipe.ts";
import { recipeFromBody } from "#lib/composition/recipe-from-body.ts";
import { anyDocument, picture } from "#lib/composition/test-documents.ts";
import { flattenLayer } from "#lib/imaging/flatten.ts";
import { LIMITS, MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import { edgePng, jpegPhoto, palettePng } from "#tests/fixtures/images.ts";
import { openJudge } from "./service-judge.ts";

/**
 * Pre-flight against the very functions that the sandbox's submission and task call, in process, without queue or rendering. Documents
 * lie at the limits and beyond: what could not be saved can be on the screen before, and is judged there.
 */

type Bytes = Promise<Uint8Array>;

const judge = await openJudge();
afterAll(judge.close);

const errorsOf = (document: ProjectDocument, known: Record<string, PictureFacts> = {}) =>
  preflight(document, known).filter(({ severity }) => severity === "error");

/** Whatever its matrix, a layer arrives as an RGBA PNG of the artboard's size; only the size tells. */
const flattened = new Map<string, Bytes>();
function flattenedTo(size: Size): Bytes {
  const key = `${size.width} x ${size.height}`;
  const bytes = flattened.get(key) ?? edgePng().then((edge) => flattenLayer(edge, [1, 0, 0, 1, 0, 0], size));
  flattened.set(key, bytes);
  return bytes;
}

const { noiseLevel, promptWeight, n, sidePx } = LIMITS;
const around = ({ min, max }: { min: number; max: number }) => [min - 1, min, (min + max) / 2, max, max + 1];
const anySide = fc.constantFrom(...around({ min: sidePx.min, max: 64 }), sidePx.max, sidePx.max + 1);
const anyArtboard = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ width: 64, height: 48 }) },
  fc.record({ width: fc.integer({ min: 2, max: 12 }), height: fc.constantFrom(9, 10, 64) }),
  fc.record({ width: anySide, height: fc.constantFrom(sidePx.min, 64) }).map(({ width, height }) => {
    return { width: Math.ceil(width), height };
  }),
);
const anyPrompt = fc.constantFrom("", " ", "\u3000\n\t", "\u200b", "…", "山脉和晚霞", "word ".repeat(400), "\ud800");

/** Facts now and then: pixels can only make pre-flight stricter than the sandbox, to which every layer comes flattened. */
const share = fc.constantFrom(0, 0.02, 0.5, 1);
const anyFacts: fc.Arbitrary<PictureFacts> = fc
  .record({
    mode: fc.constantFrom<PictureFacts["mode"]>("rgb", "rgba", "gray", "gray-alpha", "palette"),
    opaque: share,
    translucent: share,
    edgeLikeness: share,
    invertedEdgeLikeness: fc.option(share, { nil: undefined }),
    haloShare: fc.option(share, { nil: undefined }),
  })
  .map(({ mode, opaque, translucent, ...rest }) => {
    const opaqueShare = mode === "rgb" || mode === "gray" ? 1 : opaque;
    const translucentShare = Math.min(translucent, 1 - opaqueShare);
    const isEmpty = opaqueShare + translucentShare === 0;
    const transparentShare = 1 - opaqueShare - translucentShare;
    const bounds = isEmpty ? null : { x: 0, y: 0, width: 4, height: 3 };
    return { mode, opaqueShare, translucentShare, transparentShare, bounds, ...rest };
  });

const anyScene = fc
  .record({
    document: anyDocument,
    artboard: anyArtboard,
    isPlaced: fc.integer({ min: 0, max: 4 }),
    prompts: fc.record({ prompt: anyPrompt, negativePrompt: anyPrompt }),
    sliders: fc.record({
      noiseLevel: fc.constantFrom(...around(noiseLevel), 0.5, noiseLevel.default),
      promptWeight: fc.constantFrom(...around(promptWeight)),
    }),
    count: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.constantFrom(...around(n), 1.5)),
    subjectFacts: fc.option(anyFacts, { freq: 1 }),
    elementFacts: fc.option(anyFacts),
  })
  .map(({ document, artboard, isPlaced, prompts, sliders, count, subjectFacts, elementFacts }) => {
    const placed = {
      ...picture(1, artboard),
      transform: { x: artboard.width / 2, y: artboard.height / 2, scaleX: 1, scaleY: 1, rotation: 0 },
    };
    const scene: ProjectDocument = {
      ...document,
      artboard,
      subject: isPlaced > 0 ? placed : document.subject,
      guide: { ...document.guide, ...prompts, ...sliders },
      output: { ...document.output, n: count },
    };
    const elements = [...scene.foreground, ...scene.background];
    const known = {
      ...(elementFacts && Object.fromEntries(elements.map(({ assetId }) => [assetId, elementFacts]))),
      ...(scene.subject && subjectFacts && { [scene.subject.assetId]: subjectFacts }),
    };
    return { scene, known };
  });

test("no document that pre-flight passes is refused by the sandbox, and every refusal has a finding that is an error", async () => {
  const guides = [await jpegPhoto(), await palettePng(), await edgePng()];
  const refusals = new Set<string>();
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(anyScene, fc.constantFrom(...guides), async ({ scene, known }, guide) => {
      const [version = "v3"] = scene.output.versions;
      const options = { version, n: scene.output.n, facts: known };
      const draft = draftRecipe(scene, options);
      // Bound by hand, for `bindRecipe` refuses what the sandbox is to be asked about.
      const body: unknown = JSON.parse(
        JSON.stringify(draft.recipe).replaceAll(/"backlot-(layer|asset):/g, '"https://pictures.example/$1/'),
      );
      const bytesOf = (address: string) =>
        address.includes("/asset/") ? Promise.resolve(guide) : flattenedTo(scene.artboard);
      const refusal = await judge.refusalOf(body, bytesOf);
      const errors = errorsOf(scene, known);
      if (refusal !== undefined) {
        refusals.add(refusal.replaceAll(/\d+ x \d+/g, "N x N"));
        expect(errors, refusal).not.toEqual([]);
        // What the service says reads back as a finding that pre-flight had, on a layer or field of this document.
        const { finding, targets } = readUpstreamError(refusal, draft.recipe);
        const codes = errors.map(({ code }) => code);
        expect(codes, refusal).toContain(finding?.code);
        expect(
          errors.map(({ target }) => target),
          refusal,
        ).toContainEqual(targets[0]);
        expect(() => compile(scene, options)).toThrow("document/not-ready");
      }
      if (errors.length > 0) return;
      passed += 1;
      expect(refusal).toBeUndefined();
      const { recipe } = compile(scene, options);
      const urls = Object.fromEntries(
        recipeReferences(recipe).map((reference) => [
          reference,
          reference.replace(/^backlot-(layer|asset):/, "https://pictures.example/$1/"),
        ]),
      );
      expect(await judge.refusalOf(bindRecipe(recipe, urls), bytesOf)).toBeUndefined();
    }),
    { seed: 17, numRuns: 2500 },
  );
  expect(passed).toBeGreaterThan(250);
  expect([...refusals].sort()).toEqual([
    "Invalid value of input.base_image_url: must be an http, https or oss address",
    "Invalid value of input.ref_prompt: at least one of ref_prompt and ref_image_url is required",
    "Invalid value of input.reference_edge: foreground_edge and background_edge together must have at most 10 pictures",
    "Range of n should be [1, 4]",
    "Range of noise_level should be [0, 999]",
    "Range of ref_prompt_weight should be [0, 1]",
    "The image size is not supported for the data inspection.",
    "The long side of the image must not exceed 2048 px, but it is N x N.",
  ]);
});

const URL_OF_ANY = "https://pictures.example/a.png";
const leftOut = undefined;
const anyEdges = fc.oneof(
  fc.constantFrom<unknown>(leftOut, null, "x", [URL_OF_ANY, 3], ["file:///a"]),
  fc.array(fc.constant(URL_OF_ANY), { maxLength: 7 }),
);
const anyEdgePrompts = fc.oneof(
  { weight: 3, arbitrary: fc.constant<unknown>(leftOut) },
  fc.constantFrom<unknown>(null, ["树叶", 3]),
  fc.array(fc.constantFrom("", " ", "树叶"), { maxLength: 4 }),
);
const mostly = (usual: unknown, ...rare: unknown[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

/** What people paste: nearly right. Without deprecated fields. */
const anyBody = fc.record({
  model: mostly(MODEL_NAME, "wanx-background-generation-v3", "", 2, leftOut),
  input: fc.record({
    base_image_url: mostly(URL_OF_ANY, "", "ftp://a/b", 3, null, leftOut),
    ref_image_url: fc.constantFrom(URL_OF_ANY, "", leftOut, leftOut, "a.png"),
    ref_prompt: fc.constantFrom("山脉和晚霞", "word ".repeat(400), " ", "", leftOut, 3),
    neg_ref_prompt: mostly(leftOut, "", "模糊的", false),
    reference_edge: fc.oneof(
      fc.constantFrom<unknown>(leftOut, {}),
      fc.record({
        foreground_edge: anyEdges,
        foreground_edge_prompt: anyEdgePrompts,
        background_edge: anyEdges,
        background_edge_prompt: anyEdgePrompts,
      }),
    ),
    prompt: mostly(leftOut, "what one SDK adds"),
  }),
  parameters: fc.oneof(
    mostly(leftOut, {}, null, []),
    fc.record({
      n: mostly(leftOut, ...around(n), "2"),
      model_version: mostly(leftOut, "v2", "v3", "v4", 3),
      noise_level: mostly(leftOut, ...around(noiseLevel), "300"),
      ref_prompt_weight: mostly(leftOut, ...around(promptWeight)),
      seed: mostly(leftOut, 1),
    }),
  ),
});

/** Refused, shown with an error, or fit to be sent. */
function judgePasted(body: unknown): "refused" | "not ready" | "ready" {
  try {
    const { recipe } = recipeFromBody(JSON.parse(JSON.stringify(body)));
    const document = documentFromRecipe(recipe, { [URL_OF_ANY]: picture(1, { width: 64, height: 64 }) });
    return errorsOf(document).length > 0 ? "not ready" : "ready";
  } catch (error) {
    if (BacklotError.is(error)) return "refused";
    throw error;
  }
}

test("a pasted body gives a document that is ready exactly where the sandbox takes the body itself", async () => {
  const counts = { refused: 0, "not ready": 0, ready: 0 };
  await fc.assert(
    fc.asyncProperty(anyBody, async (body) => {
      const refusal = await judge.refusalOf(body, () => flattenedTo({ width: 64, height: 64 }));
      const judged = judgePasted(body);
      counts[judged] += 1;
      expect(judged === "ready", refusal).toBe(refusal === undefined);
    }),
    { seed: 23, numRuns: 2500 },
  );
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(100);
});

test("deprecated fields change nothing but a warning each, whatever is in them", () => {
  const anyText = fc.constantFrom("新品上市", "far too long a title", 3);
  fc.assert(
    fc.property(anyBody, anyText, fc.constantFrom("ROOM", "KITCHEN"), (body, title, scene_type) => {
      const { parameters } = body;
      const isPlain = typeof parameters === "object" && parameters !== null && !Array.isArray(parameters);
      const dated = {
        ...body,
        input: { ...body.input, title, sub_title: title },
        parameters: isPlain || parameters === undefined ? { ...parameters, scene_type } : parameters,
      };
      const judged = judgePasted(body);
      expect(judgePasted(dated)).toBe(judged);
      if (judged === "refused") return;
      const { findings } = recipeFromBody(JSON.parse(JSON.stringify(dated)));
      expect(findings.map(({ code }) => code)).toEqual(["text-deprecated", "scene-type-deprecated"]);
    }),
    { seed: 29, numRuns: 500 },
  );
});
