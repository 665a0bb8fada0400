import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { seededRandom } from "../math/random.ts";
import { planScene } from "../plan-scene.ts";
import { qualityFor } from "../quality.ts";
import { Stock } from "../settings/stock.ts";
import { stageScene } from "../stage-scene.ts";
import { analyseSubject } from "../subject/analyse-subject.ts";
import { renderJob } from "../test-job.ts";
import { FAR, Hit, Ray } from "../tracer/ray.ts";
import { splashAround } from "./splash.ts";

describe("a splash", () => {
  it("rises at the product's sides and behind it, and stays below what it would hide before it", () => {
    const subject = createPixelBuffer(100, 100);
    for (let y = 35; y < 80; y++)
      for (let x = 40; x < 60; x++) subject.data.set([150, 120, 90, 255], (y * 100 + x) * 4);
    const facts = analyseSubject(subject);
    const spec = planScene(renderJob({ prompt: "milk splash" }), 0, facts);
    const { scene } = stageScene({ spec, subject, facts, quality: qualityFor("v2", 100, 100) });
    const stock = new Stock();
    splashAround(stock, scene, { name: "milk-splash", side: 1, rich: false, random: seededRandom(7) });
    const liquid = stock.shapes[0];
    const [x0, z0] = [scene.subject?.centreX ?? 0, scene.subject?.centreZ ?? 0];
    /** Highest liquid over a half circle about the product's foot. */
    const highest = (from: number) => {
      let high = 0;
      for (let i = 0; i < 4000; i++) {
        const angle = from + 0.3 + ((Math.PI - 0.6) * (i % 200)) / 200;
        const away = 0.15 + (0.5 * Math.floor(i / 200)) / 20;
        const down = new Ray();
        Object.assign(down, {
          ox: x0 + Math.cos(angle) * away,
          oy: 3,
          oz: z0 + Math.sin(angle) * away,
          dx: 0,
          dy: -1,
          dz: 0,
        });
        const hit = new Hit();
        hit.t = FAR;
        if (liquid?.intersect(down, hit)) high = Math.max(high, 3 - hit.t);
      }
      return high;
    };
    expect(highest(0)).toBeGreaterThan(0.2);
    expect(highest(-Math.PI)).toBeLessThan(0.09);
    expect(highest(-Math.PI)).toBeGreaterThan(0.01);
  });
});
