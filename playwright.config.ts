import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./tests/browser/find-browser.ts";

const browser = await findBrowser();
const port = Number(process.env.E2E_PORT ?? 4399);
// The workers read this file again: only the first reading may make the folder.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "backlot-e2e-"));
if (process.env.TEST_WORKER_INDEX === undefined) console.log(`browser: ${browser.source} ${browser.executablePath}`);

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.spec.ts",
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: browser.executablePath,
      args: BROWSER_ARGS,
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
  webServer: {
    command: "exec node lib/server/start.mjs",
    url: `http://127.0.0.1:${port}/api/health`,
    env: { PORT: String(port), BACKLOT_DATA_DIR: process.env.E2E_DATA_DIR },
    timeout: 300_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
