import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ModelVersion, ProjectDocument } from "./document.ts";
import type { PictureFacts } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { applyFix, withMendedPicture } from "./fixes.ts";
import { preflight } from "./preflight.ts";
import { anyDocument, assetIdOf, centred, element, facts, picture, readyDocument } from "./test-documents.ts";

const codes = (document: ProjectDocument, known: Record<string, PictureFacts> = {}) =>
  preflight(document, known).map(({ code }) => code);
const subjectWith = (change: Partial<PictureFacts>) => ({ [picture(1).assetId]: facts(change) });
const elementWith = (change: Partial<PictureFacts>) => ({ [element("a").assetId]: facts(change) });
const guide = readyDocument().guide;

describe("preflight", () => {
  test("finds nothing in a document that is ready", () => {
    const known = Object.fromEntries(
      [picture(1), element("a"), element("b"), element("c")].map(({ assetId }) => [assetId, facts()]),
    );
    expect(preflight(readyDocument(), known)).toEqual([]);
  });

  test.each<[string, string, ProjectDocument, Record<string, PictureFacts>]>([
    ["no subject", "subject-missing", readyDocument({ subject: null }), {}],
    [
      "a subject in which nothing is visible",
      "subject-transparent",
      readyDocument(),
      subjectWith({ transparentShare: 1, translucentShare: 0, opaqueShare: 0, bounds: null }),
    ],
    [
      "a subject without alpha channel",
      "subject-no-alpha",
      readyDocument(),
      subjectWith({ mode: "rgb", transparentShare: 0, translucentShare: 0, opaqueShare: 1 }),
    ],
    [
      "a subject whose alpha channel hides nothing",
      "subject-opaque",
      readyDocument(),
      subjectWith({ transparentShare: 0, translucentShare: 0, opaqueShare: 1 }),
    ],
    [
      "a subject made mostly of glass",
      "subject-translucent",
      readyDocument(),
      subjectWith({ translucentShare: 0.3, opaqueShare: 0.2 }),
    ],
    [
      "a subject beside the artboard",
      "subject-outside",
      readyDocument({ subject: { ...picture(1), transform: { ...centred, x: -200 } } }),
      {},
    ],
    [
      "a subject across the border",
      "subject-cropped",
      readyDocument({ subject: { ...picture(1), transform: { ...centred, x: 0 } } }),
      {},
    ],
    [
      "a subject blown up",
      "subject-enlarged",
      readyDocument({ subject: { ...picture(1), transform: { ...centred, scaleX: -2, scaleY: 2 } } }),
      {},
    ],
    [
      "an element beside the artboard",
      "element-outside",
      readyDocument({ foreground: [element("a", { transform: { ...centred, y: 2000 } })] }),
      {},
    ],
    [
      "an element in which nothing is visible",
      "element-transparent",
      readyDocument(),
      elementWith({ translucentShare: 0, opaqueShare: 0, bounds: null }),
    ],
    [
      "an edge picture without transparency",
      "element-opaque",
      readyDocument(),
      elementWith({ transparentShare: 0, translucentShare: 0 }),
    ],
    ["a photo among the elements", "element-not-edge", readyDocument(), elementWith({ edgeLikeness: 0.2 })],
    [
      "dark lines on white among the elements",
      "element-inverted",
      readyDocument(),
      elementWith({ edgeLikeness: 0.6, invertedEdgeLikeness: 0.9 }),
    ],
    ["a hidden element", "element-hidden", readyDocument({ foreground: [element("a", { visible: false })] }), {}],
    ["neither prompt nor guide image", "guide-missing", readyDocument({ guide: { ...guide, prompt: " \n" } }), {}],
    ["a noise level without image", "noise-level-inert", readyDocument({ guide: { ...guide, noiseLevel: 5 } }), {}],
    ["a weight without image", "prompt-weight-inert", readyDocument({ guide: { ...guide, promptWeight: 1 } }), {}],
    [
      "a side longer than the API takes",
      "artboard-too-large",
      readyDocument({ artboard: { width: 2049, height: 900 } }),
      {},
    ],
    [
      "a side shorter than it takes",
      "artboard-too-small",
      readyDocument({
        artboard: { width: 900, height: 9 },
        subject: { ...picture(1, { width: 8, height: 8 }), transform: { ...centred, y: 5 } },
        foreground: [],
        background: [],
      }),
      {},
    ],
    [
      "a picture larger than the API takes, made smaller",
      "subject-reduced",
      readyDocument({
        subject: { ...picture(1, { width: 3000, height: 200 }), transform: { ...centred, scaleX: 0.3, scaleY: 0.3 } },
      }),
      {},
    ],
    ["a fringe of the old background", "subject-halo", readyDocument(), subjectWith({ haloShare: 0.5 })],
    [
      "an element that hides most of the subject",
      "subject-covered",
      readyDocument({ subject: { ...picture(1), transform: centred } }),
      elementWith({ transparentShare: 0.1, opaqueShare: 0.9 }),
    ],
    [
      "a noise level that the API refuses",
      "noise-level-range",
      readyDocument({ guide: { ...guide, image: picture(3), noiseLevel: 12.5 } }),
      {},
    ],
    [
      "a weight that it refuses",
      "prompt-weight-range",
      readyDocument({ guide: { ...guide, image: picture(3), promptWeight: 1.1 } }),
      {},
    ],
    ["too many pictures", "picture-count-range", readyDocument({ output: { versions: ["v3"], n: 5 } }), {}],
    ["no version", "versions-missing", readyDocument({ output: { versions: [], n: 1 } }), {}],
    ["a version asked for twice", "versions-repeated", readyDocument({ output: { versions: ["v3", "v3"], n: 1 } }), {}],
  ])("finds %s", (_name, code, document, known) => {
    expect(codes(document, known)).toEqual([code]);
  });

  test("judges a margin by what is visible, not by the frame of the picture", () => {
    const shifted = readyDocument({ subject: { ...picture(1), transform: { ...centred, x: 50 } } });
    expect(codes(shifted)).toEqual(["subject-cropped"]);
    expect(codes(shifted, subjectWith({ bounds: { x: 60, y: 0, width: 80, height: 100 } }))).toEqual([]);
  });

  test("lets the sliders pass where they count", () => {
    const sliders = { ...guide, noiseLevel: 5, promptWeight: 1, image: picture(3) };
    expect(codes(readyDocument({ guide: sliders }))).toEqual([]);
    expect(codes(readyDocument({ guide: { ...sliders, prompt: "" } }))).toEqual(["prompt-weight-inert"]);
  });

  test("says of the weight which of its two guides is missing", () => {
    const missing = (change: Partial<typeof guide>) =>
      preflight(readyDocument({ guide: { ...guide, promptWeight: 1, ...change } }), {}).map(
        ({ code, values }) => code === "prompt-weight-inert" && values.missing,
      );
    expect(missing({})).toEqual(["image"]);
    expect(missing({ prompt: "", image: picture(3) })).toEqual(["prompt"]);
    expect(missing({ prompt: "" })).toContain("both");
  });

  test("judges an element by what it is more of, and by its likeness alone where its negative was not measured", () => {
    const found = (change: Partial<PictureFacts>) => codes(readyDocument(), elementWith(change));
    expect(found({ edgeLikeness: 0.9, invertedEdgeLikeness: 0.6 })).toEqual([]);
    expect(found({ edgeLikeness: 0, invertedEdgeLikeness: 0.4 })).toEqual(["element-not-edge"]);
    expect(found({ edgeLikeness: 0.5, invertedEdgeLikeness: undefined })).toEqual([]);
    expect(found({ edgeLikeness: 0, invertedEdgeLikeness: 1, transparentShare: 0, translucentShare: 0 })).toEqual([
      "element-inverted",
      "element-opaque",
    ]);
  });

  test("names the field of each prompt that is too long, with the share and what is lost", () => {
    const long = "山".repeat(150);
    const document = readyDocument({
      foreground: [element("a", { prompt: long })],
      guide: { ...guide, prompt: long, negativePrompt: long },
    });
    const values = { percent: 125, characters: 30 };
    expect(preflight(document, {})).toEqual(
      [
        { kind: "element", id: "element_a" },
        { kind: "guide", field: "prompt" },
        { kind: "guide", field: "negativePrompt" },
      ].map((target) => ({ code: "prompt-cut", severity: "warning", target, values, fix: "cut-prompt" })),
    );
  });

  test("says from 100 of 120 characters on that the end may not be read, and up to all of them no more than that", () => {
    const found = (length: number) =>
      preflight(readyDocument({ guide: { ...guide, prompt: "山".repeat(length) } }), {}).map(({ code, values }) => [
        code,
        values.percent,
      ]);
    expect([100, 101, 120, 121].map(found)).toEqual([
      [],
      [["prompt-long", 84]],
      [["prompt-long", 100]],
      [["prompt-cut", 101]],
    ]);
  });

  test("names every limit that a value passes", () => {
    const scene = readyDocument({
      artboard: { width: 9, height: 3000 },
      guide: { ...guide, image: picture(3), noiseLevel: -1 },
    });
    const found = preflight(scene, {}).filter(({ severity }) => severity === "error");
    expect(found.map(({ code, values, fix }) => [code, values, fix])).toEqual([
      ["artboard-too-large", { count: 3000, max: 2048 }, "fit-artboard"],
      ["artboard-too-small", { count: 9, min: 10 }, "fit-artboard"],
      ["subject-outside", {}, "bring-into-view"],
      ["noise-level-range", { min: 0, max: 999 }, "reset-noise-level"],
    ]);
  });

  test("counts visible elements of both groups against the limit", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => element(`n${index}`));
    const document = readyDocument({ foreground: many(6), background: many(5) });
    expect(preflight(document, {})[0]).toMatchObject({ code: "elements-too-many", values: { count: 11, max: 10 } });
    const hidden = { ...document, background: [...many(4), element("h", { visible: false })] };
    expect(codes(hidden)).toEqual(["element-hidden"]);
  });
});

