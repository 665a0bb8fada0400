import { flipTransform } from "#lib/composition/geometry.ts";
import type { Editor } from "../editor.ts";
import { findLayer, withTransform } from "../layers.ts";

/** By whole artboard pixels; one undo step for a series of key presses. */
export function nudge(editor: Editor, dx: number, dy: number): void {
  const { document, selection } = editor.store.getState();
  const layer = findLayer(document, selection);
  if (!layer || !selection) return;
  const { x, y } = layer.transform;
  const moved = { ...layer.transform, x: x + dx, y: y + dy };
  editor.edit("move", (current) => withTransform(current, selection, moved), { coalesce: `nudge ${selection}` });
}

export function flip(editor: Editor, direction: "horizontal" | "vertical"): void {
  const { document, selection } = editor.store.getState();
  const layer = findLayer(document, selection);
  if (!layer || !selection) return;
  const flipped = flipTransform(layer.transform, direction);
  editor.edit("flip", (current) => withTransform(current, selection, flipped));
}
