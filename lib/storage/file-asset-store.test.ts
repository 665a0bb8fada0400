import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BacklotError } from "#lib/base/errors.ts";
import { assetIdOf, createFileAssetStore } from "./file-asset-store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-storage-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode("a picture, as far as the store can tell");

test("reads back exactly what was put, under the hash of it", async () => {
  const store = createFileAssetStore(folder);
  const id = await store.put(bytes);
  expect(id).toBe(assetIdOf(bytes));
  expect(new Uint8Array(await store.read(id))).toEqual(bytes);
});

test("keeps one file for the same bytes, also when put at the same moment, and leaves no temporary file", async () => {
  const store = createFileAssetStore(folder);
  await Promise.all([store.put(bytes), store.put(bytes), store.put(bytes)]);
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.map((file) => file.name)).toEqual([assetIdOf(bytes).slice("asset_".length)]);
});

test("an asset that is not there is an error that says so", async () => {
  const missing = createFileAssetStore(folder).read(assetIdOf(bytes));
  await expect(missing).rejects.toSatisfy((error) => BacklotError.is(error) && error.code === "asset/not-found");
});
