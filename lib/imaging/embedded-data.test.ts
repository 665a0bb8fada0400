import { loadImage } from "@napi-rs/canvas";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { productPng, rgbPng } from "#tests/fixtures/images.ts";
import { isBarePicture } from "./bare-picture.ts";
import { decodeImage, encodeJpeg, encodePng, encodeWebp } from "./codec.ts";
import { joinPieces, splitIntoPieces } from "./containers/pieces.ts";
import { embedData, embeddedData } from "./embedded-data.ts";
import { xmpPacket } from "./xmp-packet.ts";

const KINDS = ["png", "webp", "webp without alpha", "lossless webp", "jpeg", "progressive jpeg"] as const;
const files = {} as Record<(typeof KINDS)[number], Uint8Array>;
beforeAll(async () => {
  const cutOut = await decodeImage(await productPng({ width: 61, height: 47 }));
  const opaque = await rgbPng({ width: 61, height: 47 });
  files.png = await encodePng(cutOut);
  files.webp = await encodeWebp(cutOut, 95);
  files["webp without alpha"] = await sharp(opaque).webp().toBuffer();
  files["lossless webp"] = await sharp(await productPng({ width: 61, height: 47 }))
    .webp({ lossless: true })
    .toBuffer();
  files.jpeg = await encodeJpeg(cutOut, 95);
  files["progressive jpeg"] = await sharp(opaque).jpeg({ progressive: true }).toBuffer();
});

const text = (words: string) => new TextEncoder().encode(words);
const xmp = xmpPacket({ "xmp:CreatorTool": "Backlot", "backlot:recipe": '{"prompt":"<山> & \u0000"}' });
/** Above 64 KB, so that it is in several segments, and with every byte. */
const longData = Uint8Array.from({ length: 150_001 }, (_, index) => (index * 31) >> 3);

describe.each(KINDS)("%s", (kind) => {
  test("gives back any data, and every pixel as before, to both decoders", async () => {
    const file = files[kind];
    for (const data of [longData, text("{}"), new Uint8Array()]) {
      const whole = embedData(file, { data, xmp });
      expect(embeddedData(whole)).toEqual(data);
      expect(await decodeImage(whole)).toEqual(await decodeImage(file));
      expect(await loadImage(Buffer.from(whole))).toMatchObject({ width: 61, height: 47 });
    }
  });

  test("data put into a file that has some takes its place", () => {
    const twice = embedData(embedData(files[kind], { data: longData, xmp }), { data: text("second"), xmp });
    expect(embeddedData(twice)).toEqual(text("second"));
    expect(twice).toEqual(embedData(files[kind], { data: text("second"), xmp }));
  });

  test("ordinary tools find the packet, once, and a file that has one keeps its own", async () => {
    const whole = embedData(files[kind], { data: longData, xmp });
    expect((await sharp(whole).metadata()).xmpAsString).toContain('{"prompt":"&lt;山&gt; &amp; \ufffd"}');
    const other = embedData(whole, { data: longData, xmp: xmpPacket({ "xmp:CreatorTool": "other" }) });
    expect(Buffer.from(other).toString("latin1").split("<x:xmpmeta").length).toBe(2);
    expect((await sharp(other).metadata()).xmpAsString).toContain("Backlot");
  });

  test("cut anywhere, it gives the data whole or not at all", () => {
    const whole = embedData(files[kind], { data: longData, xmp });
    for (let length = 0; length < whole.length; length += length < 400 ? 1 : 997) {
      const found = embeddedData(whole.subarray(0, length));
      if (found !== undefined) expect(found).toEqual(longData);
    }
  });

  test("whatever bytes are changed, it never throws", () => {
    const whole = embedData(files[kind], { data: text("short"), xmp });
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe, 0xff) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const broken = Uint8Array.from(whole);
        for (const { at, byte } of changes) broken[at] = byte;
        embeddedData(broken);
        isBarePicture(broken);
      }),
      { numRuns: 500 },
    );
  });
});

test("any bytes behind the magic of a picture are read to an end", () => {
  const magics = ["\x89PNG\r\n\x1a\n", "RIFF\0\0\0\0WEBP", "\xff\xd8\xff"].map((magic) => Buffer.from(magic, "latin1"));
  fc.assert(
    fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 300 }), (magic, rest) => {
      const file = new Uint8Array(Buffer.concat([magic, rest]));
      expect(embeddedData(file)).toBeUndefined();
      isBarePicture(file);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["chunks without content", "\x89PNG\r\n\x1a\n", "\0\0\0\0bkLt\0\0\0\0"],
  ["chunks without content", "RIFF\0\0\0\0WEBP", "ABCD\0\0\0\0"],
  ["segments without content", "\xff\xd8", "\xff\xe9\0\x02"],
  ["fill bytes", "\xff\xd8", "\xff\xff\xff\xff"],
])("40 MB of %s behind %j are passed over in little time and memory", (_what, head, part) => {
  const file = new Uint8Array(Buffer.alloc(40 * 2 ** 20, part, "latin1"));
  file.set(Buffer.from(head, "latin1"));
  const before = performance.now();
  expect(embeddedData(file)).toBeUndefined();
  isBarePicture(file);
  expect(performance.now() - before).toBeLessThan(5_000);
});

describe("in pieces,", () => {
  const [first, second, third] = splitIntoPieces(longData, 60_000) as [Uint8Array, Uint8Array, Uint8Array];

  test.each([
    ["none", []],
    ["one missing", [first, third]],
    ["the last missing", [first, second]],
    ["two in each other's place", [second, first, third]],
    ["one twice", [first, second, second, third]],
    ["one too many", [first, second, third, third]],
    ["one without a head", [first, second, third.subarray(0, 3)]],
  ])("%s is not the whole", (_what, pieces) => {
    expect(joinPieces(pieces)).toBeUndefined();
  });

  test("all in order are", () => {
    expect(joinPieces([first, second, third])).toEqual(longData);
  });
});

test("a PNG whose data was changed without its checksum gives none", () => {
  const whole = embedData(files.png, { data: text("the words"), xmp });
  const at = Buffer.from(whole).indexOf("the words");
  whole[at] = 0x54;
  expect(embeddedData(whole)).toBeUndefined();
});

test("a packet that no JPEG segment can hold is left out; the data is there all the same", async () => {
  const huge = xmpPacket({ "backlot:recipe": "x".repeat(70_000) });
  const whole = embedData(files.jpeg, { data: longData, xmp: huge });
  expect(embeddedData(whole)).toEqual(longData);
  expect((await sharp(whole).metadata()).xmp).toBeUndefined();
  expect((await sharp(embedData(files.png, { data: longData, xmp: huge })).metadata()).xmp).toBeDefined();
});

describe("isBarePicture", () => {
  test.each(KINDS)(
    "is true of a %s of pixels alone, and false with anything behind its end or among its parts",
    (kind) => {
      expect(isBarePicture(files[kind])).toBe(true);
      expect(isBarePicture(new Uint8Array(Buffer.concat([files[kind], Buffer.from("<script>")])))).toBe(false);
      expect(isBarePicture(embedData(files[kind], { data: text("x"), xmp }))).toBe(false);
      expect(isBarePicture(files[kind].subarray(0, -2))).toBe(false);
    },
  );

  test("is false of a photo with EXIF and of no picture", async () => {
    expect(isBarePicture(await sharp(files.jpeg).withMetadata({ orientation: 3 }).jpeg().toBuffer())).toBe(false);
    expect(isBarePicture(text("GIF89a"))).toBe(false);
  });
});
