import { createHash } from "node:crypto";
import { newId } from "#lib/base/ids.ts";
import { canonicalJson } from "#lib/composition/recipe.ts";
import type { GenerationRow } from "#lib/db/generation-repository.ts";
import { closeIntent, insertIntent } from "#lib/db/intent-repository.ts";
import type { IntentState } from "#lib/db/studio-schema.ts";
import { SUBMIT_DEADLINE_MS } from "#lib/wanx/client/create-client.ts";
import { WanxError } from "#lib/wanx/client/wanx-error.ts";
import type { SubmitRequest } from "#lib/wanx/contract/submit-request.ts";
import { type Again, again, backoffMs } from "./backoff.ts";
import { failureOf, upstreamFailure } from "./failure.ts";
import { isUnreadableInput } from "./input-host.ts";
import type { LaneParts } from "./lane-parts.ts";
import { endGeneration, moveGeneration } from "./move-generation.ts";

/** How often a refusal that may be repeated is repeated, where it is not throttling: that one is waited out. */
const REPEATED_REFUSALS = 5;

/** `Again`: it is back in the queue and wants a pause first. `over`: ended, or canceled before it was sent. */
export type SubmitEnd = "accepted" | "undecided" | "over" | Again;

type SubmitParts = Pick<LaneParts, "client" | "clock" | "log" | "events" | "inputs">;
type OpenIntent = { id: string; row: GenerationRow; attempt: number };

/**
 * Sends one queued generation, once. The intent is on disk before the first byte leaves and the task id right after the
 * answer; a crash in between leaves an open intent, which `recoverLane` turns into a decision. There is no signal: a POST
 * that is on its way is waited for, also when the lane is stopping.
 */
export async function submitGeneration(
  parts: SubmitParts,
  row: GenerationRow,
  request: SubmitRequest,
): Promise<SubmitEnd> {
  const intent = await openIntent(parts, row, request);
  if (!intent) return "over";
  let answer: { taskId: string; requestId?: string };
  try {
    answer = await parts.client.submit(request);
  } catch (error) {
    return await recordRefusal(parts, intent, error);
  }
  const { taskId, requestId } = answer;
  parts.log.info({ generationId: row.id, taskId, requestId }, "a submission was accepted");
  await recordAccepted(parts, intent, answer);
  return "accepted";
}

async function openIntent(
  { events, clock }: SubmitParts,
  row: GenerationRow,
  request: SubmitRequest,
): Promise<OpenIntent | undefined> {
  const attempt = row.attempts + 1;
  const id = newId("intent");
  return await events.change(async (transaction, append) => {
    const change = { transaction, append };
    if (!(await moveGeneration(change, row.id, "submitting", { attempts: attempt, failure: null }))) return undefined;
    await insertIntent(transaction, {
      id,
      generationId: row.id,
      attempt,
      payloadSha256: createHash("sha256").update(canonicalJson(request)).digest("hex"),
      sentAt: clock.now(),
      deadlineMs: SUBMIT_DEADLINE_MS,
      state: "open",
      closedAt: null,
    });
    return { id, row, attempt };
  });
}

/** The task exists and costs money: its id is written until it is written, a full disk or a locked database included. */
async function recordAccepted(
  { events, clock, log }: SubmitParts,
  { id, row }: OpenIntent,
  { taskId, requestId }: { taskId: string; requestId?: string },
): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      const at = clock.now();
      return await events.change(async (transaction, append) => {
        await closeIntent(transaction, id, { state: "accepted", closedAt: at });
        const accepted = { taskId, requestId: requestId ?? null, startedAt: at };
        await moveGeneration({ transaction, append }, row.id, "pending", accepted);
      });
    } catch (error) {
      log.error({ err: error, generationId: row.id, taskId }, "cannot record an accepted task, trying again");
      await clock.sleep(backoffMs({ failures, seed: id, longestMs: 5_000 }));
    }
  }
}

async function recordRefusal(parts: SubmitParts, intent: OpenIntent, error: unknown): Promise<SubmitEnd> {
  const { events, clock, log } = parts;
  const { row, attempt } = intent;
  const end = judge(error, attempt);
  log.warn({ err: error, generationId: row.id, attempt, end: end.intent }, "a submission was not accepted");
  const at = clock.now();
  await events.change(async (transaction, append) => {
    const change = { transaction, append };
    await closeIntent(transaction, intent.id, { state: end.intent, closedAt: at });
    if (end.submit === "undecided") {
      await moveGeneration(change, row.id, "needs_decision", { failure: unanswered(error) });
      return;
    }
    const failure = failureOf(error);
    if (isUnreadableInput(failure)) await parts.inputs.renew(transaction);
    if (end.submit === "over") await endGeneration(change, row.id, { to: "failed", paidPictures: 0, failure, at });
    else await moveGeneration(change, row.id, "queued", { failure });
  });
  return end.submit;
}

type Judgement = { submit: Exclude<SubmitEnd, "accepted">; intent: Exclude<IntentState, "open"> };

/** Only what surely made no task goes back to the queue or fails; everything else is for a person to decide. */
function judge(error: unknown, attempt: number): Judgement {
  if (!WanxError.is(error) || error.outcome === "ambiguous") return { submit: "undecided", intent: "ambiguous" };
  if (error.outcome === "not-sent") return { submit: again("reach", error), intent: "not_sent" };
  const isThrottled = error.isRetryable && error.status === 429;
  // Inputs that were lost upstream are put there anew before it is sent again.
  const isPassing = error.isRetryable || isUnreadableInput(failureOf(error));
  const mayRepeat = isThrottled || (isPassing && attempt < REPEATED_REFUSALS);
  return { submit: mayRepeat ? again("submit", error) : "over", intent: "rejected" };
}

function unanswered(error: unknown) {
  if (!WanxError.is(error)) return upstreamFailure("upstream/unanswered", {});
  return upstreamFailure("upstream/unanswered", {
    code: error.code,
    message: error.message,
    requestId: error.requestId,
  });
}
