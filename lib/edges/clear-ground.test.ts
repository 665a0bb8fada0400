import { expect, test } from "vitest";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { clearGround } from "./clear-ground.ts";

/** `#` a white line, `+` its soft shoulder, `.` black; all opaque. */
function mapOf(rows: string[]): PixelBuffer {
  const pixels = createPixelBuffer(rows[0]?.length ?? 0, rows.length);
  for (const [index, mark] of [...rows.join("")].entries()) {
    const level = { "#": 255, "+": 60 }[mark] ?? 4;
    pixels.data.set([level, level, level, 255], 4 * index);
  }
  return pixels;
}

/** ` ` where nothing is left. */
function drawn({ width, data }: PixelBuffer): string[] {
  const marks = Array.from({ length: data.length / 4 }, (_, pixel) => {
    if (data[4 * pixel + 3] === 0) return " ";
    const level = data[4 * pixel] ?? 0;
    return level > 200 ? "#" : level > 24 ? "+" : ".";
  });
  return Array.from({ length: marks.length / width }, (_, row) => marks.slice(row * width, (row + 1) * width).join(""));
}

test("clears what is black outside of the lines, but for a rim, and keeps what they enclose", () => {
  const map = mapOf([
    "..........",
    "..........",
    "..+####+..",
    "..#....#..",
    "..#.##.#..",
    "..+####+..",
    "..........",
    "..........",
  ]);
  expect(drawn(clearGround(map))).toEqual([
    "          ",
    " ........ ",
    " .+####+. ",
    " .#....#. ",
    " .#.##.#. ",
    " .+####+. ",
    " ........ ",
    "          ",
  ]);
});

test("leaves an object open where its outline is, on whichever side", () => {
  const arch = [".........", ".#######.", ".#######.", ".##...##.", ".##...##.", ".##...##.", ".........", "........."];
  const turned = (rows: string[]) =>
    [...(rows[0] ?? "")].map((_, x) =>
      rows
        .map((row) => row[x])
        .reverse()
        .join(""),
    );
  const cleared = (rows: string[]) => drawn(clearGround(mapOf(rows)));
  expect(cleared(arch).slice(3, 6)).toEqual([".##...##.", ".##. .##.", ".##. .##."]);
  expect(cleared(turned(arch))).toEqual(turned(cleared(arch)));
  expect(cleared(turned(turned(arch)))).toEqual(turned(turned(cleared(arch))));
  expect(cleared(turned(turned(turned(arch))))).toEqual(turned(turned(turned(cleared(arch)))));
});

test("changes nothing where no black touches the border, nor the picture it was given", () => {
  const framed = mapOf(["###", "#.#", "###"]);
  expect(clearGround(framed)).toEqual(framed);
  const map = mapOf(["..", ".."]);
  clearGround(map);
  expect(drawn(map)).toEqual(["..", ".."]);
});
