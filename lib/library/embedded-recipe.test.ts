import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { ProjectDocument } from "#lib/composition/document.ts";
import type { Recipe } from "#lib/composition/recipe.ts";
import { recipeHash } from "#lib/composition/recipe-hash.ts";
import { anyDocument, readyDocument } from "#lib/composition/test-documents.ts";
import { anyRecipe } from "#lib/composition/test-recipes.ts";
import { decodeImage, encodeJpeg, encodePng, encodeWebp } from "#lib/imaging/codec.ts";
import { embedData, embeddedData } from "#lib/imaging/embedded-data.ts";
import { xmpPacket } from "#lib/imaging/xmp-packet.ts";
import { assetIdOf } from "#lib/storage/file-asset-store.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { type EmbeddedRecipe, packRecipe, unpackRecipe } from "./embedded-recipe.ts";

const [someRecipe] = fc.sample(anyRecipe, { numRuns: 1, seed: 1 });
const recipe = someRecipe?.recipe as Recipe;
const layer = new TextEncoder().encode("bytes of a layer");
const pictures = new Map([[assetIdOf(layer) as string, layer]]);
const whole: EmbeddedRecipe = { createdAt: 1_780_000_000_000, recipe, document: readyDocument(), pictures };

/** What a hostile sender would write: a head of any kind, in the right frame. */
function framed(head: unknown, ...blobs: Uint8Array[]): Uint8Array {
  const json = Buffer.from(typeof head === "string" ? head : JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return new Uint8Array(Buffer.concat([length, json, ...blobs]));
}
const goodHead = {
  app: "Backlot",
  format: 1,
  createdAt: "2026-11-22T10:00:00.000Z",
  recipe,
  recipeHash: recipeHash(recipe),
  document: null,
  pictures: [{ id: assetIdOf(layer), sizeBytes: layer.length }],
  picturesLeftOut: false,
};

describe("in every format, any document comes back as it was", () => {
  let files: Record<"png" | "webp" | "jpeg", Uint8Array>;
  beforeAll(async () => {
    const pixels = await decodeImage(await productPng({ width: 40, height: 40 }));
    files = {
      png: await encodePng(pixels),
      webp: await encodeWebp(pixels, 95),
      jpeg: await encodeJpeg(pixels, 95),
    };
  });

  test.each(["png", "webp", "jpeg"] as const)("%s", (format) => {
    const xmp = xmpPacket({ "xmp:CreatorTool": "Backlot" });
    const blobs = fc.uniqueArray(fc.uint8Array({ minLength: 1, maxLength: 500 }), { maxLength: 5, selector: String });
    fc.assert(
      fc.property(fc.option(anyDocument), anyRecipe, blobs, fc.nat(4e12), (document, { recipe }, parts, createdAt) => {
        const pictures = new Map(parts.map((bytes) => [assetIdOf(bytes) as string, bytes]));
        const packed = packRecipe({ createdAt, recipe, document, pictures });
        const found = embeddedData(embedData(files[format], { data: packed, xmp }));
        expect(unpackRecipe(found ?? new Uint8Array())).toEqual({ createdAt, recipe, document, pictures });
      }),
      { numRuns: 60 },
    );
  });
});

test("a changed byte anywhere gives nothing, or no more than was packed", () => {
  const packed = packRecipe(whole);
  for (let at = 0; at < packed.length; at += 1) {
    const broken = Uint8Array.from(packed);
    broken[at] = (broken[at] ?? 0) ^ 1;
    const found = unpackRecipe(broken);
    if (found) expect(found).toMatchObject({ recipe, pictures });
  }
});

test("cut or with something behind it, it gives nothing", () => {
  const packed = packRecipe(whole);
  for (let length = 0; length < packed.length; length += 1)
    expect(unpackRecipe(packed.subarray(0, length))).toBeUndefined();
  expect(unpackRecipe(new Uint8Array([...packed, 0]))).toBeUndefined();
});

test("the head that these tests start from is a good one", () => {
  expect(unpackRecipe(framed(goodHead, layer))).toMatchObject({ recipe, document: null, pictures });
});

test.each<[string, Uint8Array]>([
  ["no JSON", framed("{")],
  ["text that is not UTF-8", Uint8Array.of(0, 0, 0, 4, 0x22, 0xff, 0xfe, 0x22)],
  ["a head deeper than any stack", framed(`${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`)],
  ["a head of more than 2 MB", framed({ ...goodHead, pictures: [], more: "x".repeat(2 ** 21) })],
  ["a length far beyond the file", Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x7b, 0x7d)],
  ["another program's head", framed({ ...goodHead, app: "Other" }, layer)],
  ["a later form", framed({ ...goodHead, format: 2 }, layer)],
  ["a recipe of another hash", framed({ ...goodHead, recipeHash: "0".repeat(64) }, layer)],
  [
    "a recipe with a URL",
    framed({ ...goodHead, recipe: { ...recipe, input: { base_image_url: "http://127.0.0.1/" } } }, layer),
  ],
  [
    "a picture of another hash",
    framed({ ...goodHead, pictures: [{ id: `asset_${"0".repeat(64)}`, sizeBytes: 16 }] }, layer),
  ],
  [
    "a picture of a size below none",
    framed({ ...goodHead, pictures: [{ id: assetIdOf(layer), sizeBytes: -16 }] }, layer),
  ],
  ["more pictures than bytes", framed({ ...goodHead, pictures: Array(50).fill(goodHead.pictures[0]) }, layer)],
])("%s is as good as nothing", (_what, data) => {
  expect(unpackRecipe(data)).toBeUndefined();
});

test("keys that name an object's own machinery change nothing", () => {
  const head = JSON.stringify(goodHead).replace(
    /^\{/,
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
  );
  const found = unpackRecipe(framed(head, layer));
  expect(found).toMatchObject({ recipe, pictures });
  expect(Object.keys(found ?? {}).sort()).toEqual(["createdAt", "document", "pictures", "recipe"]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each<[string, unknown]>([
  ["of a later release", { ...readyDocument(), schema: 99 }],
  ["that is damaged", { ...readyDocument(), artboard: null } satisfies Partial<Record<keyof ProjectDocument, unknown>>],
  ["that is text", "document"],
])("a document %s counts as none; the recipe is there all the same", (_what, document) => {
  expect(unpackRecipe(framed({ ...goodHead, document }, layer))).toMatchObject({ document: null, recipe });
});
