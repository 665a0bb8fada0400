import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSandboxFiles } from "./files.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("what a crash left half written is gone after the next start, and what was finished is not", async () => {
  const files = await openSandboxFiles(folder);
  await files.writeResult("task", 0, new Uint8Array([1, 2, 3]));
  await writeFile(path.join(folder, "results", "task_1.png.0b5c.new"), "half");
  const reopened = await openSandboxFiles(folder);
  expect(await readdir(path.join(folder, "results"))).toEqual(["task_0.png"]);
  expect(new Uint8Array((await reopened.readResult("task", 0)) ?? [])).toEqual(new Uint8Array([1, 2, 3]));
});

test("an object key is a name, never a path", async () => {
  const files = await openSandboxFiles(folder);
  await files.writeUpload("../../escaped/瓶 子.png", new Uint8Array([7]));
  expect(await readdir(folder)).toEqual(["results", "uploads"]);
  expect(await files.readUpload("../../escaped/瓶 子.png")).toEqual(Buffer.from([7]));
  expect(await files.readUpload("escaped/瓶 子.png")).toBe(undefined);
});

test("two writers of one file leave one whole file and nothing beside it", async () => {
  const files = await openSandboxFiles(folder);
  const contents = [1, 2, 3, 4].map((byte) => new Uint8Array(100_000).fill(byte));
  await Promise.all(contents.map((bytes) => files.writeResult("task", 0, bytes)));
  expect(await readdir(path.join(folder, "results"))).toEqual(["task_0.png"]);
  const kept = new Uint8Array((await files.readResult("task", 0)) ?? []);
  expect(contents.some((bytes) => Buffer.compare(bytes, kept) === 0)).toBe(true);
});
