import { describe, expect, test } from "vitest";
import type { Matrix } from "./matrix.ts";
import { createPixelBuffer } from "./pixel-buffer.ts";
import { placeExactly } from "./place-exactly.ts";

/** Pixels "ab" over "cd"; the letter is the red channel, the rest is different too. */
const picture = createPixelBuffer(
  2,
  2,
  new Uint8Array([..."abcd"].flatMap((letter) => [letter.charCodeAt(0), 1, 2, 3])),
);

function letters(matrix: Matrix, width: number, height: number): string {
  const placed = placeExactly(picture, matrix, { width, height });
  if (!placed) throw new Error("not placed");
  const reds = [...placed.data].filter((_, index) => index % 4 === 0);
  const text = reds.map((red) => (red === 0 ? "." : String.fromCharCode(red))).join("");
  return (text.match(new RegExp(`.{${width}}`, "g")) ?? []).join(" ");
}

describe("placeExactly", () => {
  test.each<[string, Matrix, string]>([
    ["as it is", [1, 0, 0, 1, 0, 0], "ab. cd. ..."],
    ["shifted", [1, 0, 0, 1, 1, 1], "... .ab .cd"],
    ["cut off by the border", [1, 0, 0, 1, -1, 2], "... ... b.."],
    ["mirrored", [-1, 0, 0, 1, 2, 0], "ba. dc. ..."],
    ["turned by a quarter", [0, 1, -1, 0, 2, 0], "ca. db. ..."],
    ["turned by a half", [-1, 0, 0, -1, 3, 2], ".dc .ba ..."],
    ["turned by three quarters", [0, -1, 1, 0, 0, 2], "bd. ac. ..."],
  ])("copies a picture %s", (_name, matrix, expected) => {
    expect(letters(matrix, 3, 3)).toBe(expected);
  });

  test("copies all four channels, also from bytes that do not start on a word", () => {
    const shifted = new Uint8Array(17);
    shifted.set(picture.data, 1);
    const odd = createPixelBuffer(2, 2, shifted.subarray(1));
    expect(placeExactly(odd, [1, 0, 0, 1, 0, 0], { width: 2, height: 2 })).toEqual(picture);
  });

  test.each<[string, Matrix]>([
    ["half pixels", [1, 0, 0, 1, 0.5, 0]],
    ["scales", [2, 0, 0, 1, 0, 0]],
    ["slanted turns", [0.6, 0.8, -0.8, 0.6, 0, 0]],
    ["shears", [1, 0, 1, 1, 0, 0]],
    ["nothing left", [0, 0, 0, 0, 0, 0]],
  ])("leaves %s to those who can sample", (_name, matrix) => {
    expect(placeExactly(picture, matrix, { width: 3, height: 3 })).toBeUndefined();
  });
});
