import type { WanxClient } from "#lib/wanx/client/client.ts";
import { WanxError } from "#lib/wanx/client/wanx-error.ts";

/** Whether upstream answers, found out with a question that costs nothing; a refusal is an answer. Throws WanxError when it does not. */
export async function askIfThere(client: Pick<WanxClient, "list">, signal: AbortSignal): Promise<void> {
  try {
    await client.list({ pageSize: 1 }, { signal });
  } catch (error) {
    if (!WanxError.is(error) || error.outcome !== "rejected") throw error;
  }
}
