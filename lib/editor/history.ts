import type { EditName, EditorState, History, HistoryStep } from "./editor-state.ts";

/** Steps kept. A document is a few kilobytes and shares what did not change with its neighbours. */
export const HISTORY_STEPS = 200;

export const EMPTY_HISTORY: History = { past: [], future: [] };

type Present = Pick<EditorState, "document" | "selection">;

/** The history after an edit of `before`; whatever had been undone is gone. */
export function withStep(history: History, name: EditName, before: Present): History {
  return { past: [...history.past, stepOf(name, before)].slice(-HISTORY_STEPS), future: [] };
}

function stepOf(name: EditName, present: Present): HistoryStep {
  return { name, document: present.document, selection: present.selection };
}

/** The present and history after one undo, or null when there is nothing to undo. */
export function undoStep(history: History, present: Present): (Present & { history: History }) | null {
  const step = history.past.at(-1);
  if (!step) return null;
  return {
    document: step.document,
    selection: step.selection,
    history: { past: history.past.slice(0, -1), future: [stepOf(step.name, present), ...history.future] },
  };
}

export function redoStep(history: History, present: Present): (Present & { history: History }) | null {
  const [step, ...rest] = history.future;
  if (!step) return null;
  return {
    document: step.document,
    selection: step.selection,
    history: { past: [...history.past, stepOf(step.name, present)], future: rest },
  };
}
