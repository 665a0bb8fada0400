import type { KeyboardEvent } from "react";
import { type CommandId, runCommand } from "#lib/editor/commands/commands.ts";
import type { Editor } from "#lib/editor/editor.ts";
import type { LayerId } from "#lib/editor/editor-state.ts";
import { layersTopDown } from "#lib/editor/layers.ts";

const COMMANDS: Readonly<Record<string, CommandId>> = {
  "Alt+ArrowUp": "bring-forward",
  "Alt+ArrowDown": "send-backward",
  "Alt+Shift+ArrowUp": "bring-to-front",
  "Alt+Shift+ArrowDown": "send-to-back",
  Delete: "delete",
  Backspace: "delete",
};

/** Keys on a focused row: arrows go from row to row, Alt with an arrow moves the layer, Delete removes it, Enter edits its prompt. */
export function onLayerListKey(editor: Editor, event: KeyboardEvent<HTMLElement>): void {
  const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-layer-button]") : null;
  const layer = row?.dataset.layerButton as LayerId | undefined;
  if (!layer || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
  const name = `${event.altKey ? "Alt+" : ""}${event.shiftKey ? "Shift+" : ""}${event.key}`;

  const command = COMMANDS[name];
  if (command) {
    event.preventDefault();
    const before = layersTopDown(editor.store.getState().document);
    editor.select(layer);
    runCommand(editor, command);
    const after = layersTopDown(editor.store.getState().document);
    // A moved row keeps the focus; a deleted one hands it to its neighbour.
    const next = after.includes(layer) ? layer : after[Math.min(before.indexOf(layer), after.length - 1)];
    if (next) focusLayer(editor, next);
    return;
  }
  if (name === "Enter" && layer !== "subject") {
    event.preventDefault();
    editor.select(layer);
    row?.closest("[data-layer-row]")?.querySelector<HTMLElement>("[data-field]")?.focus();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[name];
  if (step === undefined) return;
  event.preventDefault();
  const layers = layersTopDown(editor.store.getState().document);
  const next = layers[layers.indexOf(layer) + step];
  if (next) focusLayer(editor, next);
}

function focusLayer(editor: Editor, layer: LayerId): void {
  editor.select(layer);
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-layer-button="${CSS.escape(layer)}"]`)?.focus();
  });
}
