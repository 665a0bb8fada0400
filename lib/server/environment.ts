import path from "node:path";
import { z } from "zod";
import { isHostEntry } from "#lib/net/reach.ts";
import { StartRefused } from "./start-refused.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z
    .string()
    .default("127.0.0.1")
    .refine((host) => LOOPBACK.includes(host), {
      message: `must be one of ${LOOPBACK.join(", ")}: Backlot has no accounts yet and is not safe on a network`,
    }),
  BACKLOT_DATA_DIR: z.string().min(1).default("data"),
  DASHSCOPE_API_KEY: z
    .string()
    .regex(/^sk-\S+$/, "must start with sk-")
    .optional(),
  DASHSCOPE_HTTP_BASE_URL: z.url({ protocol: /^https?$/ }).default("https://dashscope.aliyuncs.com/api/v1"),
  DASHSCOPE_WORKSPACE: z.string().min(1).optional(),
  BACKLOT_FETCH_ALLOW_HOSTS: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((entry) => entry.trim() || []))
    .refine((entries) => entries.every(isHostEntry), {
      message: "must be hosts (host or host:port), with commas between",
    }),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("warn"),
});

export interface Environment {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  logLevel: string;
  /** Asked for pictures by address beside everybody on the public internet, also where they stand at a private address. */
  fetchAllowHosts: readonly string[];
  /** Null without a key: the studio then runs on the embedded engine. */
  cloud: { apiKey: string; baseUrl: string; workspace: string | undefined } | null;
}

/** The one reader of `process.env`. An empty variable counts as not set. Throws StartRefused naming the variable. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartRefused(`${issue?.path.join(".")} is not usable: ${issue?.message}`);
  }
  const { PORT, HOST, BACKLOT_DATA_DIR, DASHSCOPE_API_KEY, DASHSCOPE_HTTP_BASE_URL, DASHSCOPE_WORKSPACE, LOG_LEVEL } =
    parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: path.resolve(BACKLOT_DATA_DIR),
    logLevel: LOG_LEVEL,
    fetchAllowHosts: parsed.data.BACKLOT_FETCH_ALLOW_HOSTS,
    cloud: DASHSCOPE_API_KEY
      ? { apiKey: DASHSCOPE_API_KEY, baseUrl: DASHSCOPE_HTTP_BASE_URL, workspace: DASHSCOPE_WORKSPACE }
      : null,
  };
}

/** Our own environment, with more in it: what a process that we start gets. */
export function childEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}

/** React and Next choose their production builds by this name; an environment of ours may come without it. */
export function declareMode(dev: boolean): void {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
}
