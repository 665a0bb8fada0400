import type { ElementGroup } from "#lib/composition/document.ts";
import { type ElementPlace, moveElement } from "#lib/composition/elements.ts";
import type { Editor } from "../editor.ts";
import type { EditorState } from "../editor-state.ts";
import { elementOf } from "../layers.ts";
import { defineCommand } from "./command.ts";

interface Place {
  group: ElementGroup;
  index: number;
}

/** Where the selected element would go; null when it is there already. */
type Arrange = (state: EditorState, found: ElementPlace) => Place | null;

const forward: Arrange = ({ document }, { group, index }) =>
  index < document[group].length - 1
    ? { group, index: index + 1 }
    : group === "background"
      ? { group: "foreground", index: 0 }
      : null;

const backward: Arrange = ({ document }, { group, index }) =>
  index > 0
    ? { group, index: index - 1 }
    : group === "foreground"
      ? { group: "background", index: document.background.length }
      : null;

const toFront: Arrange = ({ document }, { group, index }) =>
  index < document[group].length - 1 ? { group, index: document[group].length - 1 } : null;

const toBack: Arrange = (_, { group, index }) => (index > 0 ? { group, index: 0 } : null);

const toOtherGroup: Arrange = ({ document }, { group }) => {
  const other = group === "foreground" ? "background" : "foreground";
  return { group: other, index: document[other].length };
};

function placeOf(state: EditorState, arrange: Arrange): Place | null {
  const found = elementOf(state.document, state.selection);
  return found ? arrange(state, found) : null;
}

function run(editor: Editor, arrange: Arrange): void {
  const state = editor.store.getState();
  const found = elementOf(state.document, state.selection);
  const place = found && arrange(state, found);
  if (place) editor.edit("arrange", (document) => moveElement(document, found.element.id, place.group, place.index));
}

/** Forward and backward walk through the whole stack: past the subject an element changes its group. */
export const arrangeCommands = [
  defineCommand({
    id: "bring-forward",
    keys: ["Mod+]"],
    when: (state) => placeOf(state, forward) !== null,
    run: (editor) => run(editor, forward),
  }),
  defineCommand({
    id: "send-backward",
    keys: ["Mod+["],
    when: (state) => placeOf(state, backward) !== null,
    run: (editor) => run(editor, backward),
  }),
  defineCommand({
    id: "bring-to-front",
    keys: ["Mod+Shift+]"],
    when: (state) => placeOf(state, toFront) !== null,
    run: (editor) => run(editor, toFront),
  }),
  defineCommand({
    id: "send-to-back",
    keys: ["Mod+Shift+["],
    when: (state) => placeOf(state, toBack) !== null,
    run: (editor) => run(editor, toBack),
  }),
  defineCommand({
    id: "move-to-other-group",
    keys: ["Mod+Shift+G"],
    when: (state) => placeOf(state, toOtherGroup) !== null,
    run: (editor) => run(editor, toOtherGroup),
  }),
] as const;
