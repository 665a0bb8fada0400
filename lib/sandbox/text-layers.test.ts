import { afterAll, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { openTestSandbox, taskIdOf } from "./test-sandbox.ts";
import { textLayers } from "./text-layers.ts";

const engine = createEngine({ threads: 1 });
afterAll(() => engine.close());

const gradient = (from: string, to: string, coords: object) => ({
  type: "linear",
  color_stops: [
    { offset: 0, color: from },
    { offset: 1, color: to },
  ],
  gradient_units: "pixels",
  coords,
});
const plainText = {
  type: "text",
  font_under_line: false,
  font_line_through: false,
  font_italic: false,
  line_height: 1,
  alignment: "center",
  direction: "horizontal",
  opacity: 1,
};

test("the layers of a title and sub-title on 1024 px are those that were recorded", () => {
  expect(textLayers("分享好时光", "只为不一样的你", 1024)).toEqual([
    {
      ...{ type: "text_mask", idx: 0, color: "#521b08", opacity: 0.8, radius: 0 },
      ...{ top: 0, left: 0, width: 1024, height: 257 },
      gradient: gradient("#521b0800", "#521b08ff", { y1: 257, x1: 0, y2: 0, x2: 0 }),
    },
    {
      ...{ ...plainText, idx: 1, sub_type: "Title", content: "分享好时光", font_color: "#e6baa7" },
      ...{ top: 25, left: 319, width: 385, height: 77, font_size: 67, font_weight: "Regular" },
      ...{ font_family: "站酷文艺体", text_stroke: "1px #fffffff0", text_shadow: "1px 0px #80808080" },
    },
    {
      ...{ type: "text_mask", idx: 2, color: "#e6baa7", opacity: 1, radius: 37, box_shadow: "2px 1px #80808080" },
      ...{ top: 118, left: 395, width: 233, height: 50 },
      gradient: gradient("#e6baa7ff", "#e6baa7ff", { y1: 0, x1: 0, y2: 50, x2: 0 }),
    },
    {
      ...{ ...plainText, idx: 3, sub_type: "SubTitle", content: "只为不一样的你", font_color: "#223629" },
      ...{ top: 118, left: 395, width: 233, height: 50, font_size: 27, font_weight: "Medium" },
      ...{ font_family: "阿里巴巴普惠体", text_shadow: 0 },
    },
  ]);
});

test("a task with a title answers with text_results beside its results; one with a sub-title alone does not", async () => {
  const sandbox = await openTestSandbox(engine);
  const base_image_url = await sandbox.upload(await productPng({ width: 64, height: 48 }));
  const outputOf = async (input: object) =>
    sandbox.outputOf(taskIdOf(await sandbox.submit({ base_image_url, ...input }, { n: 2 })));

  const output = await outputOf({ title: "新品", sub_title: "" });
  const { urls, params } = output.text_results as { urls: { url: string }[]; params: object[] };
  expect(params).toEqual([0, 1].map((sample_idx) => ({ sample_idx, layers: textLayers("新品", undefined, 64) })));
  const results = output.results as { url: string }[];
  expect(urls).toHaveLength(2);
  for (const [index, { url }] of urls.entries()) {
    expect(url).not.toBe(results[index]?.url);
    expect(url).toContain(`_${index}_`);
    expect((await sandbox.fetch(url)).status).toBe(200);
  }
  for (const without of [{}, { title: "" }, { sub_title: "more than ten characters" }]) {
    expect(await outputOf(without)).not.toHaveProperty("text_results");
  }
  await sandbox.close();
});
