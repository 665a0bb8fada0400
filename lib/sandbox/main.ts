import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "#lib/base/clock.ts";
import { createEngine } from "#lib/engine/create-engine.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import { createSandbox } from "./create-sandbox.ts";
import { type FaultPlan, type FaultRule, readFaultPlan } from "./fault-plan.ts";
import { Faults, mishapsOf } from "./faults.ts";
import { INPUT_DEADLINE_MS, MAX_INPUT_BYTES } from "./fetch-input.ts";
import { serveSandbox } from "./serve.ts";

const USAGE = `Usage: npm run sandbox -- [--port 8787] [--host 127.0.0.1] [--key sk-…] [--data data/sandbox] \
[--allow-host name[:port]]… [--max-concurrency 1] [--latency ms[-ms]] [--faults plan.json]`;

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
  maxConcurrency: number;
  latency: FaultRule[];
  planFile: string | undefined;
}

async function start({ port, host, allowHosts, latency, planFile, ...options }: Arguments): Promise<void> {
  const faults = new Faults(planFile === undefined ? undefined : await readPlanFile(planFile), latency);
  const engine = createEngine();
  const sandbox = await createSandbox({
    ...options,
    engine,
    clock: systemClock,
    inputFetch: createGuardedFetch({ alsoHosts: allowHosts, maxBytes: MAX_INPUT_BYTES, deadlineMs: INPUT_DEADLINE_MS }),
    mishaps: (ledger) => mishapsOf(faults, ledger),
    log: { info: logLine("info"), error: logLine("error") },
  });
  const served = await serveSandbox({ sandbox, faults, clock: systemClock }, { port, host });
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
      "max-concurrency": { type: "string", default: "1" },
      latency: { type: "string" },
      faults: { type: "string" },
    },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is not 0 to 65535.`);
  if (values.key !== undefined && !/^sk-\S+$/.test(values.key)) throw new Error("--key must be sk-… without spaces.");
  const maxConcurrency = Number(values["max-concurrency"]);
  if (!/^[1-9]\d{0,2}$/.test(values["max-concurrency"])) throw new Error("--max-concurrency must be 1 to 999.");
  return {
    port,
    host: values.host,
    key: values.key,
    dataDir: path.resolve(values.data),
    allowHosts: values["allow-host"],
    maxConcurrency,
    latency: readLatency(values.latency),
    planFile: values.faults,
  };
}

/** `200` or `200-800`: of every call. */
function readLatency(given: string | undefined): FaultRule[] {
  if (given === undefined) return [];
  const [, from, to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(given) ?? [];
  if (from === undefined || Number(to) < Number(from)) throw new Error(`--latency ${given} is not ms or ms-ms.`);
  return [{ fault: "latency", on: "any", ms: Number(from), maxMs: Number(to), share: 1, after: 0 }];
}

async function readPlanFile(file: string): Promise<FaultPlan> {
  const json = await readFile(file, "utf8").catch((cause: Error) => {
    throw new Error(`--faults ${file} cannot be read: ${cause.message}`, { cause });
  });
  try {
    return readFaultPlan(json);
  } catch (cause) {
    throw new Error(`--faults ${file}: ${(cause as Error).message}`, { cause });
  }
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
