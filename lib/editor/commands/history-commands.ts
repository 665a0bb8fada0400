import { defineCommand } from "./command.ts";

export const historyCommands = [
  defineCommand({
    id: "undo",
    keys: ["Mod+Z"],
    repeats: true,
    when: ({ history }) => history.past.length > 0,
    run: (editor) => editor.undo(),
  }),
  defineCommand({
    id: "redo",
    keys: ["Mod+Shift+Z", "Mod+Y"],
    repeats: true,
    when: ({ history }) => history.future.length > 0,
    run: (editor) => editor.redo(),
  }),
] as const;
