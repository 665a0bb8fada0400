/** As much as an upload may have. */
export const MAX_INPUT_BYTES = 64 * 1024 * 1024;
export const INPUT_DEADLINE_MS = 30_000;

/** Fetches inputs over http(s). Who may be asked is its own to decide: addresses come from whoever reaches the sandbox. */
export type InputFetch = typeof globalThis.fetch;

/** An input over http(s); nothing of ours is sent along. Throws a plain Error that says why. */
export async function fetchInput(fetch: InputFetch, address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { signal });
  if (response.status !== 200 || !response.body) {
    await response.body?.cancel();
    throw new Error(`${new URL(address).host} answered ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
