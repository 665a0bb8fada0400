import { createHash } from "node:crypto";
import path from "node:path";
import type { Clock } from "#lib/base/clock.ts";
import { createEngine } from "#lib/engine/create-engine.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import { createSandbox, type Sandbox } from "#lib/sandbox/create-sandbox.ts";
import { createWanxClient, type WanxClient } from "#lib/wanx/client/client.ts";
import type { Environment } from "./environment.ts";
import type { Log } from "./log.ts";

/** Never looked up: requests to it end in the sandbox of this process. */
const SANDBOX_BASE_URL = "http://sandbox.internal/api/v1";
const SANDBOX_KEY = "sk-local-preview";
/**
 * Where the service keeps uploads and results. Their addresses come in its answers: those of other hosts are not asked, so that an
 * answer cannot send this process into the network around it.
 */
const RESULT_HOSTS = "*.aliyuncs.com";

export interface Upstream {
  kind: "sandbox" | "cloud";
  client: WanxClient;
  /** Names upstream and account without telling the key: what was uploaded to one is of no use to another. */
  uploadScope: string;
  sandbox: Sandbox | null;
  close(): Promise<void>;
}

/** With a key the client speaks to the cloud; without one the same client's `fetch` ends in the embedded service. */
export async function connectUpstream(parts: { environment: Environment; clock: Clock; log: Log }): Promise<Upstream> {
  const { environment, clock, log } = parts;
  if (environment.cloud) {
    const fetch = createGuardedFetch({ allowHosts: [RESULT_HOSTS, new URL(environment.cloud.baseUrl).host] });
    const client = createWanxClient({ ...environment.cloud, fetch, clock });
    const uploadScope = scopeOf(environment.cloud.baseUrl, environment.cloud.apiKey);
    return { kind: "cloud", client, uploadScope, sandbox: null, close: async () => {} };
  }
  const engine = createEngine();
  const dataDir = path.join(environment.dataDir, "sandbox");
  const sandbox = await createSandbox({ dataDir, engine, clock, log });
  const client = createWanxClient({ baseUrl: SANDBOX_BASE_URL, apiKey: SANDBOX_KEY, fetch: sandbox.fetch, clock });
  return {
    kind: "sandbox",
    client,
    uploadScope: scopeOf(SANDBOX_BASE_URL, SANDBOX_KEY),
    sandbox,
    async close() {
      await sandbox.close();
      await engine.close();
    },
  };
}

function scopeOf(baseUrl: string, apiKey: string): string {
  return createHash("sha256").update(`${baseUrl}\0${apiKey}`).digest("hex").slice(0, 32);
}
