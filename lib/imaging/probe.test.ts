import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { bombPng, jpegPhoto, opaqueRgbaPng, palettePng, productPng, rgbPng } from "#tests/fixtures/images.ts";
import { probeImage } from "./probe.ts";

const text = (value: string) => new TextEncoder().encode(value);

describe("probeImage", () => {
  test("names the pixel mode as the file states it, palettes included", async () => {
    const modes = await Promise.all(
      [productPng(), rgbPng(), palettePng(), opaqueRgbaPng(), jpegPhoto()].map(async (file) => probeImage(await file)),
    );
    expect(modes.map(({ format, mode }) => `${format} ${mode}`)).toEqual([
      "png rgba",
      "png rgb",
      "png palette",
      "png rgba",
      "jpeg rgb",
    ]);
  });

  test("tells gray and gray with alpha from colour", async () => {
    const gray = sharp(await rgbPng()).toColourspace("b-w");
    expect((await probeImage(await gray.clone().png().toBuffer())).mode).toBe("gray");
    expect((await probeImage(await gray.clone().jpeg().toBuffer())).mode).toBe("gray");
    expect((await probeImage(await gray.clone().ensureAlpha(0.5).png().toBuffer())).mode).toBe("gray-alpha");
  });

  test("reads WebP with and without alpha", async () => {
    const webp = async (png: Uint8Array) => probeImage(await sharp(png).webp().toBuffer());
    expect(await webp(await productPng())).toEqual({ format: "webp", mode: "rgba", width: 200, height: 260 });
    expect((await webp(await rgbPng())).mode).toBe("rgb");
  });

  test("gives the size as it is seen when the camera was turned", async () => {
    const turned = await sharp(await jpegPhoto({ width: 120, height: 80 }))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await probeImage(turned)).toMatchObject({ width: 80, height: 120 });
  });

  test.each([
    ["no bytes", new Uint8Array(0), { code: "upload/empty" }],
    ["text", text("hello"), { code: "upload/not-an-image" }],
    ["a PDF", text("%PDF-1.7\n%"), { code: "upload/not-an-image" }],
    ["a GIF", text("GIF89a\x01\x00\x01\x00"), { code: "upload/unsupported-type", values: { type: "image/gif" } }],
    [
      "an SVG",
      text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
      { code: "upload/unsupported-type", values: { type: "image/svg+xml" } },
    ],
    [
      "a PNG signature with rubbish behind it",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4]),
      { code: "upload/unreadable" },
    ],
  ])("refuses %s", async (_name, bytes, expected) => {
    await expect(probeImage(bytes)).rejects.toMatchObject(expected);
  });

  test("refuses a small file of 400 million pixels by its header, with both sizes in the error", async () => {
    const bomb = bombPng();
    expect(bomb.length).toBeLessThan(100_000);
    await expect(probeImage(bomb)).rejects.toMatchObject({
      code: "upload/too-many-pixels",
      values: { width: 20_000, height: 20_000, max: 2 ** 26 },
    });
  });
});
