import { BacklotError } from "#lib/base/errors.ts";
import { findGeneration, type GenerationRow } from "#lib/db/generation-repository.ts";
import { closeIntent, intentsOf } from "#lib/db/intent-repository.ts";
import { WanxError } from "#lib/wanx/client/wanx-error.ts";
import { IN_FLIGHT } from "./generation-state.ts";
import type { LaneParts } from "./lane-parts.ts";
import { endGeneration, moveGeneration } from "./move-generation.ts";

type Parts = Pick<LaneParts, "db" | "client" | "clock" | "events">;

/**
 * Queued: ended without a call. Waiting upstream: ended once upstream has confirmed. Undecided: dropped. Canceled before:
 * nothing to do. Throws `generation/not-found`, `upstream/unreachable`, and `run/not-cancelable` {state} when it is too
 * late: it goes on, its pictures are saved and charged.
 */
export async function cancelGeneration(parts: Parts, id: string): Promise<void> {
  const row = await findGeneration(parts.db, id);
  if (!row) throw new BacklotError("generation/not-found", { id });
  switch (row.state) {
    case "canceled":
      return;
    case "queued":
    case "needs_decision":
      if (await endFrom([row.state], parts, id)) return;
      // It has been taken up since it was read; where it stands now decides.
      return await cancelGeneration(parts, id);
    case "pending":
      await cancelUpstream(parts, row);
      await endFrom(IN_FLIGHT, parts, id);
      return;
    default:
      throw new BacklotError("run/not-cancelable", { state: row.state });
  }
}

async function endFrom(states: readonly string[], { events, clock }: Parts, id: string): Promise<boolean> {
  const at = clock.now();
  return await events.change(async (transaction, append) => {
    const row = await findGeneration(transaction, id);
    if (!row || !states.includes(row.state)) return false;
    return await endGeneration({ transaction, append }, id, { to: "canceled", paidPictures: 0, failure: null, at });
  });
}

async function cancelUpstream({ client }: Parts, row: GenerationRow): Promise<void> {
  try {
    await client.cancel(row.taskId ?? "");
  } catch (cause) {
    if (!WanxError.is(cause)) throw cause;
    if (cause.outcome === "rejected" && !cause.isRetryable) {
      throw new BacklotError("run/not-cancelable", { state: "running" }, { cause });
    }
    throw new BacklotError("upstream/unreachable", {}, { cause });
  }
}

/**
 * A person has looked and wants it sent once more, though the first may have arrived. Throws `generation/not-found`,
 * `generation/not-undecided`.
 */
export async function sendAgain({ events, clock }: Pick<Parts, "events" | "clock">, id: string): Promise<void> {
  await events.change(async (transaction, append) => {
    const row = await findGeneration(transaction, id);
    if (!row) throw new BacklotError("generation/not-found", { id });
    const isUndecided = row.state === "needs_decision";
    const hasMoved = isUndecided && (await moveGeneration({ transaction, append }, id, "queued", { failure: null }));
    if (!hasMoved) throw new BacklotError("generation/not-undecided", { state: row.state });
    const last = (await intentsOf(transaction, id)).at(-1);
    if (last) await closeIntent(transaction, last.id, { state: "resolved", closedAt: clock.now() });
  });
}
