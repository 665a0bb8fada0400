import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
let house: string;

/** A house with our rules and nothing in it. */
beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), "backlot-lint-"));
  const config = JSON.parse(readFileSync(path.join(root, "biome.json"), "utf8"));
  writeFileSync(path.join(house, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
  cpSync(path.join(root, "tests/lint"), path.join(house, "tests/lint"), { recursive: true });
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What lint says of a file that stands there. */
function lint(file: string, source: string): string {
  mkdirSync(path.join(house, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(house, path.dirname(file), "neighbour.ts"), "export const neighbour = 1;\n");
  writeFileSync(path.join(house, file), source);
  const biome = path.join(root, "node_modules/.bin/biome");
  const { stdout, stderr } = spawnSync(biome, ["lint", "--colors=off", file], { cwd: house, encoding: "utf8" });
  return stdout + stderr;
}

test.each([
  ["the wall clock", "export const now = Date.now();", "Take a Clock"],
  ["unseeded chance", "export const chance = Math.random();", "Take a seeded random"],
  ["the network", 'export const page = fetch("http://example.com");', "Take a fetch as a parameter"],
  ["the environment", "export const key = process.env.DASHSCOPE_API_KEY;", "noProcessEnv"],
  ["a barrel", 'export * from "./neighbour.ts";', "noReExportAll"],
  ["a type that says nothing", "export const value: any = 1;", "noExplicitAny"],
  [
    "an import without its extension",
    'import { neighbour } from "./neighbour";\nexport const b = neighbour;',
    "useImportExtensions",
  ],
])("lint refuses %s in a room", (_name, source, message) => {
  expect(lint("lib/generation/planted.ts", source)).toContain(message);
});

test("the clock itself may look at the wall", () => {
  expect(lint("lib/base/clock.ts", "export const now = Date.now();\n")).toMatch(/Checked 1 file.*No fixes applied/s);
});
