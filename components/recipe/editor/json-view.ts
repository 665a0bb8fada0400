import { defaultKeymap, history, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { type Diagnostic, lintGutter, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import type { TextRange } from "#lib/editor/kernels/json-text.ts";
import { textChanges } from "#lib/editor/kernels/text-changes.ts";
import { hangingIndent } from "./hanging-indent.ts";
import { jsonColours } from "./json-colours.ts";
import { jsonTheme } from "./json-theme.ts";
import { type HintSource, layerHints, setHintSource } from "./layer-hints.ts";

/** A text to read and, with `editing`, to write. */
export interface JsonView {
  setText(text: string): void;
  setProblems(problems: readonly Diagnostic[]): void;
  setHints(source: HintSource): void;
  goTo(range: TextRange): void;
  lineAt(place: number): number;
  destroy(): void;
}

export interface JsonEditing {
  onType(text: string): void;
  /** Asked when nothing was typed since the canvas last changed: what was done last is undone first, here or there. */
  onUndo(): void;
  onRedo(): void;
  /** A pasted text that stands for the whole body, null for one that is a piece of it. */
  bodyOf(pasted: string): string | null;
}

const fromCanvas = Annotation.define<true>();

/** These belong to the studio, wherever the focus is. */
const STUDIO_KEYS = new Set(["Mod-Enter", "Mod-/", "Mod-z", "Mod-y", "Mod-Shift-z"]);

export function createJsonView(
  parent: HTMLElement,
  text: string,
  { label, editing }: { label: string; editing?: JsonEditing },
): JsonView {
  const past = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        json(),
        jsonColours,
        hangingIndent,
        layerHints,
        jsonTheme,
        lineNumbers(),
        bracketMatching(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, "aria-multiline": "true", tabindex: "0" }),
        editing ? [past.of(history()), lintGutter(), ...editable(editing)] : readOnly,
      ],
    }),
  });
  return {
    setText(next) {
      const changes = textChanges(view.state.doc.toString(), next);
      if (changes.length === 0) return;
      view.dispatch({ changes, annotations: fromCanvas.of(true) });
      // What was typed before lies behind the canvas's change now: the studio's own undo reaches both, in their order.
      view.dispatch({ effects: past.reconfigure([]) });
      view.dispatch({ effects: past.reconfigure(history()) });
    },
    setProblems(problems) {
      const { length } = view.state.doc;
      const within = problems.map((one) => ({
        ...one,
        from: Math.min(one.from, length),
        to: Math.min(one.to, length),
      }));
      view.dispatch(setDiagnostics(view.state, within));
    },
    setHints: (source) => view.dispatch({ effects: setHintSource.of(source) }),
    goTo({ from, to }) {
      const { length } = view.state.doc;
      view.dispatch({
        selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
        effects: EditorView.scrollIntoView(Math.min(from, length), { y: "center" }),
      });
      view.focus();
    },
    lineAt: (place) => view.state.doc.lineAt(Math.min(place, view.state.doc.length)).number,
    destroy: () => view.destroy(),
  };
}

const readOnly = [EditorState.readOnly.of(true), EditorView.editable.of(false)];

function editable({ onType, onUndo, onRedo, bodyOf }: JsonEditing) {
  const undoLatest = (view: EditorView) => {
    if (undoDepth(view.state) > 0) return undo(view);
    onUndo();
    return true;
  };
  const redoLatest = (view: EditorView) => {
    if (redoDepth(view.state) > 0) return redo(view);
    onRedo();
    return true;
  };
  return [
    indentOnInput(),
    keymap.of([
      { key: "Mod-z", run: undoLatest },
      { key: "Mod-Shift-z", run: redoLatest },
      { key: "Mod-y", run: redoLatest },
      { key: "F8", run: nextDiagnostic },
      ...defaultKeymap.filter(({ key = "" }) => !STUDIO_KEYS.has(key)),
    ]),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      const isTyped = transactions.some((one) => one.docChanged && !one.annotation(fromCanvas));
      if (docChanged && isTyped) onType(state.doc.toString());
    }),
    EditorView.domEventHandlers({
      paste(event, view) {
        const body = bodyOf(event.clipboardData?.getData("text/plain") ?? "");
        if (body === null) return false;
        event.preventDefault();
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: body } });
        return true;
      },
    }),
  ];
}
