import type { FailureView, GenerationState } from "#lib/api/run-view.ts";
import type { StudioEventType } from "#lib/api/studio-event.ts";
import { findGeneration, type GenerationChanges, updateGeneration } from "#lib/db/generation-repository.ts";
import type { Executor } from "#lib/db/studio-schema.ts";
import type { AppendEvent } from "./event-log.ts";
import { canMove, statesBefore } from "./generation-state.ts";
import { settle } from "./money.ts";
import { stateOf } from "./views.ts";

const EVENT: Readonly<Record<GenerationState, StudioEventType>> = {
  queued: "generation-queued",
  submitting: "generation-submitting",
  pending: "generation-pending",
  running: "generation-running",
  saving: "generation-progressed",
  done: "generation-succeeded",
  failed: "generation-failed",
  canceled: "generation-canceled",
  needs_decision: "generation-needs-decision",
};

type Change = { transaction: Executor; append: AppendEvent };

/** Moves the generation and tells of it, if it may go there from where it is now. Answers whether it did. */
export async function moveGeneration(
  { transaction, append }: Change,
  id: string,
  to: GenerationState,
  changes: GenerationChanges = {},
): Promise<boolean> {
  const hasMoved = await updateGeneration(transaction, id, statesBefore(to), { ...changes, state: to });
  if (hasMoved) await append(EVENT[to], id);
  return hasMoved;
}

export type GenerationEnd = {
  to: "done" | "failed" | "canceled";
  /** Pictures that cost money. */
  paidPictures: number;
  failure: FailureView | null;
  at: number;
};

/** Moves the generation to its end and settles its money, both or neither. Answers whether it did. */
export async function endGeneration(change: Change, id: string, end: GenerationEnd): Promise<boolean> {
  const row = await findGeneration(change.transaction, id);
  if (!row || !canMove(stateOf(row), end.to)) return false;
  const cost = await settle(change.transaction, row, end.paidPictures, end.at);
  return await moveGeneration(change, id, end.to, { ...cost, failure: end.failure, endedAt: end.at });
}
