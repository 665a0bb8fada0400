import type { Editor } from "../editor.ts";
import { isShortcutPressed, type KeyPress } from "../kernels/shortcut.ts";
import { arrangeCommands } from "./arrange-commands.ts";
import type { Command } from "./command.ts";
import { historyCommands } from "./history-commands.ts";
import { layerCommands } from "./layer-commands.ts";
import { viewCommands } from "./view-commands.ts";

const all = [...historyCommands, ...layerCommands, ...arrangeCommands, ...viewCommands] as const;

export type CommandId = (typeof all)[number]["id"];

export const COMMANDS: readonly Command<CommandId>[] = all;

export function getCommand(id: CommandId): Command<CommandId> {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (!command) throw new Error(`no command ${id}`);
  return command;
}

/** Does nothing when the command does not apply now. Answers whether it ran. */
export function runCommand(editor: Editor, id: CommandId): boolean {
  const command = getCommand(id);
  if (!command.when(editor.store.getState())) return false;
  command.run(editor);
  return true;
}

/** The command of a key press, whether or not it applies now; null when none has this key or a field takes it. */
export function commandForPress(
  press: KeyPress,
  context: { isMac: boolean; isTyping: boolean },
): Command<CommandId> | null {
  return (
    COMMANDS.find(
      ({ keys, scope }) =>
        (scope === "anywhere" || !context.isTyping) && keys.some((key) => isShortcutPressed(key, press, context.isMac)),
    ) ?? null
  );
}
