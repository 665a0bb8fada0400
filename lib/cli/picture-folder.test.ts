import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPictureFolder, savePicture } from "./picture-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "backlot-pictures-"));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (name: string) => readFile(path.join(folder, name), "utf8");

test("a picture has its name and nothing else is left in the folder", async () => {
  expect(await savePicture(folder, "cup-v2-1.png", bytes("new"), false)).toBe(path.join(folder, "cup-v2-1.png"));
  expect(await readdir(folder)).toEqual(["cup-v2-1.png"]);
  expect(await textOf("cup-v2-1.png")).toBe("new");
});

test("what came under its name meanwhile stays, and the picture takes the next free name", async () => {
  await writeFile(path.join(folder, "cup.png"), "old");
  await writeFile(path.join(folder, "cup (2).png"), "older");
  expect(await savePicture(folder, "cup.png", bytes("new"), false)).toBe(path.join(folder, "cup (3).png"));
  expect([await textOf("cup.png"), await textOf("cup (2).png"), await textOf("cup (3).png")]).toEqual([
    "old",
    "older",
    "new",
  ]);
});

test("of many that are saved under one name at once, all are there", async () => {
  const files = await Promise.all(
    Array.from({ length: 8 }, (_, index) => savePicture(folder, "cup.png", bytes(`${index}`), false)),
  );
  expect(new Set(files).size).toBe(8);
  expect(new Set(await Promise.all(files.map((file) => readFile(file, "utf8")))).size).toBe(8);
});

test("with force it replaces what is there", async () => {
  await writeFile(path.join(folder, "cup.png"), "old");
  await savePicture(folder, "cup.png", bytes("new"), true);
  expect(await readdir(folder)).toEqual(["cup.png"]);
  expect(await textOf("cup.png")).toBe("new");
});

test("a folder is made with those above it; names that are taken are refused, links to nowhere too", async () => {
  const deep = path.join(folder, "a/b");
  await openPictureFolder(deep, ["cup.png"], false);
  await symlink("/nowhere/at/all", path.join(deep, "cup.png"));
  const refusal = { problem: "exists", values: { file: path.join(deep, "cup.png") } };
  await expect(openPictureFolder(deep, ["other.png", "cup.png"], false)).rejects.toMatchObject(refusal);
  await openPictureFolder(deep, ["cup.png"], true);
});

test("a folder that is a file, and a name that is too long, are refused before anything is paid for", async () => {
  await writeFile(path.join(folder, "out"), "");
  await expect(openPictureFolder(path.join(folder, "out"), [], false)).rejects.toMatchObject({ problem: "folder" });
  const refusal = { problem: "folder", values: { reason: "ENAMETOOLONG" } };
  await expect(openPictureFolder(folder, ["x".repeat(400)], true)).rejects.toMatchObject(refusal);
});

test("a picture that cannot have its name leaves nothing behind", async () => {
  await mkdir(path.join(folder, "cup.png"));
  await expect(savePicture(folder, "cup.png", bytes("new"), true)).rejects.toThrow("EISDIR");
  expect(await readdir(folder)).toEqual(["cup.png"]);
});
