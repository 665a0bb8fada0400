import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { unpackBrowser } from "./unpack-browser.ts";

export interface Browser {
  source: "CHROMIUM_PATH" | "playwright" | "system" | "npm";
  executablePath: string;
  /** What the browser process needs beside our own environment. */
  env: Record<string, string>;
}

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];

/** The first that is there: named by hand, Playwright's own, the system's, else the one a development dependency ships. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH=${named} does not exist`);
    return { source: "CHROMIUM_PATH", executablePath: named, env: {} };
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { source: "playwright", executablePath: own, env: {} };
  const system = SYSTEM_PATHS.find((file) => existsSync(file));
  if (system) return { source: "system", executablePath: system, env: {} };
  return { source: "npm", ...(await unpackBrowser()) };
}

export const BROWSER_ARGS = [
  // Chromium refuses its sandbox to root, which is who a container runs as.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--force-color-profile=srgb",
];
