import type { Editor } from "#lib/editor/editor.ts";
import { type Point, zoomAbout } from "#lib/editor/kernels/camera.ts";
import { moveCamera } from "#lib/editor/view.ts";
import type { Gesture } from "./canvas-gestures.ts";

/** Two fingers move and zoom: the artboard stays between them. */
export function pinching(editor: Editor, pointers: ReadonlyMap<number, Point>): Gesture {
  const before = editor.store.getState();
  const spread = () => {
    const [a, b] = [...pointers.values()];
    if (!a || !b) return null;
    return { centre: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, distance: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  const start = spread();
  return {
    cursor: "default",
    move() {
      const now = spread();
      if (!start || !now || start.distance === 0) return;
      const zoomed = zoomAbout(before.camera, start.centre, before.camera.zoom * (now.distance / start.distance));
      moveCamera(editor, {
        ...zoomed,
        x: zoomed.x + now.centre.x - start.centre.x,
        y: zoomed.y + now.centre.y - start.centre.y,
      });
    },
    drop() {},
    cancel() {
      editor.store.setState({ camera: before.camera, isFitted: before.isFitted });
    },
  };
}
