import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { planScene } from "../plan-scene.ts";
import { qualityFor } from "../quality.ts";
import { stageScene } from "../stage-scene.ts";
import { analyseSubject } from "../subject/analyse-subject.ts";
import { renderJob } from "../test-job.ts";
import { FAR, Hit, Ray } from "../tracer/ray.ts";
import { trace } from "../tracer/scene.ts";
import { raisedOnClear, withClearBlocks } from "./clear-block.ts";

/** What lies right under a product's base: how far below it, whether light passes through, and the ground's height under it. */
function under(prompt: string) {
  const subject = createPixelBuffer(100, 100);
  for (let y = 35; y < 80; y++) for (let x = 40; x < 60; x++) subject.data.set([150, 120, 90, 255], (y * 100 + x) * 4);
  const seen = analyseSubject(subject);
  const spec = planScene(renderJob({ prompt }), 0, seen);
  const facts = raisedOnClear(seen, spec, 100, 100);
  const set = stageScene({ spec, subject, facts, quality: qualityFor("v2", 100, 100) });
  const scene = withClearBlocks(set.scene, spec, false);
  const base = scene.subject?.elevation ?? Number.NaN;
  const down = new Ray();
  Object.assign(down, { ox: scene.subject?.centreX, oy: base + 0.1, oz: scene.subject?.centreZ, dx: 0, dy: -1, dz: 0 });
  const hit = new Hit();
  hit.t = FAR;
  trace(scene, down, hit, false);
  return { below: base - hit.y, clear: scene.materials[hit.material]?.clear !== undefined, spec };
}

describe("a product on acrylic or glass", () => {
  it.each([
    ["perfume on a clear acrylic block", "podium"],
    ["glass podium on a marble table", "interior"],
    ["pink acrylic block in a meadow", "ground"],
    ["透明亚克力台，水面", "water"],
    ["玻璃砖，沙滩", "beach"],
    ["acrylic block on silk", "drape"],
  ])("stands right on something clear: %s", (prompt, setting) => {
    const { below, clear, spec } = under(prompt);
    expect(spec.setting).toBe(setting);
    expect(clear).toBe(true);
    expect(below).toBeCloseTo(0, 2);
  });

  it("stands on its ground itself where none is asked for", () => {
    expect(under("perfume on a marble table").clear).toBe(false);
    expect(under("a glass table").clear).toBe(false);
  });
});
