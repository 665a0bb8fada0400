import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** A first start builds. */
const READY_LIMIT_MS = 240_000;

export interface Studio {
  /** `http://127.0.0.1:port`. */
  url: string;
  port: number;
  dataDir: string;
  process: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  /** Exit status, or the signal that ended it. */
  exited: Promise<number | NodeJS.Signals | null>;
}

export interface StudioOptions {
  env?: Record<string, string>;
  dataDir?: string;
  port?: number;
}

const running = new Set<{ studio: Studio; ownsDataDir: boolean }>();

/** The real launcher as a process of its own, on a free port and a fresh data directory. */
export async function launchStudio({ env = {}, dataDir, port }: StudioOptions = {}): Promise<Studio> {
  const ownsDataDir = dataDir === undefined;
  const chosenDir = dataDir ?? mkdtempSync(path.join(tmpdir(), "backlot-studio-"));
  const chosenPort = port ?? (await freePort());
  const child = spawn(process.execPath, ["lib/server/start.mjs"], {
    cwd: ROOT,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      PORT: String(chosenPort),
      BACKLOT_DATA_DIR: chosenDir,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const studio: Studio = {
    url: `http://127.0.0.1:${chosenPort}`,
    port: chosenPort,
    dataDir: chosenDir,
    process: child,
    output: () => output,
    exited: new Promise((resolve) => child.once("close", (status, signal) => resolve(status ?? signal))),
  };
  running.add({ studio, ownsDataDir });
  return studio;
}

/** Resolves once it answers; rejects with what it wrote when it ended instead. */
export async function startStudio(options: StudioOptions = {}): Promise<Studio> {
  const studio = await launchStudio(options);
  const deadline = AbortSignal.timeout(READY_LIMIT_MS);
  const ended = studio.exited.then((status) => {
    throw new Error(`the studio ended (${status}) before it answered:\n${studio.output()}`);
  });
  const ready = (async () => {
    while (!studio.output().includes("Backlot is on http")) {
      deadline.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  await Promise.race([ready, ended]);
  return studio;
}

/** Ends whatever a test started, so that none outlives its file. */
export async function stopStudios(): Promise<void> {
  for (const entry of running) {
    entry.studio.process.kill("SIGTERM");
    await entry.studio.exited;
    if (entry.ownsDataDir) rmSync(entry.studio.dataDir, { recursive: true, force: true });
    running.delete(entry);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
