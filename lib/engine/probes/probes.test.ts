import { describe, expect, it } from "vitest";
import { assertFinite } from "../math/float-image.ts";
import type { ProbeName } from "../scene-spec.ts";
import { lightProbe } from "./light-probe.ts";
import { decodeRgbe, encodeRgbe } from "./rgbe.ts";

const PROBES: ProbeName[] = ["forest", "apartment", "sunrise", "park", "city", "sunset"];

describe("RGBE", () => {
  it("keeps colours over twelve orders of magnitude to about one percent of their largest channel", () => {
    const bytes = new Uint8Array(4);
    for (const [r, g, b] of [
      [1, 1, 1],
      [0.001, 0.0005, 0.00001],
      [40_000, 3, 500],
      [0.999, 0.5, 0],
    ] as const) {
      encodeRgbe(r, g, b, bytes, 0);
      const decoded = decodeRgbe(bytes);
      [r, g, b].forEach((value, c) => {
        expect(Math.abs((decoded[c] ?? 0) - value)).toBeLessThan(Math.max(r, g, b) * 0.008);
      });
    }
  });
});

describe.each(PROBES)("the probe %s", (name) => {
  it("gives a finite plate and light from every direction", () => {
    const probe = lightProbe(name);
    const plate = probe.plate({
      yaw: 170,
      fieldOfView: 70,
      horizon: 0.4,
      aspect: 1.5,
      width: 48,
      blurPx: 2,
      sparkle: 3,
    });
    expect([plate.width, plate.height]).toEqual([48, 32]);
    assertFinite(plate, name);
    expect(Math.min(...plate.data)).toBeGreaterThanOrEqual(0);
    const out = new Float64Array(3);
    for (const [x, y, z] of [
      [0, 1, 0],
      [0, -1, 0],
      [1, 0, 0],
      [0, 0, -1],
    ] as const) {
      probe.light(x, y, z, 30, out);
      expect(out.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    }
  });
});
