import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { importsOf, sourceFiles } from "./read-imports.ts";

const root = path.resolve(import.meta.dirname, "../..");
const files = sourceFiles(root);
const filesWith = (pattern: RegExp) =>
  files.filter((file) => pattern.test(readFileSync(path.join(root, file), "utf8")));

test("the key is made where the environment is read, and its value is taken where the header is written", () => {
  expect(filesWith(/\.authorization\(\)/)).toEqual(["lib/wanx/client/create-client.ts"]);
  // The sandbox of this process has a key of its own, which opens nothing else.
  expect(filesWith(/\bnew ApiKey\(/)).toEqual(["lib/server/connect-upstream.ts", "lib/server/environment.ts"]);
});

test("nothing that a browser could load knows the class", () => {
  const importers = files.filter((file) => importsOf(root, file).some(({ to }) => to === "lib/wanx/client/api-key.ts"));
  expect(importers.length).toBeGreaterThan(2);
  expect(importers.filter((file) => !/^lib\/(?:server|wanx\/client)\//.test(file))).toEqual([]);
});
