import fc from "fast-check";
import { expect, test } from "vitest";
import { measureAlpha } from "./measure-alpha.ts";
import { createPixelBuffer } from "./pixel-buffer.ts";

/** One digit per pixel: 0 transparent, 1 translucent, 2 opaque. */
function pixelsOf(rows: string[]) {
  const pixels = createPixelBuffer(rows[0]?.length ?? 0, rows.length);
  for (const [index, digit] of [...rows.join("")].entries())
    pixels.data[index * 4 + 3] = [0, 100, 255][Number(digit)] ?? 0;
  return pixels;
}

test("measures shares of all pixels and the tightest box around what is visible", () => {
  expect(measureAlpha(pixelsOf(["0000", "0210", "0020", "0000"]))).toEqual({
    transparentShare: 13 / 16,
    translucentShare: 1 / 16,
    opaqueShare: 2 / 16,
    bounds: { x: 1, y: 1, width: 2, height: 2 },
  });
});

test("finds no box where nothing is visible, and the whole picture where all is", () => {
  expect(measureAlpha(pixelsOf(["000", "000"]))).toMatchObject({ transparentShare: 1, bounds: null });
  expect(measureAlpha(pixelsOf(["222", "222"]))).toEqual({
    transparentShare: 0,
    translucentShare: 0,
    opaqueShare: 1,
    bounds: { x: 0, y: 0, width: 3, height: 2 },
  });
});

test("counts every pixel once", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("0", "1", "2"), { minLength: 12, maxLength: 12 }), (digits) => {
      const facts = measureAlpha(pixelsOf([digits.slice(0, 6).join(""), digits.slice(6).join("")]));
      expect(facts.transparentShare * 12).toBeCloseTo(digits.filter((digit) => digit === "0").length);
      expect(facts.translucentShare * 12).toBeCloseTo(digits.filter((digit) => digit === "1").length);
      expect(facts.opaqueShare * 12).toBeCloseTo(digits.filter((digit) => digit === "2").length);
    }),
  );
});
