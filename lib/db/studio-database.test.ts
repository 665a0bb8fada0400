import { afterEach, beforeEach, expect, test } from "vitest";
import { findAsset, findAssets, insertAsset } from "./asset-repository.ts";
import { insertGeneration } from "./generation-repository.ts";
import { deleteIdempotencyKeysBefore, findIdempotencyKey, insertIdempotencyKey } from "./idempotency-repository.ts";
import { closeIntent, insertIntent, intentsOf, openIntents } from "./intent-repository.ts";
import { insertLedgerEntry, ledgerOf, ledgerTotals } from "./ledger-repository.ts";
import { findPicture, insertPicture, picturesOf } from "./picture-repository.ts";
import { insertRun } from "./run-repository.ts";
import type { StudioDatabase } from "./studio-database.ts";
import type { IntentRow } from "./studio-schema.ts";
import { generationRow, openTestDatabase } from "./test-database.ts";
import { deleteExpiredUploads, deleteUploads, findUpload, saveUpload } from "./upload-repository.ts";

let db: StudioDatabase;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await openTestDatabase());
  await insertRun(db, { id: "run_1", projectId: "project_1", revision: 1, createdAt: 1 }, { schema: 1 });
  await insertGeneration(db, generationRow());
  await insertGeneration(db, generationRow({ id: "generation_2", position: 1 }));
});
afterEach(() => close());

const asset = {
  id: "asset_1",
  mediaType: "image/png",
  width: 2,
  height: 3,
  sizeBytes: 4,
  facts: { mode: "rgb" },
  createdAt: 1,
};
const intent = (changes: Partial<IntentRow>): IntentRow => ({
  id: "intent_1",
  generationId: "generation_1",
  attempt: 1,
  payloadSha256: "00",
  sentAt: 1,
  deadlineMs: 20_000,
  state: "open",
  closedAt: null,
  ...changes,
});

test("the same asset kept twice is kept once, as it was first known", async () => {
  await insertAsset(db, asset);
  await insertAsset(db, { ...asset, facts: { mode: "other" }, createdAt: 2 });
  expect(await findAsset(db, "asset_1")).toEqual(asset);
  expect(await findAssets(db, ["asset_1", "asset_2"])).toEqual([asset]);
  expect(await findAssets(db, [])).toEqual([]);
});

test("one submission is open at a time, whoever asks; a closed one makes room", async () => {
  await insertIntent(db, intent({}));
  await expect(insertIntent(db, intent({ id: "intent_2", generationId: "generation_2" }))).rejects.toThrow("UNIQUE");
  expect((await openIntents(db)).map((row) => row.id)).toEqual(["intent_1"]);
  await closeIntent(db, "intent_1", { state: "not_sent", closedAt: 5 });
  await insertIntent(db, intent({ id: "intent_2", attempt: 2 }));
  expect((await intentsOf(db, "generation_1")).map(({ attempt, state }) => [attempt, state])).toEqual([
    [1, "not_sent"],
    [2, "open"],
  ]);
});

test("a picture's place is taken once, and its asset must be known", async () => {
  const picture = {
    id: "picture_1",
    generationId: "generation_1",
    idx: 0,
    assetId: "asset_1",
    width: 2,
    height: 3,
    createdAt: 1,
  };
  await expect(insertPicture(db, picture)).rejects.toThrow("FOREIGN KEY");
  await insertAsset(db, asset);
  expect(await insertPicture(db, picture)).toBe(true);
  expect(await insertPicture(db, { ...picture, id: "picture_2" })).toBe(false);
  expect(await picturesOf(db, ["generation_1", "generation_2"])).toEqual([picture]);
  expect(await findPicture(db, "picture_1")).toEqual(picture);
  expect(await findPicture(db, "picture_2")).toBeUndefined();
});

test("the same money is not moved twice, and the totals are what is left of it", async () => {
  const entry = { id: "entry_1", generationId: "generation_1", kind: "reserve", fen: 16, at: 1 } as const;
  await insertLedgerEntry(db, entry);
  await expect(insertLedgerEntry(db, { ...entry, id: "entry_2" })).rejects.toThrow("UNIQUE");
  await insertLedgerEntry(db, { ...entry, id: "entry_3", generationId: "generation_2", fen: 8 });
  await insertLedgerEntry(db, { ...entry, id: "entry_4", kind: "release", at: 2 });
  await insertLedgerEntry(db, { ...entry, id: "entry_5", kind: "charge", fen: 8, at: 3 });
  expect(await ledgerTotals(db)).toEqual({ reservedFen: 8, chargedFen: 8 });
  expect((await ledgerOf(db, "generation_1")).map((row) => row.kind)).toEqual(["reserve", "release", "charge"]);
});

test("an upload is found while it lives, in its own scope alone, and replaced by a newer one", async () => {
  const key = { assetId: "asset_1", scope: "cloud m" };
  await saveUpload(db, { ...key, url: "oss://1", expiresAt: 100 });
  await saveUpload(db, { ...key, url: "oss://2", expiresAt: 200 });
  expect((await findUpload(db, key, 199))?.url).toBe("oss://2");
  expect(await findUpload(db, key, 200)).toBeUndefined();
  expect(await findUpload(db, { ...key, scope: "sandbox m" }, 1)).toBeUndefined();
  await deleteUploads(db, "sandbox m");
  await deleteExpiredUploads(db, 199);
  expect(await findUpload(db, key, 1)).toBeDefined();
  await deleteUploads(db, "cloud m");
  expect(await findUpload(db, key, 1)).toBeUndefined();
});

test("a key is written once in its scope, and forgotten by age", async () => {
  const row = { scope: "create-run", key: "k", bodySha256: "00", answer: { runId: "run_1" }, createdAt: 5 };
  await insertIdempotencyKey(db, row);
  await expect(insertIdempotencyKey(db, row)).rejects.toThrow("UNIQUE");
  await insertIdempotencyKey(db, { ...row, scope: "other" });
  expect(await findIdempotencyKey(db, row)).toEqual(row);
  await deleteIdempotencyKeysBefore(db, 5);
  expect(await findIdempotencyKey(db, row)).toEqual(row);
  await deleteIdempotencyKeysBefore(db, 6);
  expect(await findIdempotencyKey(db, row)).toBeUndefined();
});
