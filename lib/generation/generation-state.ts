import type { GenerationState } from "#lib/api/run-view.ts";

/** Every way a generation may go on. What is not here does not happen, whatever upstream says. */
export const TRANSITIONS: Readonly<Record<GenerationState, readonly GenerationState[]>> = {
  // failed: its inputs cannot be made or are refused before anything was sent.
  queued: ["submitting", "canceled", "failed"],
  // queued: nothing reached upstream, or it asked for patience; no task was made.
  submitting: ["pending", "queued", "failed", "needs_decision"],
  // queued: the task failed, which is free, for want of inputs that can be made anew.
  pending: ["running", "saving", "failed", "canceled", "queued"],
  running: ["saving", "failed", "canceled", "queued"],
  saving: ["done", "failed"],
  // Only a person decides: send again, or drop it.
  needs_decision: ["queued", "canceled"],
  done: [],
  failed: [],
  canceled: [],
};

/** How far along a state is. News that does not lead further is old news: a late answer of an earlier poll. */
export const RANK: Readonly<Record<GenerationState, number>> = {
  queued: 0,
  submitting: 1,
  needs_decision: 2,
  pending: 3,
  running: 4,
  saving: 5,
  done: 6,
  failed: 6,
  canceled: 6,
};

export const STATES = Object.keys(TRANSITIONS) as GenerationState[];

export function canMove(from: GenerationState, to: GenerationState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** The states from which `to` may be reached: the condition of the update that moves there. */
export function statesBefore(to: GenerationState): GenerationState[] {
  return STATES.filter((state) => canMove(state, to));
}

export function isTerminal(state: GenerationState): boolean {
  return TRANSITIONS[state].length === 0;
}

/** Upstream has a task for it and has not told its end. */
export const IN_FLIGHT = ["pending", "running"] as const satisfies GenerationState[];

export function isInFlight(state: GenerationState): boolean {
  return (IN_FLIGHT as readonly GenerationState[]).includes(state);
}
