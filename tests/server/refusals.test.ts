import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { takeDataDirectory } from "#lib/server/data-directory.ts";
import { launchStudio, type StudioOptions, stopStudios } from "#tests/drivers/studio-process.ts";

afterEach(stopStudios);

/** What the person at the terminal sees: one line, no stack trace, and a status that a script can read. */
async function refusal(options: StudioOptions): Promise<string> {
  const studio = await launchStudio(options);
  expect(await studio.exited).toBe(1);
  const lines = studio.output().trim().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

test.each([
  [{ PORT: "http" }, /^PORT is not usable/],
  [{ PORT: "70000" }, /^PORT is not usable/],
  [{ HOST: "0.0.0.0" }, /^HOST is not usable: must be one of 127\.0\.0\.1, localhost, ::1/],
  [{ DASHSCOPE_API_KEY: "not a key" }, /^DASHSCOPE_API_KEY is not usable/],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL is not usable/],
  [{ BACKLOT_FETCH_ALLOW_HOSTS: "https://a.example/" }, /^BACKLOT_FETCH_ALLOW_HOSTS is not usable: must be hosts/],
])("a malformed environment is one clear line: %j", async (env, line) => {
  expect(await refusal({ env })).toMatch(line);
});

test("the key never appears in the line that refuses it", async () => {
  expect(await refusal({ env: { DASHSCOPE_API_KEY: "canary-4711" } })).not.toContain("canary-4711");
});

test("a port in use is named, with the way out", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { port: number };
  try {
    expect(await refusal({ port })).toBe(`Port ${port} is in use. Set PORT to another one.`);
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
});

test("a data directory that cannot be written is named, with the way out", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "backlot-refusal-"));
  try {
    // A file where the directory should be: refused for every user, root included.
    writeFileSync(path.join(folder, "data"), "");
    expect(await refusal({ dataDir: path.join(folder, "data") })).toMatch(
      /^The data directory .*data cannot be written .*BACKLOT_DATA_DIR/,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a data directory that another server holds is refused, naming the holder", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "backlot-refusal-"));
  const release = takeDataDirectory(folder);
  try {
    expect(await refusal({ dataDir: folder })).toBe(
      `The data directory ${folder} is in use by another server (process ${process.pid}).`,
    );
  } finally {
    release();
    rmSync(folder, { recursive: true, force: true });
  }
});
