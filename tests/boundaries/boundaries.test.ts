import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { filesInCircles, violations } from "./judge.ts";
import { type Import, importsOf, sourceFiles } from "./read-imports.ts";
import { ROOMS } from "./rooms.ts";

const root = path.resolve(import.meta.dirname, "../..");

test("dependencies between rooms run one way, as the table says", () => {
  const files = sourceFiles(root);
  const imports = files.flatMap((file) => importsOf(root, file));
  // A reader that sees nothing would pass everything.
  expect(files.length).toBeGreaterThan(15);
  expect(imports.length).toBeGreaterThan(20);
  expect(violations(imports, ROOMS)).toEqual([]);
});

test("no file imports itself by way of others, not even a type", () => {
  const imports = sourceFiles(root).flatMap((file) => importsOf(root, file));
  expect(filesInCircles(imports)).toEqual([]);
  const [{ from, to }] = imports.filter((line) => line.to.startsWith("lib/")) as [Import];
  expect(filesInCircles([...imports, { from: to, to: from }])).toEqual([from, to].sort());
});

test("`server-only` stands at the app's door and nowhere in lib", () => {
  const guilty = sourceFiles(root)
    .filter((file) => file.startsWith("lib/"))
    .flatMap((file) => importsOf(root, file))
    .filter((line) => line.to === "server-only");
  expect(guilty).toEqual([]);
});

test.each([
  ["a value", `import { createLane } from "#lib/generation/lane.ts";`],
  ["a type", `import type { Lane } from "#lib/generation/lane.ts";`],
  ["a type in place", `export type Lane = import("#lib/generation/lane.ts").Lane;`],
  ["a re-export", `export { createLane } from "../generation/lane.ts";`],
  ["a dynamic import", `export const load = () => import("../generation/lane.ts");`],
  ["a worker", `export const worker = new URL("../generation/lane.ts", import.meta.url);`],
])("%s imported from a room above is found", (_name, line) => {
  const planted = mkdtempSync(path.join(tmpdir(), "backlot-boundary-"));
  try {
    for (const folder of ["lib/base", "lib/generation"]) mkdirSync(path.join(planted, folder), { recursive: true });
    writeFileSync(path.join(planted, "lib/generation/lane.ts"), "export const createLane = 1; export type Lane = 1;");
    writeFileSync(path.join(planted, "lib/base/clock.ts"), line);
    const imports = sourceFiles(planted).flatMap((file) => importsOf(planted, file));
    expect(violations(imports, ROOMS)).toEqual([
      "lib/base/clock.ts imports lib/generation/lane.ts: lib/base may not import lib/generation, because everything stands on it",
    ]);
  } finally {
    rmSync(planted, { recursive: true, force: true });
  }
});
