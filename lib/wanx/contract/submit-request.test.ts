import { describe, expect, test } from "vitest";
import { inputUrls, submitRequestSchema } from "./submit-request.ts";

const base = "https://pictures.example/a.png";

function request(input: object, parameters?: object) {
  return { model: "wanx-background-generation-v2", input: { base_image_url: base, ...input }, parameters };
}

/** Path of the first thing wrong, `""` for the whole, null when nothing is. */
function firstIssue(body: unknown): string | null {
  const parsed = submitRequestSchema.safeParse(body);
  return parsed.success ? null : (parsed.error.issues[0]?.path.join(".") ?? "");
}

const full = request(
  {
    ref_image_url: "http://pictures.example/ref.jpg",
    ref_prompt: "山脉和晚霞",
    reference_edge: {
      foreground_edge: [`${base}?1`, `${base}?2`],
      background_edge: ["oss://dashscope-instant/a/b c 图.png"],
      foreground_edge_prompt: ["粉色桃花", ""],
      background_edge_prompt: ["树叶"],
    },
  },
  { n: 4, ref_prompt_weight: 0.5, model_version: "v3" },
);

describe("submit request", () => {
  test("the documentation's own body passes unchanged", () => {
    expect(submitRequestSchema.parse(full)).toEqual(full);
  });

  test("keys the API does not know are dropped, at every depth", () => {
    const parsed = submitRequestSchema.parse({
      ...request({ ref_prompt: "x", prompt: "from an SDK" }, { negative_prompt: "from another" }),
      extra: 1,
    });
    expect(parsed).toEqual(request({ ref_prompt: "x" }, {}));
  });

  test("only the one model name passes", () => {
    expect(firstIssue({ ...request({ ref_prompt: "x" }), model: "wanx-background-generation-v3" })).toBe("model");
  });

  test.each([
    ["n", [0, 5, 1.5, "2", null], [1, 4]],
    ["noise_level", [-1, 1000, 0.5, "300"], [0, 999]],
    ["ref_prompt_weight", [-0.1, 1.01, "0.5", Number.NaN], [0, 0.5, 1]],
    ["model_version", ["v1", "V2", 2], ["v2", "v3"]],
    ["scene_type", ["room", "OTHER"], ["GENERAL", "ROOM", "COSMETIC"]],
  ])("%s takes its range and nothing else", (name, wrong, right) => {
    for (const value of wrong)
      expect(firstIssue(request({ ref_prompt: "x" }, { [name]: value }))).toBe(`parameters.${name}`);
    for (const value of right) expect(firstIssue(request({ ref_prompt: "x" }, { [name]: value }))).toBe(null);
  });

  test("a guide is needed: prompt or picture, and blanks are neither", () => {
    expect(firstIssue(request({}))).toBe("input.ref_prompt");
    expect(firstIssue(request({ ref_prompt: "  ", ref_image_url: "" }))).toBe("input.ref_prompt");
    expect(firstIssue(request({ ref_prompt: "x", ref_image_url: "" }))).toBe(null);
    expect(firstIssue(request({ ref_image_url: base }))).toBe(null);
  });

  test("a prompt list has one prompt for each picture", () => {
    const edge = (value: object) => firstIssue(request({ ref_prompt: "x", reference_edge: value }));
    expect(edge({ foreground_edge: [base], foreground_edge_prompt: ["a", "b"] })).toBe(
      "input.reference_edge.foreground_edge_prompt",
    );
    expect(edge({ background_edge_prompt: ["a"] })).toBe("input.reference_edge.background_edge_prompt");
    expect(edge({ background_edge: [base] })).toBe(null);
    expect(edge({ background_edge: [base], background_edge_prompt: [""] })).toBe(null);
  });

  test("ten edge pictures in all pass, eleven do not", () => {
    const edge = (foreground: number, background: number) =>
      firstIssue(
        request({
          ref_prompt: "x",
          reference_edge: {
            foreground_edge: Array.from({ length: foreground }, () => base),
            background_edge: Array.from({ length: background }, () => base),
          },
        }),
      );
    expect(edge(4, 6)).toBe(null);
    expect(edge(5, 6)).toBe("input.reference_edge");
    expect(edge(0, 11)).toBe("input.reference_edge");
  });

  test.each(["", "a.png", "file:///etc/passwd", "data:image/png;base64,AAAA", "https://", 7])(
    "%j is no address of a picture",
    (url) => {
      expect(firstIssue(request({ ref_prompt: "x", base_image_url: url }))).toBe("input.base_image_url");
    },
  );

  test("titles are counted in characters, not in UTF-16 units, and a sub-title only beside a title", () => {
    expect(firstIssue(request({ ref_prompt: "x", title: "😀😀😀😀😀😀😀😀", sub_title: "一二三四五六七八九十" }))).toBe(
      null,
    );
    expect(firstIssue(request({ ref_prompt: "x", title: "123456789" }))).toBe("input.title");
    expect(firstIssue(request({ ref_prompt: "x", title: "新品", sub_title: "12345678901" }))).toBe("input.sub_title");
    expect(firstIssue(request({ ref_prompt: "x", title: "", sub_title: "12345678901" }))).toBeNull();
  });

  test("inputUrls names every picture once, base first", () => {
    expect(inputUrls(submitRequestSchema.parse(full))).toEqual([
      base,
      "http://pictures.example/ref.jpg",
      `${base}?1`,
      `${base}?2`,
      "oss://dashscope-instant/a/b c 图.png",
    ]);
  });
});
