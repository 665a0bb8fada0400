import type { CommandId } from "#lib/editor/commands/commands.ts";

/** One line of the help: commands that read as one, or keys and pointers that are no command. */
export type HelpLine = { command: CommandId } | { commands: readonly CommandId[]; words: Together } | { held: Held };

/** Commands whose keys stand side by side on one line. */
export type Together = "nudge" | "nudgeFar";

/** What is held, pressed on a list row or done with the pointer; its keys as they are shown. */
export type Held = keyof typeof HELD_KEYS;

export const HELD_KEYS = {
  rows: [["↑"], ["↓"]],
  rowOrder: [
    ["Alt", "↑"],
    ["Alt", "↓"],
  ],
  rowPrompt: [["Enter"]],
  pan: [["Space"]],
  copy: [["Alt"]],
  straight: [["Shift"]],
  free: [["Mod"]],
  wheel: [["Mod"]],
} as const;

export type HelpGroup = "work" | "layer" | "order" | "list" | "view" | "pointer";

const one = (...commands: CommandId[]): HelpLine[] => commands.map((command) => ({ command }));

/** Every command that has a key is on one line (tested). */
export const HELP: Readonly<Record<HelpGroup, readonly HelpLine[]>> = {
  work: one("generate", "undo", "redo", "help"),
  layer: [
    ...one("select-above", "select-below", "deselect"),
    { words: "nudge", commands: ["nudge-left", "nudge-up", "nudge-down", "nudge-right"] },
    { words: "nudgeFar", commands: ["nudge-left-far", "nudge-up-far", "nudge-down-far", "nudge-right-far"] },
    ...one("flip-horizontal", "flip-vertical", "duplicate", "toggle-visibility", "delete"),
  ],
  order: one("bring-forward", "send-backward", "bring-to-front", "send-to-back", "move-to-other-group"),
  list: [{ held: "rows" }, { held: "rowOrder" }, { held: "rowPrompt" }],
  view: one("zoom-in", "zoom-out", "zoom-fit", "zoom-actual", "tool-move", "tool-hand", "show-as-sent", "recipe"),
  pointer: [{ held: "pan" }, { held: "wheel" }, { held: "copy" }, { held: "straight" }, { held: "free" }],
};
