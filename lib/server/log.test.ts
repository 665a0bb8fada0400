import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const KEY = "sk-canary-77aa";

test("a line never holds the key, wherever it was put", () => {
  // In a process of its own: the lines go to its standard output.
  const script = `
    import { createLog } from "#lib/server/log.ts";
    import { readEnvironment } from "#lib/server/environment.ts";
    const log = createLog(readEnvironment({ DASHSCOPE_API_KEY: "${KEY}", LOG_LEVEL: "debug" }));
    const cause = Object.assign(new Error("cause: ${KEY}"), { request: { headers: { Authorization: "Bearer ${KEY}" } } });
    log.debug({ anything: ["${KEY}"], "${KEY}": 1 }, "words ${KEY}");
    log.child({ key: "${KEY}" }).error({ err: new Error("failed with ${KEY}", { cause }) }, "failed");
  `;
  const root = path.resolve(import.meta.dirname, "../..");
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout.trim().split("\n")).toHaveLength(2);
  expect(stdout).toContain("words [redacted]");
  expect(stdout).toContain("failed with [redacted]");
  expect(stdout).not.toContain(KEY);
});
