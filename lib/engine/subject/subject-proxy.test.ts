import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { Hit } from "../tracer/ray.ts";
import { analyseSubject } from "./analyse-subject.ts";
import { cameraFor } from "./camera.ts";
import { SubjectProxy } from "./subject-proxy.ts";

/** A block of one alpha. */
function proxyOf(alpha: number, top: number, bottom: number) {
  const pixels = createPixelBuffer(100, 100);
  for (let y = top; y < bottom; y++)
    for (let x = 35; x < 65; x++) pixels.data.set([200, 200, 200, alpha], (y * 100 + x) * 4);
  const facts = analyseSubject(pixels);
  const camera = cameraFor(facts, 100, 100, { horizon: 0.4, lens: 1.8 });
  return { proxy: new SubjectProxy(pixels, facts, camera), camera };
}

/** Share of rays that it stops, sent level from behind it at a share of its height. */
function stopped(alpha: number, top: number, bottom: number): (share: number) => number {
  const { proxy, camera } = proxyOf(alpha, top, bottom);
  return (share) => {
    let count = 0;
    for (let i = 0; i < 400; i++) {
      const hit = new Hit();
      hit.t = 1e9;
      const dx = ((i % 20) - 9.5) * 0.002;
      const dy = (Math.floor(i / 20) - 9.5) * 0.002;
      const oy = proxy.elevation + share * proxy.height;
      if (proxy.intersect({ ox: proxy.centreX, oy, oz: camera.distance + 3, dx, dy, dz: -1 }, hit)) count++;
    }
    return count / 400;
  };
}

describe("the subject's solid", () => {
  it("stops all light when it is opaque and a share of it when it is glass", () => {
    expect(stopped(255, 30, 80)(0.5)).toBe(1);
    const glass = stopped(90, 30, 80)(0.5);
    expect(glass).toBeGreaterThan(0.2);
    expect(glass).toBeLessThan(0.5);
  });

  it("darkens the ground that it stands on, as glass only a little", () => {
    const under = (alpha: number) => {
      const { proxy } = proxyOf(alpha, 30, 80);
      return proxy.contact(proxy.centreX, proxy.centreZ);
    };
    expect(under(255)).toBeLessThan(0.2);
    expect(under(90)).toBeGreaterThan(0.5);
  });

  it("lets light pass under it when it floats", () => {
    expect(stopped(255, 10, 40)(0.5)).toBe(1);
    expect(stopped(255, 10, 40)(-0.5)).toBe(0);
  });
});
