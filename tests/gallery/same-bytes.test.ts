import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { LOOKS } from "./looks.ts";
import { sampleHashes } from "./sample-hashes.ts";

const PRINT = path.join(import.meta.dirname, "print-hashes.ts");

async function hashesBy(node: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(node, [PRINT]);
  return JSON.parse(stdout);
}

// BACKLOT_OTHER_NODE=/path/to/node22 npx vitest run tests/gallery/same-bytes.test.ts compares with another version.
it("gives the same bytes with two threads as in another process with one, and in another Node where one is named", async () => {
  const here = await sampleHashes(2);
  expect(new Set(Object.values(here)).size).toBe(LOOKS.length);
  for (const node of new Set([process.execPath, process.env.BACKLOT_OTHER_NODE ?? process.execPath]))
    expect(await hashesBy(node)).toEqual(here);
});
