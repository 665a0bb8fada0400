import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { elementKind } from "#lib/composition/element-kind.ts";
import { openStudioDatabase } from "#lib/db/studio-database.ts";
import { decodeImage, encodePng } from "#lib/imaging/codec.ts";
import { invertColours } from "#lib/pixels/invert-colours.ts";
import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { cutOutPng, edgePng, productPng, rgbPng } from "#tests/fixtures/images.ts";
import { createAssetLibrary } from "./asset-library.ts";

const size = { width: 240, height: 240 };
const folder = await mkdtemp(path.join(tmpdir(), "backlot-library-"));
const db = await openStudioDatabase(path.join(folder, "studio.sqlite"));
const store = createFileAssetStore(path.join(folder, "assets"));
const library = createAssetLibrary({
  db,
  store,
  clock: systemClock,
  fetchPicture: () => Promise.reject(new Error("no network")),
});
const bytesOf = async (pixels: PixelBuffer | Promise<PixelBuffer>) => encodePng(await pixels);

/** As it was cut from a photo before white, and its soft border left as it was. */
async function spoilt(png: Uint8Array): Promise<PixelBuffer> {
  const pixels = await decodeImage(png);
  for (let index = 0; index < pixels.data.length; index += 1) {
    const alpha = (pixels.data[index | 3] ?? 0) / 255;
    if (index % 4 < 3) pixels.data[index] = Math.round(alpha * (pixels.data[index] ?? 0) + 255 * (1 - alpha));
  }
  return pixels;
}

let clean: Uint8Array;
beforeAll(async () => {
  clean = await cutOutPng("dog", size);
});
afterAll(async () => {
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

test("measures at upload what pre-flight asks, and keeps it", async () => {
  const asset = await library.upload(await productPng(size), "image/png", "subject");
  expect(asset.facts).toMatchObject({ mode: "rgba", haloShare: 0, edgeLikeness: 0, invertedEdgeLikeness: 0 });
  expect(asset.facts.transparentShare).toBeGreaterThan(0.5);
  expect(await library.get(asset.id)).toEqual(asset);
});

test("cleans the outline of a cut-out into a new asset, which has no halo any more", async () => {
  const before = await library.upload(await bytesOf(spoilt(clean)), "image/png", "subject");
  expect(before.facts.haloShare).toBeGreaterThan(0.8);
  const after = await library.repair(before.id, "clean-halo");
  expect(after.facts).toEqual({ ...before.facts, haloShare: 0 });
  expect(after.id).not.toBe(before.id);
  expect((await library.get(before.id)).facts).toEqual(before.facts);
});

test("turns dark lines on white into an edge element", async () => {
  const edge = await edgePng(size);
  const dark = await library.upload(await bytesOf(invertColours(await decodeImage(edge))), "image/png", "element");
  expect(elementKind(dark.facts)).toBe("inverted");
  const bright = await library.repair(dark.id, "invert");
  expect(elementKind(bright.facts)).toBe("edge");
  expect((await decodeImage(await store.read(bright.id as AssetId))).data).toEqual((await decodeImage(edge)).data);
});

test("takes an edge map without transparency, and frees the object in it of its black ground", async () => {
  const { data, ...edge } = await decodeImage(await edgePng(size));
  const opaque = { ...edge, data: data.map((value, index) => (index % 4 === 3 ? 255 : value)) };
  const map = await library.upload(await encodePng(opaque), "image/png", "element");
  expect(map.facts.opaqueShare).toBe(1);
  const cut = await library.repair(map.id, "clear-ground");
  expect(elementKind(cut.facts)).toBe("edge");
  // The disc of the fixture is 76 of 100 wide up to the middle of its outermost line.
  expect(cut.facts.transparentShare).toBeGreaterThan(0.4);
  expect(cut.facts.opaqueShare).toBeGreaterThan(0.4);
});

test("refuses a photo without transparency as an element", async () => {
  await expect(library.upload(await rgbPng(), "image/png", "element")).rejects.toThrow("upload/no-alpha");
});

test("knows the edge it made of a cut-out for an edge", async () => {
  const { id, facts } = await library.upload(clean, "image/png", "element");
  expect(elementKind(facts)).toBe("picture");
  expect(elementKind((await library.makeEdge(id, 0.5)).facts)).toBe("edge");
});

test("mends nothing that is not there", async () => {
  await expect(library.repair(`asset_${"0".repeat(64)}`, "invert")).rejects.toThrow("asset/not-found");
});
