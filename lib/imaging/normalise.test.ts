import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { jpegPhoto, palettePng, productPng, rgbPng } from "#tests/fixtures/images.ts";
import { normaliseUpload } from "./normalise.ts";

const contains = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);

describe("normaliseUpload", () => {
  test("keeps transparency as RGBA PNG whatever the file was, and remembers what it was", async () => {
    const webp = await sharp(await productPng())
      .webp()
      .toBuffer();
    for (const [file, mode] of [
      [await productPng(), "rgba"],
      [await palettePng(), "palette"],
      [webp, "rgba"],
    ] as const) {
      const kept = await normaliseUpload(file);
      expect(kept).toMatchObject({ mediaType: "image/png", mode });
      expect((await sharp(kept.bytes).metadata()).channels).toBe(4);
    }
  });

  test("leaves a photo a JPEG of the same size and drops where it was taken", async () => {
    const tagged = await sharp(await jpegPhoto())
      .withExif({ IFD0: { Copyright: "EXIF-CANARY" } })
      .toBuffer();
    expect(contains(tagged, "EXIF-CANARY")).toBe(true);
    const kept = await normaliseUpload(tagged, "image/jpeg");
    expect(kept).toMatchObject({ mediaType: "image/jpeg", mode: "rgb", width: 120, height: 80 });
    expect(contains(kept.bytes, "EXIF-CANARY")).toBe(false);
  });

  test("drops what is hidden behind the end of the picture", async () => {
    const polyglot = Buffer.concat([await productPng(), Buffer.from("<script>TAIL-CANARY</script>")]);
    expect(contains((await normaliseUpload(polyglot)).bytes, "TAIL-CANARY")).toBe(false);
  });

  test("takes a PNG under a wrong image type or none as what it is", async () => {
    for (const declared of ["image/jpeg", "image/svg+xml", "", "application/octet-stream", undefined]) {
      expect((await normaliseUpload(await rgbPng(), declared)).mediaType).toBe("image/png");
    }
  });

  test("refuses a picture that was declared to be something else entirely", async () => {
    await expect(normaliseUpload(await rgbPng(), "text/html; charset=utf-8")).rejects.toMatchObject({
      code: "upload/type-mismatch",
      values: { declared: "text/html; charset=utf-8", actual: "image/png" },
    });
  });

  test("shrinks what is far larger than any artboard", async () => {
    const kept = await normaliseUpload(await jpegPhoto({ width: 5000, height: 1000 }));
    expect([kept.width, kept.height]).toEqual([4096, 819]);
    expect(kept.pixels.data.length).toBe(4096 * 819 * 4);
  });
});
