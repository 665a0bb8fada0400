import sharp from "sharp";
import { expect, test } from "vitest";
import { bombPng, jpegPhoto, palettePng, productPng, rgbPng } from "#tests/fixtures/images.ts";
import { checkBase, checkEdge, checkGuide } from "./check-input.ts";

const size = { width: 16, height: 12 };
const modes = "modes concept see https://pillow.readthedocs.io/en/stable/handbook/concepts.html#concept-modes";

/** A PNG of plain pixels with this many channels and bits. */
function png(channels: 1 | 2 | 3 | 4, bits: 8 | 16): Promise<Uint8Array> {
  const samples = size.width * size.height * channels;
  const pixels = bits === 8 ? new Uint8Array(samples).fill(90) : new Uint16Array(samples).fill(23_000);
  const space = { 8: { gray: "b-w", colour: "srgb" }, 16: { gray: "grey16", colour: "rgb16" } }[bits];
  return sharp(pixels, { raw: { ...size, channels } })
    .toColourspace(channels < 3 ? space.gray : space.colour)
    .png()
    .toBuffer();
}

const messageOf = (check: Promise<unknown>) =>
  check.then(
    () => "taken",
    (error: Error) => error.message,
  );

test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
  ["RGB", () => rgbPng(size)],
  ["RGB", () => png(3, 16)],
  ["RGB", () => jpegPhoto(size)],
  ["P", () => palettePng(size)],
  ["L", () => png(1, 8)],
  ["LA", () => png(2, 8)],
  ["I;16", () => png(1, 16)],
  ["1", () => bombPng(16)],
])("%s is refused by Pillow's letters, as a base and as an edge", async (letters, draw) => {
  const bytes = await draw();
  expect(await messageOf(checkBase(bytes))).toBe(`Base image require RGBA format, but is ${letters}, ${modes}`);
  const edge = messageOf(checkEdge("Foreground edge image", "foreground_edge", bytes));
  expect(await edge).toBe(`Foreground edge image require RGBA format, but is ${letters}, ${modes}`);
  expect(await messageOf(checkGuide(bytes))).toBe("taken");
});

test("RGBA of 8 and 16 bits is taken, and 16-bit gray with alpha, which Pillow opens as RGBA", async () => {
  for (const bytes of [await productPng(size), await png(4, 16), await png(2, 16)]) {
    expect(await messageOf(checkBase(bytes))).toBe("taken");
  }
});

test("a base is a PNG", async () => {
  const webp = await sharp(await productPng(size))
    .webp()
    .toBuffer();
  expect(await messageOf(checkBase(webp))).toBe("Base image require PNG format, but is WEBP");
});
