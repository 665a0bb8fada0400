import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { childEnvironment } from "./environment.ts";
import { StartRefused } from "./start-refused.ts";

const STAMP = ".next/backlot-stamp";

/** Runs `next build` unless the last one was made from exactly these sources. A minute at first, nothing afterwards. */
export async function buildIfNeeded(root: string): Promise<void> {
  const stamp = stampOf(root);
  if (readStamp(root) === stamp) return;
  console.log("Building the studio (about a minute, only after an install or a change) …");
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: childEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
  });
  const status = await new Promise((resolve, reject) => child.once("exit", resolve).once("error", reject));
  if (status !== 0) throw new StartRefused(`next build failed (exit status ${status}).`);
  writeFileSync(path.join(root, STAMP), stamp);
}

function stampOf(root: string): string {
  const files = globSync(
    ["{app,components,lib,public}/**", "package.json", "package-lock.json", "tsconfig.json", "*.config.*"],
    { cwd: root, withFileTypes: true },
  )
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function readStamp(root: string): string | undefined {
  try {
    readFileSync(path.join(root, ".next/BUILD_ID"));
    return readFileSync(path.join(root, STAMP), "utf8");
  } catch {
    return undefined; // never built, or a build that did not finish
  }
}
