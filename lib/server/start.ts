import path from "node:path";
import { parseArgs } from "node:util";
import { buildIfNeeded } from "./build.ts";
import { putContainer } from "./container-slot.ts";
import { takeDataDirectory } from "./data-directory.ts";
import { declareMode, forgetKey, readEnvironment } from "./environment.ts";
import { listen } from "./listen.ts";
import { createLog } from "./log.ts";
import { StartRefused } from "./start-refused.ts";

/** Long enough for a POST on the wire to be answered and recorded; then the process ends whatever hangs. */
const DRAIN_LIMIT_MS = 5_000;

/**
 * The whole studio in one process: environment, data directory, port, build when needed, migration, lane, pages.
 * Whatever keeps it from starting is one line on stderr and exit status 1. SIGTERM and SIGINT drain and exit 0.
 */
export async function start(args: string[]): Promise<void> {
  try {
    await startOrRefuse(args);
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function startOrRefuse(args: string[]): Promise<void> {
  const { dev } = readArguments(args);
  const environment = readEnvironment();
  forgetKey();
  declareMode(dev);
  const root = path.resolve(import.meta.dirname, "../..");
  const log = createLog(environment);
  const releaseDataDirectory = takeDataDirectory(environment.dataDir);
  const server = await listen({ ...environment, publicUrl: environment.cloud?.publicUrl });
  if (!dev) await buildIfNeeded(root);

  // Imported this late so that a refusal does not wait for image and database libraries to load.
  const { createContainer } = await import("./create-container.ts");
  const container = await createContainer({ environment, root, log });
  putContainer(container);
  const next = await import("next");
  const app = next.default({ dev, dir: root, hostname: environment.host, port: environment.port });
  await app.prepare();
  server.serve({ handle: app.getRequestHandler(), upgrade: app.getUpgradeHandler(), dev });
  container.start();
  const upstream = environment.cloud ? "Wanx in the cloud" : "the local preview engine (no DASHSCOPE_API_KEY set)";
  console.log(`Backlot is on http://${hostInUrl(environment.host)}:${environment.port} with ${upstream}.`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), DRAIN_LIMIT_MS).unref();
    const served = server.close();
    await container.stop();
    await served;
    releaseDataDirectory();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
}

function readArguments(args: string[]): { dev: boolean } {
  try {
    const { values } = parseArgs({ args, options: { dev: { type: "boolean", default: false } } });
    return { dev: values.dev };
  } catch (cause) {
    throw new StartRefused(`${(cause as Error).message} The only option is --dev.`, { cause });
  }
}

function hostInUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
