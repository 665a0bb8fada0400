import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { planScene } from "../plan-scene.ts";
import { qualityFor } from "../quality.ts";
import { stageScene } from "../stage-scene.ts";
import { analyseSubject } from "../subject/analyse-subject.ts";
import { renderJob } from "../test-job.ts";
import { FAR, Hit, Ray } from "../tracer/ray.ts";
import { trace } from "../tracer/scene.ts";
import { withColumn } from "./column.ts";

/** Height of what lies right under the base of a block from `top` to `bottom`, above or below that base. */
function underBase(prompt: string, top: number, bottom: number): number {
  const subject = createPixelBuffer(100, 100);
  for (let y = top; y < bottom; y++)
    for (let x = 40; x < 60; x++) subject.data.set([150, 120, 90, 255], (y * 100 + x) * 4);
  const facts = analyseSubject(subject);
  const spec = planScene(renderJob({ prompt }), 0, facts);
  const set = stageScene({ spec, subject, facts, quality: qualityFor("v2", 100, 100) });
  const scene = withColumn(set.scene, spec, facts.hanging);
  const base = scene.subject?.elevation ?? Number.NaN;
  const down = new Ray();
  Object.assign(down, { ox: scene.subject?.centreX, oy: base + 0.1, oz: scene.subject?.centreZ, dx: 0, dy: -1, dz: 0 });
  const hit = new Hit();
  hit.t = FAR;
  return trace(scene, down, hit, false) ? hit.y - base : Number.NEGATIVE_INFINITY;
}

describe("a product", () => {
  it.each(["pink podium", "wooden table in the forest", "草地", "silk", "city at night", "clear water"])(
    "has something right under it on %s, low or high in the picture",
    (prompt) => {
      expect(underBase(prompt, 40, 80)).toBeCloseTo(0, 1);
      expect(underBase(prompt, 10, 40)).toBeCloseTo(0, 1);
    },
  );
});
