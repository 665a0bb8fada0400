import type { Size } from "#lib/composition/document.ts";
import type { Editor } from "./editor.ts";
import { type Camera, fitBox, nextZoomStop, type Point, panBy, zoomAbout } from "./kernels/camera.ts";

/** Free space around a fitted artboard, CSS pixels: room for handles and the contextual bar. */
const FIT_MARGIN_PX = 56;
/** A small artboard is not blown up further than this by "fit". */
const FIT_MAX_ZOOM = 2;

export function fitArtboard(editor: Editor): void {
  const { document, viewport } = editor.store.getState();
  if (!viewport) return;
  const box = { x: 0, y: 0, ...document.artboard };
  const camera = fitBox({ box, viewport, margin: FIT_MARGIN_PX, maxZoom: FIT_MAX_ZOOM });
  editor.store.setState({ camera, isFitted: true });
}

/** Keeps the artboard fitted, or its centre in the centre, when panels open, close or the window changes. */
export function resizeViewport(editor: Editor, viewport: Size): void {
  const before = editor.store.getState();
  if (before.viewport?.width === viewport.width && before.viewport.height === viewport.height) return;
  editor.store.setState({ viewport });
  if (before.isFitted || !before.viewport) {
    fitArtboard(editor);
    return;
  }
  const delta = {
    x: (viewport.width - before.viewport.width) / 2,
    y: (viewport.height - before.viewport.height) / 2,
  };
  editor.store.setState({ camera: panBy(before.camera, delta) });
}

/** A fitted artboard stays fitted when its size changes. Until the returned function is called. */
export function keepArtboardFitted(editor: Editor): () => void {
  return editor.store.subscribe(({ document: { artboard }, isFitted }, { document: before }) => {
    const isResized = artboard.width !== before.artboard.width || artboard.height !== before.artboard.height;
    if (isFitted && isResized) fitArtboard(editor);
  });
}

/** Around `anchor` (CSS pixels in the canvas area), or around its centre. */
export function zoomTo(editor: Editor, zoom: number, anchor?: Point): void {
  const { camera, viewport } = editor.store.getState();
  const centre = { x: (viewport?.width ?? 0) / 2, y: (viewport?.height ?? 0) / 2 };
  moveCamera(editor, zoomAbout(camera, anchor ?? centre, zoom));
}

export function zoomStep(editor: Editor, direction: 1 | -1): void {
  zoomTo(editor, nextZoomStop(editor.store.getState().camera.zoom, direction));
}

export function moveCamera(editor: Editor, camera: Camera): void {
  editor.store.setState({ camera, isFitted: false });
}
