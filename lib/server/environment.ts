import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isHostEntry } from "#lib/net/reach.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
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
  BACKLOT_PUBLIC_URL: addressSchema()
    .refine(({ pathname }) => pathname === "/", "must end behind the host: inputs are always under /api/inputs")
    .transform(({ origin }) => origin)
    .optional(),
  DASHSCOPE_API_KEY: z.string().transform(readKey).optional(),
  // The variables of the service's own SDK, so that one set of them serves both.
  DASHSCOPE_API_KEY_FILE_PATH: z.string().transform(readKeyFile).optional(),
  DASHSCOPE_HTTP_BASE_URL: addressSchema()
    .refine(({ protocol, hostname }) => protocol === "https:" || !hostname.endsWith(".aliyuncs.com"), {
      message: "must start with https:// (the key would travel in the clear)",
    })
    .refine(({ pathname }) => !pathname.includes("/compatible-mode/"), {
      message: "is the address of another API; this one's path ends in /api/v1",
    })
    .transform(({ origin, pathname }) => `${origin}${pathname === "/" ? "/api/v1" : pathname.replace(/\/+$/, "")}`)
    .default("https://dashscope.aliyuncs.com/api/v1"),
  DASHSCOPE_WORKSPACE: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "must be one word of ASCII characters")
    .optional(),
  BACKLOT_FETCH_ALLOW_HOSTS: z
    .string()
    .default("")
    .transform((list) => list.split(",").flatMap((entry) => entry.trim() || []))
    .refine((entries) => entries.every(isHostEntry), {
      message: "must be hosts (host or host:port), with commas between",
    }),
  BACKLOT_MOUNT_SANDBOX: z.enum(["on", "off"]).default("off"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("warn"),
});

/** What the work itself needs, wherever it is done. */
export interface WorkEnvironment {
  logLevel: string;
  /** Asked for pictures by address beside everybody on the public internet, also where they stand at a private address. */
  fetchAllowHosts: readonly string[];
  /** Null without a key: the studio then runs on the embedded engine. */
  cloud: CloudEnvironment | null;
}

export interface CloudEnvironment {
  apiKey: ApiKey;
  /** With its path and without a slash at its end. */
  baseUrl: string;
  workspace: string | undefined;
  /** Origin under which upstream may fetch inputs from this studio; without it they are uploaded. */
  publicUrl: string | undefined;
}

export interface Environment extends WorkEnvironment {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** The contract is served under `/api/v1` by the embedded engine also while the studio itself sends to the cloud. */
  mountSandbox: boolean;
}

/** The one reader of `process.env`. An empty variable counts as not set. Throws StartRefused naming the variable. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const variables = parseVariables(environmentSchema, source);
  const { PORT: port, HOST: host, BACKLOT_DATA_DIR, BACKLOT_MOUNT_SANDBOX, ...others } = variables;
  return {
    port,
    host,
    dataDir: path.resolve(BACKLOT_DATA_DIR),
    mountSandbox: BACKLOT_MOUNT_SANDBOX === "on",
    ...workEnvironment(others),
  };
}

/** Of what is about listening and keeping, a command has nothing; that also goes for the address under which a studio's inputs are fetched. */
const OF_A_STUDIO = {
  PORT: true,
  HOST: true,
  BACKLOT_DATA_DIR: true,
  BACKLOT_MOUNT_SANDBOX: true,
  BACKLOT_PUBLIC_URL: true,
} as const;

const commandSchema = environmentSchema.omit(OF_A_STUDIO).extend({
  BACKLOT_URL: z.string().optional(),
  // The stderr of a program is for its user; the log of the studio within it is for those who ask.
  LOG_LEVEL: environmentSchema.shape.LOG_LEVEL.unwrap().default("silent"),
});

export interface CommandEnvironment extends WorkEnvironment {
  /** The running studio to use, as it was written. */
  studioUrl: string | undefined;
  cloudBaseUrl: string;
}

/** What a command beside the studio is told. Throws StartRefused naming the variable. */
export function readCommandEnvironment(source: Record<string, string | undefined> = process.env): CommandEnvironment {
  const variables = parseVariables(commandSchema, source);
  const { BACKLOT_URL: studioUrl, DASHSCOPE_HTTP_BASE_URL: cloudBaseUrl } = variables;
  return { studioUrl, cloudBaseUrl, ...workEnvironment(variables) };
}

/** The language of a shell as a browser would say it: `zh_CN.UTF-8` is `zh-CN`. The first that is set counts, as POSIX has it. */
export function readShellLanguage(source: Record<string, string | undefined> = process.env): string {
  const { LC_ALL, LC_MESSAGES, LANG } = source;
  const name = LC_ALL || LC_MESSAGES || LANG || "";
  return name.replace(/[.@].*$/, "").replace("_", "-");
}

function parseVariables<Schema extends z.ZodType>(
  schema: Schema,
  source: Record<string, string | undefined>,
): z.infer<Schema> {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StartRefused(`${issue?.path.join(".")} is not usable: ${issue?.message}`);
}

type WorkVariables = Omit<z.infer<typeof commandSchema>, "BACKLOT_URL"> & { BACKLOT_PUBLIC_URL?: string };

function workEnvironment(variables: WorkVariables): WorkEnvironment {
  const { BACKLOT_FETCH_ALLOW_HOSTS, BACKLOT_PUBLIC_URL, LOG_LEVEL, ...dashScope } = variables;
  const apiKey = dashScope.DASHSCOPE_API_KEY ?? dashScope.DASHSCOPE_API_KEY_FILE_PATH;
  return {
    logLevel: LOG_LEVEL,
    fetchAllowHosts: BACKLOT_FETCH_ALLOW_HOSTS,
    cloud: apiKey
      ? {
          apiKey,
          baseUrl: dashScope.DASHSCOPE_HTTP_BASE_URL,
          workspace: dashScope.DASHSCOPE_WORKSPACE,
          publicUrl: BACKLOT_PUBLIC_URL,
        }
      : null,
  };
}

/** An http or https address of which only origin and path count; a user name, a query or a fragment is a mistake. */
function addressSchema() {
  return z
    .url({ protocol: /^https?$/, message: "must be an address that starts with https:// or http://" })
    .transform((text) => new URL(text))
    .refine((url) => url.href === `${url.origin}${url.pathname}`, "must have no user name, query or fragment");
}

function readKey(text: string, context: z.RefinementCtx): ApiKey {
  try {
    return new ApiKey(text);
  } catch (error) {
    context.addIssue((error as Error).message);
    return z.NEVER;
  }
}

function readKeyFile(file: string, context: z.RefinementCtx): ApiKey {
  try {
    return readKey(readFileSync(file, "utf8").trim(), context);
  } catch (error) {
    context.addIssue(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
    return z.NEVER;
  }
}

/** Whatever is started from here on, workers and builds, comes without the key. */
export function forgetKey(): void {
  delete process.env.DASHSCOPE_API_KEY;
}

/** Our own environment, with more in it: what a process that we start gets. */
export function childEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}

/** React and Next choose their production builds by this name; an environment of ours may come without it. */
export function declareMode(dev: boolean): void {
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" });
}
