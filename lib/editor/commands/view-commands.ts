import type { Editor } from "../editor.ts";
import { layersTopDown } from "../layers.ts";
import { fitArtboard, zoomStep, zoomTo } from "../view.ts";
import { defineCommand } from "./command.ts";

function selectBeside(editor: Editor, step: 1 | -1): void {
  const { document, selection } = editor.store.getState();
  const layers = layersTopDown(document);
  const index = selection === null ? -1 : layers.indexOf(selection);
  const next = index < 0 ? (step === 1 ? 0 : layers.length - 1) : (index + step + layers.length) % layers.length;
  editor.select(layers[next] ?? null);
}

export const viewCommands = [
  defineCommand({
    id: "zoom-in",
    keys: ["+", "Mod++", "=", "Mod+="],
    repeats: true,
    run: (editor) => zoomStep(editor, 1),
  }),
  defineCommand({ id: "zoom-out", keys: ["-", "Mod+-"], repeats: true, run: (editor) => zoomStep(editor, -1) }),
  defineCommand({ id: "zoom-actual", keys: ["Shift+0", "Mod+0"], run: (editor) => zoomTo(editor, 1) }),
  defineCommand({ id: "zoom-fit", keys: ["Shift+1"], run: fitArtboard }),
  defineCommand({
    id: "tool-move",
    keys: ["V"],
    run: (editor) => editor.store.setState({ tool: "move" }),
  }),
  defineCommand({
    id: "tool-hand",
    keys: ["H"],
    run: (editor) => editor.store.setState({ tool: "hand" }),
  }),
  defineCommand({
    id: "show-as-sent",
    keys: ["A"],
    run: (editor) => editor.store.setState(({ isShownAsSent }) => ({ isShownAsSent: !isShownAsSent })),
  }),
  defineCommand({
    id: "select-above",
    keys: ["Alt+]"],
    repeats: true,
    when: ({ document }) => layersTopDown(document).length > 0,
    run: (editor) => selectBeside(editor, -1),
  }),
  defineCommand({
    id: "select-below",
    keys: ["Alt+["],
    repeats: true,
    when: ({ document }) => layersTopDown(document).length > 0,
    run: (editor) => selectBeside(editor, 1),
  }),
  defineCommand({
    id: "deselect",
    keys: ["Escape"],
    when: ({ selection }) => selection !== null,
    run: (editor) => editor.select(null),
  }),
  defineCommand({
    id: "help",
    keys: ["?", "Mod+/"],
    run: (editor) => editor.store.setState({ isHelpOpen: true }),
  }),
  defineCommand({
    id: "recipe",
    keys: ["R"],
    run: ({ store }) => store.setState(({ shownRecipe }) => ({ shownRecipe: shownRecipe === null ? "canvas" : null })),
  }),
  defineCommand({
    id: "generate",
    keys: ["Mod+Enter"],
    scope: "anywhere",
    run: (editor) => editor.ports.generate(),
  }),
] as const;
