import { removeSubject } from "#lib/composition/create-document.ts";
import { duplicateElement, removeElement, setElementVisible } from "#lib/composition/elements.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { elementCount, elementOf, findLayer } from "../layers.ts";
import { defineCommand } from "./command.ts";
import { flip, nudge } from "./transform-selection.ts";

/** How far a copy lies from its original, as a share of the artboard's width: seen at once, still near. */
const COPY_OFFSET_SHARE = 0.03;

export const layerCommands = [
  defineCommand({
    id: "delete",
    keys: ["Delete", "Backspace"],
    when: ({ selection }) => selection !== null,
    run(editor) {
      const { selection } = editor.store.getState();
      if (selection === "subject") {
        editor.edit("remove-subject", removeSubject, { select: null });
      } else if (selection) {
        editor.edit("delete-element", (document) => removeElement(document, selection), { select: null });
      }
    },
  }),
  defineCommand({
    id: "duplicate",
    keys: ["Mod+D", "Mod+J"],
    when: ({ document, selection }) =>
      elementOf(document, selection) !== undefined && elementCount(document) < LIMITS.elements.max,
    run(editor) {
      const { document, selection } = editor.store.getState();
      const found = elementOf(document, selection);
      if (!found) return;
      const id = editor.ports.newElementId();
      const offset = Math.round(document.artboard.width * COPY_OFFSET_SHARE);
      editor.edit("duplicate-element", (current) => duplicateElement(current, found.element.id, id, offset), {
        select: id,
      });
    },
  }),
  defineCommand({
    id: "toggle-visibility",
    keys: ["Mod+Shift+H"],
    when: ({ document, selection }) => elementOf(document, selection) !== undefined,
    run(editor) {
      const { document, selection } = editor.store.getState();
      const found = elementOf(document, selection);
      if (!found) return;
      const { id, visible } = found.element;
      editor.edit(visible ? "hide-element" : "show-element", (current) => setElementVisible(current, id, !visible));
    },
  }),
  defineCommand({
    id: "flip-horizontal",
    keys: ["Shift+H"],
    when: ({ document, selection }) => findLayer(document, selection) !== null,
    run: (editor) => flip(editor, "horizontal"),
  }),
  defineCommand({
    id: "flip-vertical",
    keys: ["Shift+V"],
    when: ({ document, selection }) => findLayer(document, selection) !== null,
    run: (editor) => flip(editor, "vertical"),
  }),
  ...(
    [
      ["nudge-left", "ArrowLeft", -1, 0],
      ["nudge-right", "ArrowRight", 1, 0],
      ["nudge-up", "ArrowUp", 0, -1],
      ["nudge-down", "ArrowDown", 0, 1],
    ] as const
  ).flatMap(([id, key, x, y]) => [
    defineCommand({
      id,
      keys: [key],
      repeats: true,
      when: ({ document, selection }) => findLayer(document, selection) !== null,
      run: (editor) => nudge(editor, x, y),
    }),
    defineCommand({
      id: `${id}-far` as const,
      keys: [`Shift+${key}`],
      repeats: true,
      when: ({ document, selection }) => findLayer(document, selection) !== null,
      run: (editor) => nudge(editor, x * 10, y * 10),
    }),
  ]),
] as const;
