import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { planScene } from "../plan-scene.ts";
import { qualityFor } from "../quality.ts";
import { stageScene } from "../stage-scene.ts";
import { analyseSubject } from "../subject/analyse-subject.ts";
import { renderJob } from "../test-job.ts";
import { withThings } from "./place-things.ts";

describe("things that a prompt names", () => {
  it.each([
    "apples on a pink podium",
    "cake on a marble table",
    "pineapple on a beach",
    "macarons and donuts",
    "candles in a meadow",
  ])("stand where they are seen, beside the product and within the picture: %s", (prompt) => {
    const subject = createPixelBuffer(100, 100);
    for (let y = 35; y < 80; y++)
      for (let x = 36; x < 64; x++) subject.data.set([150, 120, 90, 255], (y * 100 + x) * 4);
    const facts = analyseSubject(subject);
    let placed = 0;
    for (let index = 0; index < 4; index++) {
      const spec = planScene(renderJob({ prompt, count: 4 }), index, facts);
      const set = stageScene({ spec, subject, facts, quality: qualityFor("v3", 100, 100) });
      const { shapes, subject: proxy, camera } = withThings(set.scene, spec, true);
      const added = shapes.slice(set.scene.shapes.length);
      placed += added.length;
      if (!proxy) throw new Error("a visible subject has a solid");
      for (const { bounds } of added) {
        const x = (bounds[0] + bounds[3]) / 2;
        const z = (bounds[2] + bounds[5]) / 2;
        expect(Math.abs(x)).toBeLessThan((camera.widthPx / 2 / camera.focalPx) * z + 0.15);
        const across = Math.abs((x * proxy.centreZ) / z - proxy.centreX);
        expect(z < proxy.centreZ || across > proxy.maxHalfWidth - 0.15).toBe(true);
      }
    }
    expect(placed).toBeGreaterThan(4);
  });
});
