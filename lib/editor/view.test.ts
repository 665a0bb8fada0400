import { expect, test } from "vitest";
import { toArtboard } from "./kernels/camera.ts";
import { TestEditor } from "./test-editor.ts";
import { keepArtboardFitted, resizeViewport, zoomTo } from "./view.ts";

test("the artboard stays fitted while the window changes, until the person zooms", () => {
  const user = new TestEditor();
  resizeViewport(user.editor, { width: 800, height: 600 });
  const small = user.state.camera.zoom;
  resizeViewport(user.editor, { width: 1600, height: 1200 });
  expect(user.state.camera.zoom).toBeGreaterThan(small);
  user.run("zoom-actual");
  resizeViewport(user.editor, { width: 800, height: 600 });
  expect(user.state.camera.zoom).toBe(1);
  expect(user.run("zoom-fit").state.camera.zoom).toBe(small);
});

test("an artboard of another size is fitted anew, unless the person has zoomed", () => {
  const user = new TestEditor();
  keepArtboardFitted(user.editor);
  resizeViewport(user.editor, { width: 800, height: 600 });
  const resize = (width: number) =>
    user.editor.edit("change-artboard", (document) => ({ ...document, artboard: { width, height: 1200 } }));
  const narrow = user.state.camera.zoom;
  resize(2000);
  expect(user.state.camera.zoom).toBeLessThan(narrow);
  user.run("zoom-actual");
  resize(1000);
  expect(user.state.camera.zoom).toBe(1);
});

test("a window that changes keeps what was in the middle in the middle", () => {
  const user = new TestEditor();
  resizeViewport(user.editor, { width: 800, height: 600 });
  zoomTo(user.editor, 3, { x: 100, y: 100 });
  const middle = toArtboard(user.state.camera, { x: 400, y: 300 });
  resizeViewport(user.editor, { width: 500, height: 900 });
  expect(toArtboard(user.state.camera, { x: 250, y: 450 })).toEqual(middle);
});
