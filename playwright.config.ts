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

/** `E2E_UPSTREAM=cloud`: the studio as a client of the service, which is a process of its own and fails as a busy service does. */
const isCloud = process.env.E2E_UPSTREAM === "cloud";
const dataDir = process.env.E2E_DATA_DIR;
const serviceKey = "sk-e2e-5d0c";
const serviceUrl = `http://127.0.0.1:${port + 1}`;
process.env.E2E_SERVICE_URL = serviceUrl;

const service = {
  command: `exec node lib/sandbox/main.ts --port ${port + 1} --key ${serviceKey} --data ${dataDir}/service --faults tests/e2e/cloud-faults.json`,
  url: `${serviceUrl}/sandbox/faults`,
};
const studio = {
  command: "exec node lib/server/start.mjs",
  url: `http://127.0.0.1:${port}/api/health`,
  env: {
    PORT: String(port),
    BACKLOT_DATA_DIR: dataDir,
    // A server of pictures that tests may start.
    BACKLOT_FETCH_ALLOW_HOSTS: `127.0.0.1:${port + 2}`,
  },
  timeout: 300_000,
};
/** Its log would be full of what it survives. */
const cloudEnvironment = {
  DASHSCOPE_API_KEY: serviceKey,
  DASHSCOPE_HTTP_BASE_URL: `${serviceUrl}/api/v1`,
  LOG_LEVEL: "error",
};
const served = { stdout: "pipe", gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 } } as const;

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.spec.ts",
  testIgnore: isCloud ? [] : "cloud.spec.ts",
  // What only the preview engine can tell, the cloud does not.
  grepInvert: isCloud ? /@preview-engine/ : [],
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
  webServer: isCloud
    ? [
        { ...served, ...service, stderr: "ignore" },
        { ...served, ...studio, env: { ...studio.env, ...cloudEnvironment } },
      ]
    : { ...served, ...studio },
});
