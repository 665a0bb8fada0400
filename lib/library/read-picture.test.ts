import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { loadDocument } from "#lib/composition/load-document.ts";
import { assetReference, type Recipe } from "#lib/composition/recipe.ts";
import { readyDocument } from "#lib/composition/test-documents.ts";
import { openStudioDatabase, type StudioDatabase } from "#lib/db/studio-database.ts";
import { decodeImage, encodePng } from "#lib/imaging/codec.ts";
import { embedData } from "#lib/imaging/embedded-data.ts";
import type { AssetStore } from "#lib/storage/asset-store.ts";
import { assetIdOf, createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import { edgePng, jpegPhoto, opaqueRgbaPng, productPng } from "#tests/fixtures/images.ts";
import { type EmbeddedRecipe, packRecipe } from "./embedded-recipe.ts";
import { readPicture } from "./read-picture.ts";

const SIZE = { width: 96, height: 80 };

let folder: string;
let db: StudioDatabase;
let store: AssetStore;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-read-"));
  db = await openStudioDatabase(path.join(folder, "studio.sqlite"));
  store = createFileAssetStore(path.join(folder, "assets"));
});
afterEach(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

const read = (file: Uint8Array) => readPicture({ db, store, clock: systemClock }, file);
const fileWith = async (embedded: EmbeddedRecipe) =>
  embedData(await opaqueRgbaPng(SIZE), { data: packRecipe(embedded), xmp: new Uint8Array() });
const assetIds = async () => (await db.selectFrom("assets").select("id").execute()).map(({ id }) => id);

/** A subject, one element and a guide image, by default whole pictures such as the studio makes them; without a document. */
async function embeddedRecipe(
  changes: { guide?: Uint8Array; input?: Partial<Recipe["input"]> } = {},
): Promise<EmbeddedRecipe> {
  const subject = await encodePng(await decodeImage(await productPng(SIZE)));
  const edge = await encodePng(await decodeImage(await edgePng(SIZE)));
  const guide = changes.guide ?? (await jpegPhoto());
  const recipe: Recipe = {
    model: MODEL_NAME,
    input: {
      base_image_url: assetReference(assetIdOf(subject)),
      ref_image_url: assetReference(assetIdOf(guide)),
      reference_edge: { foreground_edge: [assetReference(assetIdOf(edge))], foreground_edge_prompt: ["leaves"] },
      ...changes.input,
    },
    parameters: { n: 1, model_version: "v2" },
  };
  const pictures = new Map([subject, edge, guide].map((bytes) => [assetIdOf(bytes) as string, bytes]));
  return { createdAt: 0, recipe, document: null, pictures };
}

test("pictures of pixels alone are kept word for word, so that they are the same assets as where they come from", async () => {
  const embedded = await embeddedRecipe();
  const reading = await read(await fileWith(embedded));
  expect(reading).toMatchObject({ form: "flattened", document: { artboard: SIZE }, missing: [] });
  expect((await assetIds()).sort()).toEqual([...embedded.pictures.keys()].sort());
  for (const [id, bytes] of embedded.pictures)
    expect(new Uint8Array(await store.read(id as `asset_${string}`))).toEqual(new Uint8Array(bytes));
});

test("a picture with more than pixels in it is kept without the rest", async () => {
  const photo = await sharp(await jpegPhoto())
    .withMetadata({ orientation: 3 })
    .jpeg()
    .toBuffer();
  const guide = new Uint8Array(Buffer.concat([photo, Buffer.from("<script>alert(1)</script>")]));
  const reading = await read(await fileWith(await embeddedRecipe({ guide })));
  const kept = await store.read(loadDocument(reading.document).guide.image?.assetId ?? "asset_");
  expect(Buffer.from(kept).includes("script")).toBe(false);
  expect((await sharp(kept).metadata()).exif).toBeUndefined();
});

test("bytes of the right hash that are no picture are refused as an upload of them is", async () => {
  const file = await fileWith(await embeddedRecipe({ guide: new TextEncoder().encode("not a picture") }));
  await expect(read(file)).rejects.toMatchObject({ code: "upload/not-an-image" });
});

test.each<[string, Partial<Recipe["input"]>]>([
  ["a picture that is neither here nor in the file", { ref_image_url: `backlot-asset:asset_${"7".repeat(64)}` }],
  ["a layer where only pictures can be restored", { base_image_url: "backlot-layer:subject" }],
  ["a text that no document may have", { ref_prompt: "x".repeat(100_000) }],
])("a recipe with %s restores nothing", async (_what, input) => {
  expect(await read(await fileWith(await embeddedRecipe({ input })))).toEqual({
    form: "none",
    document: null,
    missing: [],
  });
});

test("nothing is kept of a file that cannot be restored", async () => {
  const embedded = await embeddedRecipe();
  const [subject, ...rest] = [...embedded.pictures];
  expect(subject).toBeDefined();
  expect(await read(await fileWith({ ...embedded, pictures: new Map(rest) }))).toMatchObject({ form: "none" });
  expect(await assetIds()).toEqual([]);
});

test("a document whose pictures are not here comes as its flattened layers, with the names they had, and says which are missing", async () => {
  const document = readyDocument();
  const foreground = document.foreground.slice(0, 1).map((element) => ({ ...element, name: "" }));
  const [unnamed] = foreground;
  const reading = await read(await fileWith({ ...(await embeddedRecipe()), document: { ...document, foreground } }));
  expect(reading).toMatchObject({
    form: "flattened",
    document: { subject: { name: "picture 1" }, foreground: [{ name: "", prompt: "leaves" }] },
    missing: ["picture 1", unnamed?.assetId, "picture 99"],
  });
});

test("a file of any other kind is ordinary", async () => {
  for (const file of [await productPng(), await jpegPhoto(), new TextEncoder().encode("GIF89a"), new Uint8Array()]) {
    expect(await read(file)).toEqual({ form: "none", document: null, missing: [] });
  }
});