describe("withMendedPicture", () => {
  const [from, to] = [element("a").assetId, assetIdOf(77)];

  test("changes the picture of the layer it is about, and nothing else of it", () => {
    const document = readyDocument();
    const mended = withMendedPicture(document, { kind: "element", id: "element_a" }, { from, to });
    expect(mended.foreground[0]).toEqual({ ...document.foreground[0], assetId: to });
    expect({ ...mended, foreground: document.foreground }).toEqual(document);
    const subject = withMendedPicture(document, { kind: "subject" }, { from: picture(1).assetId, to });
    expect(subject.subject).toEqual({ ...document.subject, assetId: to });
  });

  test("leaves a layer alone that is gone or shows another picture by now", () => {
    const document = readyDocument();
    expect(withMendedPicture(document, { kind: "element", id: "element_x" }, { from, to })).toBe(document);
    expect(withMendedPicture(document, { kind: "element", id: "element_b" }, { from, to })).toBe(document);
    expect(withMendedPicture(document, { kind: "subject" }, { from, to })).toBe(document);
  });
});

describe("applyFix", () => {
  const same = (left: Finding, right: Finding) =>
    left.code === right.code && JSON.stringify(left.target) === JSON.stringify(right.target);

  const anyFacts = fc.record({
    transparentShare: fc.constantFrom(0.1, 0.5),
    opaqueShare: fc.constantFrom(0.5, 0.9),
  });
  /** Beyond what can be saved, as it may be on the screen before. */
  const anyScene = fc
    .record({
      document: anyDocument,
      artboard: fc.option(
        fc.record({ width: fc.integer({ min: 2, max: 4000 }), height: fc.integer({ min: 2, max: 40 }) }),
      ),
      n: fc.constantFrom(1, 0, 5, 2.5),
      versions: fc.constantFrom<ModelVersion[]>(["v3"], [], ["v2", "v2"]),
      elementFacts: anyFacts,
    })
    .map(({ document, artboard, n, versions, elementFacts }) => ({
      document: { ...document, artboard: artboard ?? document.artboard, output: { n, versions } },
      known: Object.fromEntries(
        document.foreground.map(({ assetId, size }) => [
          assetId,
          facts({ ...elementFacts, bounds: { x: 0, y: 0, ...size } }),
        ]),
      ),
    }));

  test("removes the finding it was offered for", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyScene, ({ document, known }) => {
        for (const found of preflight(document, known)) {
          if (!found.fix) continue;
          const mended = applyFix(document, found, known);
          if (!mended) continue;
          met.add(found.fix);
          expect(preflight(mended, known).some((left) => same(left, found))).toBe(false);
        }
      }),
      { seed: 7, numRuns: 400 },
    );
    expect([...met].sort()).toEqual(
      [
        "bring-into-view",
        "choose-version",
        "cut-prompt",
        "drop-repeated-versions",
        "fit-artboard",
        "hide-extra-elements",
        "limit-picture-count",
        "natural-size",
        "reset-noise-level",
        "reset-prompt-weight",
        "send-behind",
        "show-element",
      ].sort(),
    );
  });

  test("moves only as many elements behind the subject as it must, the one that hides most first", () => {
    const subject = { ...picture(1, { width: 400, height: 400 }), transform: centred };
    const over = (id: string, side: number) => element(id, { size: { width: side, height: side } });
    const document = readyDocument({ subject, foreground: [over("a", 150), over("b", 390), over("d", 100)] });
    const known = Object.fromEntries(
      document.foreground.map(({ assetId, size }) => [
        assetId,
        facts({ opaqueShare: 1, bounds: { x: 0, y: 0, ...size } }),
      ]),
    );
    const [found] = preflight(document, known);
    const mended = found && applyFix(document, found, known);
    expect(found?.code).toBe("subject-covered");
    expect(mended?.foreground.map(({ id }) => id)).toEqual(["element_a", "element_d"]);
    expect(mended?.background.map(({ id }) => id)).toEqual(["element_c", "element_b"]);
  });

  test("leaves alone what needs the user", () => {
    const document = readyDocument({ subject: null });
    const [found] = preflight(document, {});
    expect(found && applyFix(document, found, {})).toBeUndefined();
  });

  test("hides the topmost foreground elements when there are too many", () => {
    const foreground = Array.from({ length: 9 }, (_, index) => element(`f${index}`));
    const document = readyDocument({ foreground, background: [element("x"), element("y"), element("z")] });
    const [found] = preflight(document, {});
    const mended = found && applyFix(document, found, {});
    expect(mended?.foreground.map(({ visible }) => visible)).toEqual([...Array(7).fill(true), false, false]);
    expect(mended?.background.every(({ visible }) => visible)).toBe(true);
  });
});
