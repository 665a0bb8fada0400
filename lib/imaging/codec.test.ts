import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { jpegPhoto, productPng, rgbPng } from "#tests/fixtures/images.ts";
import { decodeImage, encodePng, encodeWebp, thumbnail } from "./codec.ts";

describe("decodeImage", () => {
  test("gives back exactly what encodePng was given, colours under full transparency included", async () => {
    const pixels = createPixelBuffer(16, 16);
    for (let index = 0; index < pixels.data.length; index += 1) pixels.data[index] = (index * 37 + (index >> 5)) & 255;
    expect(await decodeImage(await encodePng(pixels))).toEqual(pixels);
  });

  test("gives an opaque picture full alpha", async () => {
    const { data } = await decodeImage(await rgbPng());
    expect(data.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  test("turns the picture the way the camera saw it", async () => {
    const upright = await decodeImage(await jpegPhoto({ width: 64, height: 32 }));
    const turned = await sharp(await jpegPhoto({ width: 64, height: 32 }))
      .withMetadata({ orientation: 3 })
      .toBuffer();
    const seen = await decodeImage(turned);
    const lastOfUpright = upright.data.slice(-4);
    const firstSeen = seen.data.slice(0, 4);
    for (const [channel, value] of firstSeen.entries()) {
      expect(Math.abs(value - (lastOfUpright[channel] ?? 0))).toBeLessThan(8);
    }
  });

  test("keeps the top eight of sixteen bits", async () => {
    const deep = await sharp(await rgbPng())
      .toColourspace("rgb16")
      .png()
      .toBuffer();
    const [shallow, kept] = [await decodeImage(await rgbPng()), await decodeImage(deep)];
    expect(kept.data).toEqual(shallow.data);
  });

  test("refuses a file that ends early, wherever it is cut", async () => {
    for (const file of [
      await productPng(),
      await jpegPhoto(),
      await sharp(await rgbPng())
        .webp()
        .toBuffer(),
    ]) {
      for (const share of [0.1, 0.5, 0.9]) {
        const cut = file.subarray(0, Math.floor(file.length * share));
        await expect(decodeImage(cut), `${share} of ${file.length} bytes`).rejects.toMatchObject({
          code: "upload/unreadable",
        });
      }
    }
  });

  test("refuses more pixels than it was allowed", async () => {
    await expect(decodeImage(await rgbPng({ width: 120, height: 80 }), { maxPixels: 9_599 })).rejects.toMatchObject({
      code: "upload/too-many-pixels",
      values: { width: 120, height: 80, max: 9_599 },
    });
  });
});

describe("thumbnail", () => {
  test("fits the long side, keeps transparency and never enlarges", async () => {
    const small = await decodeImage(await thumbnail(await productPng({ width: 200, height: 260 }), 65));
    expect([small.width, small.height]).toEqual([50, 65]);
    expect(small.data[3]).toBe(0);
    const same = await decodeImage(await thumbnail(await productPng({ width: 200, height: 260 }), 1000));
    expect([same.width, same.height]).toEqual([200, 260]);
  });
});

test("encodeWebp writes a WebP whose alpha is unchanged", async () => {
  const pixels = await decodeImage(await productPng());
  const webp = await encodeWebp(pixels, 80);
  expect(new TextDecoder().decode(webp.subarray(8, 12))).toBe("WEBP");
  const alpha = (data: Uint8Array) => data.filter((_, index) => index % 4 === 3);
  expect(alpha((await decodeImage(webp)).data)).toEqual(alpha(pixels.data));
});
