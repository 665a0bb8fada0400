import { generationsInStates } from "#lib/db/generation-repository.ts";
import { closeIntent, openIntents } from "#lib/db/intent-repository.ts";
import { upstreamFailure } from "./failure.ts";
import type { LaneParts } from "./lane-parts.ts";
import { moveGeneration } from "./move-generation.ts";

/**
 * What an earlier process left between "about to send" and "accepted" can have reached upstream or not, and is never sent
 * again by itself: it waits for a decision. All other states go on from where they stand. Only for the one process that
 * owns the lane: another's submission on the wire would look the same.
 */
export async function recoverLane({ events, clock, log }: Pick<LaneParts, "events" | "clock" | "log">): Promise<void> {
  const at = clock.now();
  await events.change(async (transaction, append) => {
    for (const intent of await openIntents(transaction)) {
      await closeIntent(transaction, intent.id, { state: "ambiguous", closedAt: at });
      log.warn({ generationId: intent.generationId, sentAt: intent.sentAt }, "found a submission without an answer");
    }
    for (const row of await generationsInStates(transaction, ["submitting"])) {
      const failure = upstreamFailure("upstream/unanswered", {});
      await moveGeneration({ transaction, append }, row.id, "needs_decision", { failure });
    }
  });
}
