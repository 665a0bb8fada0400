import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { assertFinite, floatImage } from "../math/float-image.ts";
import { planScene } from "../plan-scene.ts";
import { analyseSubject } from "../subject/analyse-subject.ts";
import { renderJob } from "../test-job.ts";
import { addNearLayer } from "./near-layer.ts";
import { planNear } from "./plan-near.ts";

const SIDE = 160;
const PRODUCT = { left: 60, right: 100, top: 50, bottom: 130 };
const facts = analyseSubject(createPixelBuffer(8, 8));
const LIGHT = {
  direction: [0.6, -0.6, 0.5],
  color: [1.2, 1.2, 1.2],
  ambient: [0.5, 0.5, 0.5],
  rim: [0.4, 0.4, 0.4],
} as const;

const near = (prompt: string, version: "v2" | "v3" = "v3", negativePrompt = "") => {
  const job = { ...renderJob(), prompt, negativePrompt, version };
  return planNear(job, planScene(job, 0, facts));
};

function layered(prompt: string, version: "v2" | "v3" = "v3", product = PRODUCT) {
  const picture = floatImage(SIDE, SIDE, 3);
  picture.data.fill(0.4);
  addNearLayer(picture, near(prompt, version), { light: LIGHT, exposure: 1, product, seed: 7 });
  assertFinite(picture, "near layer");
  return picture.data;
}

const PROMPTS = [
  "green meadow",
  "forest with moss",
  "snow field with firs",
  "sandy beach",
  "desert dunes",
  "garden with roses",
  "mountain lake",
  "moon surface",
  "bright kitchen",
  "chinese new year, chinese knot",
  "birthday party, ribbon",
];

describe("the layer before the lens", () => {
  it.each(PROMPTS)("of %s is seen at the edges, keeps off the product, and comes out the same again", (prompt) => {
    const data = layered(prompt);
    expect(data.some((value) => value !== Math.fround(0.4))).toBe(true);
    for (let y = PRODUCT.top; y < PRODUCT.bottom; y++)
      for (let x = PRODUCT.left; x < PRODUCT.right; x++) expect(data[(y * SIDE + x) * 3]).toBeCloseTo(0.4, 6);
    expect(layered(prompt)).toEqual(data);
  });

  it("leaves a picture alone that the product fills", () => {
    const all = { left: -40, right: SIDE + 40, top: -40, bottom: SIDE + 40 };
    expect(new Set(layered("forest with moss", "v3", all))).toEqual(new Set([Math.fround(0.4)]));
  });

  it("is what v3 adds to a set; what the prompt hangs up is in both versions", () => {
    expect(near("green meadow", "v2")).toEqual([]);
    expect(near("green meadow", "v3").length).toBeGreaterThan(0);
    expect(near("春节，中国结", "v2").map(({ name }) => name)).toEqual(["knot"]);
    expect(near("春节，中国结", "v3").map(({ name }) => name)).toContain("knot");
  });

  it("has no plants where leaves are not wanted, and nothing where all shall be sharp", () => {
    expect(near("forest with moss", "v3", "leaves")).toEqual([]);
    expect(near("forest with moss, everything in focus", "v3", "blurry")).toEqual([]);
  });
});
