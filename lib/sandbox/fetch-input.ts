/** As much as an upload may have. */
const MAX_BYTES = 64 * 1024 * 1024;
const DEADLINE_MS = 30_000;

export interface InputSource {
  fetch: typeof globalThis.fetch;
  /** Hosts (`name` or `name:port`, as the address has it) that may be asked, and no other: addresses come from whoever reaches the sandbox. */
  allowHosts: readonly string[];
}

/** An input over http(s). No redirect is followed, nothing of ours is sent along. Throws a plain Error that says why. */
export async function fetchInput(
  { fetch, allowHosts }: InputSource,
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Error(`${url.protocol} is not http or https`);
  if (!allowHosts.includes(url.host) && !allowHosts.includes(url.hostname)) {
    throw new Error(`host ${url.host} is not in the sandbox's list of allowed hosts`);
  }
  url.username = "";
  url.password = "";
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
  const response = await fetch(url, { redirect: "manual", credentials: "omit", signal: deadline });
  if (response.status !== 200 || !response.body) throw new Error(`${url.host} answered ${response.status}`);
  return readAtMost(response.body, MAX_BYTES);
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
