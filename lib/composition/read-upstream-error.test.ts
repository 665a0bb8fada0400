import { describe, expect, test } from "vitest";
import { wrongModeMessage } from "#lib/wanx/contract/error-table.ts";
import { compile } from "./compile.ts";
import type { FindingTarget } from "./finding.ts";
import { readUpstreamError } from "./read-upstream-error.ts";
import { element, picture, readyDocument } from "./test-documents.ts";

const { recipe } = compile(
  readyDocument({
    foreground: [element("a"), element("hidden", { visible: false }), element("b")],
    guide: { ...readyDocument().guide, image: picture(3) },
  }),
  { version: "v3", n: 3 },
);
const subject: FindingTarget = { kind: "subject" };
const guide = (field: "prompt" | "negativePrompt" | "image" | "noiseLevel"): FindingTarget => ({
  kind: "guide",
  field,
});
const elementOf = (id: string): FindingTarget => ({ kind: "element", id: `element_${id}` });

describe("readUpstreamError", () => {
  test.each<[string, FindingTarget[], string | undefined]>([
    [wrongModeMessage("Base image", "RGB"), [subject], "subject-no-alpha"],
    ["download for input_image error", [subject], undefined],
    ["Field required: input.base_image_url", [subject], undefined],
    ["Reference image download failed, please check image url.", [guide("image")], undefined],
    ["download for ref_image error: it is no picture that can be read", [guide("image")], undefined],
    ["Invalid value of input.neg_ref_prompt: expected string", [guide("negativePrompt")], undefined],
    [
      "Invalid value of input.ref_prompt: at least one of ref_prompt and ref_image_url is required",
      [guide("prompt")],
      "guide-missing",
    ],
    ["Range of noise_level should be [0, 999]", [guide("noiseLevel")], "noise-level-range"],
    ["Range of n should be [1, 4]", [{ kind: "output" }], "picture-count-range"],
    [
      "The long side of the image must not exceed 2048 px, but it is 900 x 3000.",
      [{ kind: "document" }],
      "artboard-too-large",
    ],
    ["Input or output data may contain inappropriate content.", [], undefined],
    ["inference internal error.", [], undefined],
  ])("reads “%s”", (message, targets, code) => {
    const reading = readUpstreamError(message, recipe);
    expect(reading.targets).toEqual(targets);
    expect(reading.finding?.code).toBe(code);
  });

  test("finds the element by its place in the list that was sent, hidden ones not counted", () => {
    const targets = (message: string) => readUpstreamError(message, recipe).targets;
    expect(targets("Invalid value of input.reference_edge.foreground_edge.1: must be an http address")).toEqual([
      elementOf("b"),
    ]);
    expect(targets("foreground_edge[0] cannot be read")).toEqual([elementOf("a")]);
    expect(targets("background_edge_prompt[0] is too long")).toEqual([elementOf("c")]);
    expect(targets("foreground_edge[7] cannot be read")).toEqual([]);
  });

  test("names every layer of a list where the message names no place in it", () => {
    const reading = readUpstreamError(wrongModeMessage("Foreground edge image", "P"), recipe);
    expect(reading).toEqual({ targets: [elementOf("a"), elementOf("b")] });
  });

  test("fills the finding's numbers from the message and the recipe", () => {
    const values = (message: string) => readUpstreamError(message, recipe).finding?.values;
    expect(values("The long side of the image must not exceed 2048 px, but it is 900 x 3000.")).toEqual({
      count: 3000,
      max: 2048,
    });
    expect(values("Range of n should be [1, 4]")).toMatchObject({ count: 3, min: 1, max: 4 });
    expect(values("foreground_edge and background_edge together must have at most 10 pictures")).toEqual({
      count: 3,
      max: 10,
    });
  });

  test("names no layer for a recipe that names its pictures by content", () => {
    const address = `backlot-asset:asset_${"0".repeat(64)}`;
    const flat = { ...recipe, input: { ...recipe.input, reference_edge: { foreground_edge: [address] } } };
    expect(readUpstreamError("foreground_edge[0] cannot be read", flat).targets).toEqual([]);
  });
});
