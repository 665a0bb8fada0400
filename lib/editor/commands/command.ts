import type { Editor } from "../editor.ts";
import type { EditorState } from "../editor-state.ts";
import type { Shortcut } from "../kernels/shortcut.ts";

/** One thing a person can do. Buttons, menus, keys and tests all run this object. */
export interface Command<Id extends string = string> {
  /** Also the key of its words in the studio's messages, under `commands`. */
  id: Id;
  keys: readonly Shortcut[];
  /** `anywhere`: also while typing in a field. `canvas`: not then, so that letters stay letters and arrows move the caret. */
  scope: "anywhere" | "canvas";
  /** A held key runs it again and again. The others wait for the next press: nobody wants ten runs. */
  repeats: boolean;
  /** False when `run` would do nothing. */
  when(state: EditorState): boolean;
  run(editor: Editor): void;
}

export function defineCommand<Id extends string>(
  command: Pick<Command<Id>, "id" | "run"> & Partial<Omit<Command<Id>, "id" | "run">>,
): Command<Id> {
  return { keys: [], scope: "canvas", repeats: false, when: () => true, ...command };
}
