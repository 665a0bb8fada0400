import path from "node:path";
import type { Clock } from "#lib/base/clock.ts";
import type { StudioDatabase } from "#lib/db/studio-database.ts";
import { createEngine } from "#lib/engine/create-engine.ts";
import { type PromptRole, unknownWords } from "#lib/engine/prompt/unknown-words.ts";
import type { InputHost } from "#lib/generation/input-host.ts";
import { createSignedInputs, type SignedInputs } from "#lib/generation/signed-inputs.ts";
import { createUploadedInputs } from "#lib/generation/uploaded-inputs.ts";
import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";
import { createSandbox, type Sandbox } from "#lib/sandbox/create-sandbox.ts";
import { INPUT_DEADLINE_MS, MAX_INPUT_BYTES } from "#lib/sandbox/fetch-input.ts";
import type { AssetStore } from "#lib/storage/asset-store.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
import type { WanxClient } from "#lib/wanx/client/client.ts";
import { createWanxClient } from "#lib/wanx/client/create-client.ts";
import { measurePrompt } from "#lib/wanx/contract/measure-prompt.ts";
import type { CloudEnvironment, Environment } from "./environment.ts";
import type { Log } from "./log.ts";

/** Never looked up: requests to it end in the sandbox of this process. */
const SANDBOX_BASE_URL = "http://sandbox.internal/api/v1";
const SANDBOX_KEY = new ApiKey("sk-local-preview");
/**
 * Where the service keeps uploads and results. Their addresses come in its answers: those of other hosts are not asked, so that an
 * answer cannot send this process into the network around it.
 */
const RESULT_HOSTS = "*.aliyuncs.com";

export interface Upstream {
  kind: "sandbox" | "cloud";
  client: WanxClient;
  inputs: InputHost;
  /** Null while inputs are uploaded. */
  signedInputs: SignedInputs | null;
  /** Mounted under `/api/v1`: upstream itself, or, in the cloud and when asked for, the embedded service beside it. */
  sandbox: Sandbox | null;
  /** Words that the engine behind it does not know, in the part of a prompt that is read; nobody knows what the cloud does not. */
  unknownWords(prompt: string, role: PromptRole): string[];
  close(): Promise<void>;
}

/** With a key the client speaks to the cloud; without one the same client's `fetch` ends in the embedded service. */
export async function connectUpstream(parts: {
  environment: Environment;
  db: StudioDatabase;
  store: AssetStore;
  clock: Clock;
  log: Log;
}): Promise<Upstream> {
  const { cloud, mountSandbox } = parts.environment;
  if (!cloud) return connectSandbox(parts, await openSandbox(parts));
  return connectCloud(parts, cloud, mountSandbox ? await openSandbox(parts) : null);
}

type Parts = Parameters<typeof connectUpstream>[0];

interface OpenSandbox {
  sandbox: Sandbox;
  close(): Promise<void>;
}

async function openSandbox({ environment, clock, log }: Parts): Promise<OpenSandbox> {
  const engine = createEngine();
  const dataDir = path.join(environment.dataDir, "sandbox");
  const inputFetch = createGuardedFetch({
    alsoHosts: environment.fetchAllowHosts,
    maxBytes: MAX_INPUT_BYTES,
    deadlineMs: INPUT_DEADLINE_MS,
  });
  const sandbox = await createSandbox({ dataDir, engine, clock, inputFetch, log });
  return {
    sandbox,
    async close() {
      await sandbox.close();
      await engine.close();
    },
  };
}

function connectCloud({ db, store, clock }: Parts, cloud: CloudEnvironment, mounted: OpenSandbox | null): Upstream {
  const { apiKey, baseUrl, publicUrl } = cloud;
  const fetch = createGuardedFetch({ allowHosts: [RESULT_HOSTS, new URL(baseUrl).host] });
  const client = createWanxClient({ ...cloud, fetch, clock });
  // Derived, so that it needs no place of its own and ends with the key.
  const secret = apiKey.derive("signed inputs");
  const signedInputs = publicUrl === undefined ? null : createSignedInputs({ publicUrl, secret, store, clock });
  return {
    kind: "cloud",
    client,
    inputs: signedInputs ?? createUploadedInputs({ db, client, store, clock }, accountOf(baseUrl, apiKey)),
    signedInputs,
    sandbox: mounted?.sandbox ?? null,
    unknownWords: () => [],
    close: async () => mounted?.close(),
  };
}

function connectSandbox({ db, store, clock }: Parts, { sandbox, close }: OpenSandbox): Upstream {
  const client = createWanxClient({ baseUrl: SANDBOX_BASE_URL, apiKey: SANDBOX_KEY, fetch: sandbox.fetch, clock });
  return {
    kind: "sandbox",
    client,
    inputs: createUploadedInputs({ db, client, store, clock }, accountOf(SANDBOX_BASE_URL, SANDBOX_KEY)),
    signedInputs: null,
    sandbox,
    unknownWords: (prompt, role) => unknownWords([measurePrompt(prompt).kept], role),
    close,
  };
}

/** Names upstream and account without telling the key: what was uploaded to one is of no use to another. */
function accountOf(baseUrl: string, apiKey: ApiKey): string {
  return apiKey.derive(`uploads to ${baseUrl}`).slice(0, 32);
}
