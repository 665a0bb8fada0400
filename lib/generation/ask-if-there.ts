import type { WanxClient } from "#lib/wanx/client/client.ts";
import { WanxError } from "#lib/wanx/client/wanx-error.ts";

/** Nobody has this task: the answer is that it is unknown. */
const NO_TASK = "00000000-0000-0000-0000-000000000000";

/**
 * Whether upstream answers, found out with a question that costs nothing and that whoever stands in between must let through anyway. A
 * refusal is an answer. Throws WanxError when there is none.
 */
export async function askIfThere(client: Pick<WanxClient, "query">, signal: AbortSignal): Promise<void> {
  try {
    await client.query(NO_TASK, { signal });
  } catch (error) {
    if (!WanxError.is(error) || error.outcome !== "rejected") throw error;
  }
}
