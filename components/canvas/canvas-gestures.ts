import type Konva from "konva";
import { addElement } from "#lib/composition/elements.ts";
import { layerBounds } from "#lib/composition/geometry.ts";
import type { Editor } from "#lib/editor/editor.ts";
import { type Point, panBy, toArtboard } from "#lib/editor/kernels/camera.ts";
import { type SnapPlan, snapBox } from "#lib/editor/kernels/snap.ts";
import { tidyTransform } from "#lib/editor/kernels/tidy-transform.ts";
import { elementOf, withTransform } from "#lib/editor/layers.ts";
import { moveCamera } from "#lib/editor/view.ts";
import type { StageLayer } from "./stage-layer.ts";

/** A movement under way. `move` gets the pointer in CSS pixels of the canvas area. */
export interface Gesture {
  cursor: string;
  move(pointer: Point, held: { isSnapping: boolean; isStraight: boolean }): void;
  /** Once, when the pointer is let go. */
  drop(): void;
  /** Escape, or the browser took the pointer away. */
  cancel(): void;
}

const SNAP_REACH_PX = 6;
/** A hand trembles: less is a click. */
const DRAG_STARTS_PX = 3;

export function panning(editor: Editor, start: Point): Gesture {
  const before = editor.store.getState();
  return {
    cursor: "grabbing",
    move(pointer) {
      moveCamera(editor, panBy(before.camera, { x: pointer.x - start.x, y: pointer.y - start.y }));
    },
    drop() {},
    cancel() {
      editor.store.setState({ camera: before.camera, isFitted: before.isFitted });
    },
  };
}

/** Where the canvas is for looking: a drag moves the view, a touch without one is `onTap`. */
export function viewing(editor: Editor, start: Point, onTap: () => void): Gesture {
  const pan = panning(editor, start);
  let isMoving = false;
  return {
    ...pan,
    move(pointer, held) {
      isMoving ||= Math.hypot(pointer.x - start.x, pointer.y - start.y) >= DRAG_STARTS_PX;
      if (isMoving) pan.move(pointer, held);
    },
    drop() {
      if (!isMoving) onTap();
    },
  };
}

export interface TranslatingParts {
  editor: Editor;
  layer: StageLayer;
  others: readonly StageLayer[];
  start: Point;
  /** The drawn picture and its frame; moved directly, the store hears of it only at the end. */
  nodes(): readonly Konva.Node[];
  showGuides(plan: SnapPlan | null): void;
  isCopying: boolean;
}

export function translating(parts: TranslatingParts): Gesture {
  const { editor, layer, start } = parts;
  const { document, camera } = editor.store.getState();
  const from = toArtboard(camera, start);
  const bounds = layerBounds(layer.size, layer.transform, layer.visible);
  const targets = [
    { x: 0, y: 0, ...document.artboard },
    ...parts.others.map(({ size, transform, visible }) => layerBounds(size, transform, visible)),
  ];
  let place: Point = layer.transform;
  let isMoving = false;

  const show = (next: Point) => {
    place = next;
    for (const node of parts.nodes()) node.position(next);
  };

  return {
    cursor: "move",
    move(pointer, { isSnapping, isStraight }) {
      const { zoom } = editor.store.getState().camera;
      if (!isMoving && Math.hypot(pointer.x - start.x, pointer.y - start.y) < DRAG_STARTS_PX) return;
      isMoving = true;
      const to = toArtboard(editor.store.getState().camera, pointer);
      // Whole pixels from where it was: an unturned picture stays on the grid and is copied, not resampled.
      let dx = Math.round(to.x - from.x);
      let dy = Math.round(to.y - from.y);
      if (isStraight) [dx, dy] = Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy];
      const moved = { ...bounds, x: bounds.x + dx, y: bounds.y + dy };
      const snap = isSnapping ? snapBox(moved, targets, SNAP_REACH_PX / zoom) : null;
      parts.showGuides(snap);
      show({ x: layer.transform.x + dx + (snap?.dx ?? 0), y: layer.transform.y + dy + (snap?.dy ?? 0) });
    },
    drop() {
      parts.showGuides(null);
      if (!isMoving) return;
      const transform = tidyTransform({ ...layer.transform, ...place });
      const original = parts.isCopying ? elementOf(editor.store.getState().document, layer.id) : undefined;
      if (original) {
        const id = editor.ports.newElementId();
        show(layer.transform);
        editor.edit(
          "duplicate-element",
          (current) => addElement(current, original.group, { ...original.element, id, transform }, original.index + 1),
          { select: id },
        );
        return;
      }
      editor.edit("move", (current) => withTransform(current, layer.id, transform));
    },
    cancel() {
      parts.showGuides(null);
      show(layer.transform);
    },
  };
}
