import { describe, expect, test } from "vitest";
import { createDocument } from "#lib/composition/create-document.ts";
import type { PlacedPicture } from "#lib/composition/document.ts";
import { addElement } from "#lib/composition/elements.ts";
import { layerBounds } from "#lib/composition/geometry.ts";
import { withSubject } from "./place-subject.ts";
import { testElement } from "./test-editor.ts";

const picture: PlacedPicture = {
  assetId: `asset_${"a".repeat(64)}`,
  size: { width: 1280, height: 896 },
  name: "perfume.png",
};
const roomy = { x: 400, y: 200, width: 300, height: 500 };
const tight = { x: 0, y: 0, ...picture.size };

describe("the first subject", () => {
  test("brings its frame as the artboard and keeps its place in it", () => {
    const document = withSubject(createDocument(), picture, roomy);
    expect(document.artboard).toEqual(picture.size);
    expect(document.subject?.transform).toEqual({ x: 640, y: 448, scaleX: 1, scaleY: 1, rotation: 0 });
  });

  test("gets room around it when the cut-out fills its frame", () => {
    const { subject, artboard } = withSubject(createDocument(), picture, tight);
    const box = subject && layerBounds(subject.size, subject.transform);
    expect(box?.width).toBeCloseTo(0.7 * artboard.width, 3);
  });

  test("leaves the artboard alone when a scene already stands on it", () => {
    const scene = addElement(createDocument(), "foreground", testElement("blossom"));
    expect(withSubject(scene, picture, roomy).artboard).toEqual({ width: 1024, height: 1024 });
  });
});

test("the next subject takes the place of the one before", () => {
  const first = withSubject(createDocument(), picture, roomy);
  const next = withSubject(first, { ...picture, size: { width: 640, height: 448 } }, null);
  expect(next.artboard).toEqual(first.artboard);
  expect(next.subject?.transform).toMatchObject({ x: 640, y: 448, scaleX: 2, scaleY: 2 });
});
