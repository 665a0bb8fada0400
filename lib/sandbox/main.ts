import path from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "#lib/base/clock.ts";
import { createEngine } from "#lib/engine/create-engine.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import { createSandbox } from "./create-sandbox.ts";
import { INPUT_DEADLINE_MS, MAX_INPUT_BYTES } from "./fetch-input.ts";
import { serveSandbox } from "./serve.ts";

const USAGE =
  "Usage: npm run sandbox -- [--port 8787] [--host 127.0.0.1] [--key sk-…] [--data data/sandbox] [--allow-host name[:port]]…";

try {
  await start(readArguments(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(1);
}

interface Arguments {
  port: number;
  host: string;
  key: string | undefined;
  dataDir: string;
  allowHosts: string[];
}

async function start({ port, host, key, dataDir, allowHosts }: Arguments): Promise<void> {
  const engine = createEngine();
  const sandbox = await createSandbox({
    dataDir,
    engine,
    clock: systemClock,
    key,
    inputFetch: createGuardedFetch({ allowHosts, maxBytes: MAX_INPUT_BYTES, deadlineMs: INPUT_DEADLINE_MS }),
    log: { info: logLine("info"), error: logLine("error") },
  });
  const served = await serveSandbox(sandbox, { port, host });
  process.stdout.write(`The sandbox listens on ${served.origin}/api/v1\n`);

  const stop = async () => {
    await served.close();
    await sandbox.close();
    await engine.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
}

function readArguments(given: string[]): Arguments {
  const { values } = parseArgs({
    args: given,
    options: {
      port: { type: "string", default: "8787" },
      host: { type: "string", default: "127.0.0.1" },
      key: { type: "string" },
      data: { type: "string", default: "data/sandbox" },
      "allow-host": { type: "string", multiple: true, default: [] },
    },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is not 0 to 65535.`);
  if (values.key !== undefined && !/^sk-\S+$/.test(values.key)) throw new Error("--key must be sk-… without spaces.");
  return {
    port,
    host: values.host,
    key: values.key,
    dataDir: path.resolve(values.data),
    allowHosts: values["allow-host"],
  };
}

function logLine(level: string) {
  return (fields: object, message: string) => {
    process.stderr.write(`${JSON.stringify({ level, message, ...fields })}\n`);
  };
}

/** One line: what is wrong, and with the arguments also how they go. */
function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return "This port is in use; choose another one with --port.";
  if (code?.startsWith("ERR_PARSE_ARGS")) return `${message.split("\n")[0]} ${USAGE}`;
  return message;
}
