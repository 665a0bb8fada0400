import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Unpacks the Chromium inside `@sparticuz/chromium` into a cache folder of its own version; the package's default folder is shared by
 * all versions and half-written ones. With it come the libraries and fonts that a bare machine lacks.
 */
export async function unpackBrowser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const packageDir = path.resolve(path.dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
  const { version } = JSON.parse(readFileSync(path.join(packageDir, "package.json"), "utf8")) as { version: string };
  const cache = path.resolve("node_modules/.cache", `chromium-${version}`);
  if (!existsSync(path.join(cache, "ready"))) await fill(cache, packageDir);

  const executablePath = path.join(cache, "chromium");
  const env: Record<string, string> = {};
  if (execFileSync("ldd", [executablePath], { encoding: "utf8" }).includes("not found")) {
    env.LD_LIBRARY_PATH = [path.join(cache, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  }
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = path.join(cache, "fonts");
  return { executablePath, env };
}

/** The package unpacks to TMPDIR: a fresh folder, renamed into place when it is whole. */
async function fill(cache: string, packageDir: string): Promise<void> {
  mkdirSync(path.dirname(cache), { recursive: true });
  const fresh = mkdtempSync(path.join(path.dirname(cache), ".chromium-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = fresh;
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    await inflate(path.join(packageDir, "bin/al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(path.join(fresh, "ready"), "");
  try {
    renameSync(fresh, cache);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(path.join(cache, "ready"))) throw error; // else another process was first
  }
}
