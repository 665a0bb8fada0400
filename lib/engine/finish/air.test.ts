import { describe, expect, it } from "vitest";
import { assertFinite, floatImage } from "../math/float-image.ts";
import { addAir } from "./air.ts";
import { addLightShafts } from "./light-shafts.ts";

/** Dark, with a bright window in the upper left corner. */
const room = () => {
  const image = floatImage(64, 48, 3);
  for (let y = 0; y < 48; y++)
    for (let x = 0; x < 64; x++) image.data.fill(x < 14 && y < 12 ? 6 : 0.2, (y * 64 + x) * 3, (y * 64 + x + 1) * 3);
  return image;
};
const sum = (data: Float32Array) => data.reduce((a, b) => a + b, 0);

describe("what v3 adds to the air", () => {
  it.each(["motes", "snowfall", "sparks"] as const)(
    "%s add light, never take it, and depend on the seed alone",
    (air) => {
      const image = room();
      addAir(image, air, 1, 5);
      assertFinite(image, air);
      const before = room().data;
      expect(image.data.every((value, i) => value >= (before[i] ?? 0))).toBe(true);
      expect(sum(image.data)).toBeGreaterThan(sum(before));
      const again = room();
      addAir(again, air, 1, 5);
      expect(again.data).toEqual(image.data);
    },
  );

  it("lets light stream away from its source and leaves an evenly lit picture alone", () => {
    const image = room();
    addLightShafts(image, { x: 0, y: 0, strength: 0.5 }, 1);
    assertFinite(image, "shafts");
    const at = (x: number, y: number) => image.data[(y * 64 + x) * 3] ?? 0;
    expect(at(22, 18)).toBeGreaterThan(0.25);
    expect(at(22, 18)).toBeGreaterThan(at(4, 44));
    const even = floatImage(32, 32, 3);
    even.data.fill(0.5);
    addLightShafts(even, { x: 0.5, y: 0, strength: 1 }, 1);
    expect(Math.max(...even.data)).toBe(0.5);
  });

  it("lets beams fall from above, bright and dark side by side, that fade towards the ground", () => {
    const even = floatImage(96, 96, 3);
    even.data.fill(0.5);
    addLightShafts(even, { x: 0.5, y: -0.2, strength: 0, beams: 2 }, 1);
    assertFinite(even, "beams");
    const row = (y: number) => Array.from({ length: 96 }, (_, x) => (even.data[(y * 96 + x) * 3] ?? 0) - 0.5);
    const spread = (levels: number[]) => Math.max(...levels) - Math.min(...levels);
    expect(spread(row(16))).toBeGreaterThan(0.1);
    expect(spread(row(92))).toBeLessThan(0.4 * spread(row(16)));
  });

  it("holds beams back before the ground, however near their light is", () => {
    const even = floatImage(96, 96, 3);
    even.data.fill(0.5);
    addLightShafts(even, { x: 0.5, y: 0.95, strength: 0, beams: 2 }, 1);
    const brightest = (y: number) =>
      Math.max(...Array.from({ length: 96 }, (_, x) => (even.data[(y * 96 + x) * 3] ?? 0) - 0.5));
    expect(brightest(12)).toBeGreaterThan(0.1);
    expect(brightest(92)).toBeLessThan(0.4 * brightest(12));
  });
});
