import fc from "fast-check";
import type { AssetId, ElementId } from "#lib/base/ids.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { createDocument } from "./create-document.ts";
import type { Element, ModelVersion, PlacedPicture, ProjectDocument, Transform } from "./document.ts";
import type { PictureFacts } from "./facts.ts";

/** Documents for the tests of this room: one small, whole example by hand, and arbitrary ones for properties. */
export function assetIdOf(seed: number): AssetId {
  return `asset_${seed.toString(16).padStart(64, "0")}`;
}

export function picture(seed: number, size = { width: 200, height: 100 }): PlacedPicture {
  return { assetId: assetIdOf(seed), size, name: `picture ${seed}` };
}

export const centred: Transform = { x: 512, y: 512, scaleX: 1, scaleY: 1, rotation: 0 };

export function element(id: string, change: Partial<Element> = {}): Element {
  return {
    ...picture(id.charCodeAt(0)),
    id: `element_${id}`,
    transform: centred,
    visible: true,
    prompt: "",
    original: null,
    ...change,
  };
}

/** A document that pre-flight finds nothing in: subject, two elements in front, one behind, a prompt. */
export function readyDocument(change: Partial<ProjectDocument> = {}): ProjectDocument {
  const empty = createDocument();
  return {
    ...empty,
    subject: { ...picture(1, { width: 400, height: 600 }), transform: centred },
    foreground: [element("a", { prompt: "粉色桃花" }), element("b")],
    background: [element("c", { prompt: "树叶" })],
    guide: { ...empty.guide, prompt: "山脉和晚霞" },
    ...change,
  };
}

/** Facts of a clean cut-out whose every pixel row holds something. */
export function facts(change: Partial<PictureFacts> = {}): PictureFacts {
  return {
    mode: "rgba",
    transparentShare: 0.5,
    translucentShare: 0.02,
    opaqueShare: 0.48,
    bounds: { x: 0, y: 0, width: 200, height: 100 },
    edgeLikeness: 1,
    ...change,
  };
}

const side = fc.integer({ min: LIMITS.sidePx.min, max: LIMITS.sidePx.max });
export const anySize = fc.record({ width: side, height: side });

const scale = fc.double({ min: 0.05, max: 8, noNaN: true }).chain((value) => fc.constantFrom(value, -value));
const place = fc.double({ min: -3000, max: 3000, noNaN: true }).map((px) => px + 0);
/** JSON knows no -0, so no document holds one. */
const anyAngle = fc.double({ min: -360, max: 360, noNaN: true }).map((degrees) => degrees + 0);

export const anyTransform: fc.Arbitrary<Transform> = fc.record({
  x: place,
  y: place,
  scaleX: scale,
  scaleY: scale,
  rotation: fc.oneof(fc.constantFrom(0, 90, 180, 270, -90), anyAngle),
});

const anyPicture = fc.record({
  assetId: fc.integer({ min: 0, max: 2 ** 30 }).map(assetIdOf),
  size: anySize,
  name: fc.string({ maxLength: 20 }),
});

const anyText = fc.oneof(
  fc.constantFrom("", "  ", "a tea house", "粉色桃花"),
  fc.array(fc.constantFrom("山", "word", "，", " "), { maxLength: 400, size: "max" }).map((parts) => parts.join(" ")),
);

const anyElements = fc.array(
  fc.record({ ...pictureFields(), visible: fc.boolean(), prompt: anyText, original: fc.option(anyPicture) }),
  { maxLength: 8 },
);

function pictureFields() {
  return {
    assetId: fc.integer({ min: 0, max: 2 ** 30 }).map(assetIdOf),
    size: anySize,
    name: fc.string({ maxLength: 20 }),
    transform: anyTransform,
  };
}

export const anyDocument: fc.Arbitrary<ProjectDocument> = fc
  .record({
    artboard: anySize,
    subject: fc.option(fc.record(pictureFields())),
    foreground: anyElements,
    background: anyElements,
    guide: fc.record({
      prompt: anyText,
      negativePrompt: anyText,
      image: fc.option(anyPicture),
      noiseLevel: fc.integer({ min: 0, max: 999 }),
      promptWeight: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    output: fc.record({
      versions: fc.constantFrom<ModelVersion[]>(["v2"], ["v3"], ["v2", "v3"]),
      n: fc.integer({ min: 1, max: 4 }),
    }),
  })
  .map(({ foreground, background, ...rest }) => ({
    schema: 1 as const,
    ...rest,
    foreground: foreground.map((one, index) => ({ ...one, id: `element_f${index}` as ElementId })),
    background: background.map((one, index) => ({ ...one, id: `element_b${index}` as ElementId })),
  }));
