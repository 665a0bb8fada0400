import { createStore, type StoreApi } from "zustand/vanilla";
import type { Clock } from "#lib/base/clock.ts";
import type { ElementId } from "#lib/base/ids.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";
import type { EditName, EditorState, LayerId } from "./editor-state.ts";
import { EMPTY_HISTORY, redoStep, undoStep, withStep } from "./history.ts";
import { findLayer } from "./layers.ts";

/** Edits that share a `coalesce` key become one undo step while no pause between two is longer than this. */
export const COALESCE_PAUSE_MS = 900;

/** What the editor needs from outside. */
export interface EditorPorts {
  clock: Pick<Clock, "monotonic">;
  newElementId(): ElementId;
  /** Sends what is on the artboard; answers nothing, the run shows up in the strip. */
  generate(): void;
}

export interface EditOptions {
  /** Typing and nudging: the same key in quick succession is one step. */
  coalesce?: string;
  /** What is selected afterwards; unchanged when left out. */
  select?: LayerId | null;
}

export interface Editor {
  readonly store: StoreApi<EditorState>;
  readonly ports: EditorPorts;
  /** One undo step. A `change` that returns the document it got leaves no trace. */
  edit(name: EditName, change: (document: ProjectDocument) => ProjectDocument, options?: EditOptions): void;
  undo(): void;
  redo(): void;
  select(layer: LayerId | null): void;
  rename(name: string): void;
}

export interface EditorStart {
  document: ProjectDocument;
  name: string;
  revision: number;
}

export function createEditor(start: EditorStart, ports: EditorPorts): Editor {
  const store = createStore<EditorState>()(() => ({
    document: start.document,
    name: start.name,
    revision: start.revision,
    selection: null,
    tool: "move",
    camera: { zoom: 1, x: 0, y: 0 },
    viewport: null,
    isFitted: true,
    isShownAsSent: false,
    isHelpOpen: false,
    shownRecipe: null,
    history: EMPTY_HISTORY,
    save: { status: "saved" },
  }));
  let coalescing: { key: string; at: number } | null = null;

  const travel = (step: typeof undoStep) => {
    const { history, document, selection } = store.getState();
    const next = step(history, { document, selection });
    if (!next) return;
    coalescing = null;
    store.setState({ ...next, selection: existing(next.document, next.selection) });
  };

  return {
    store,
    ports,
    edit(name, change, options = {}) {
      const { document, selection, history } = store.getState();
      const changed = change(document);
      if (changed === document) return;
      const at = ports.clock.monotonic();
      const isContinued =
        options.coalesce !== undefined &&
        coalescing?.key === options.coalesce &&
        at - coalescing.at <= COALESCE_PAUSE_MS &&
        history.past.length > 0;
      coalescing = options.coalesce === undefined ? null : { key: options.coalesce, at };
      store.setState({
        document: changed,
        selection: existing(changed, options.select === undefined ? selection : options.select),
        history: isContinued ? history : withStep(history, name, { document, selection }),
      });
    },
    undo: () => travel(undoStep),
    redo: () => travel(redoStep),
    select(layer) {
      const { document, selection } = store.getState();
      const next = existing(document, layer);
      if (next !== selection) store.setState({ selection: next });
    },
    rename(name) {
      const trimmed = name.trim().slice(0, 120);
      if (trimmed && trimmed !== store.getState().name) store.setState({ name: trimmed });
    },
  };
}

/** Undo can bring back a time when the selected layer did not exist. */
function existing(document: ProjectDocument, layer: LayerId | null): LayerId | null {
  return layer !== null && findLayer(document, layer) ? layer : null;
}
