import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { artboardFor, createDocument, placeSubject, replaceSubject, resizeArtboard } from "./create-document.ts";
import { documentSchema, type Size, TRANSFORM_LIMITS, type Transform } from "./document.ts";
import { layerBounds } from "./geometry.ts";
import { loadDocument } from "./load-document.ts";
import { anyDocument, anySize, centred, picture, readyDocument } from "./test-documents.ts";

test("an empty document is a valid one", () => {
  expect(loadDocument(createDocument())).toEqual(createDocument());
});

test("an artboard for a picture has its shape and a size that the API takes", () => {
  expect(artboardFor({ width: 800, height: 600 })).toEqual({ width: 800, height: 600 });
  expect(artboardFor({ width: 4096, height: 1024 })).toEqual({ width: 2048, height: 512 });
  expect(artboardFor({ width: 4096, height: 2 })).toEqual({ width: 2048, height: 10 });
});

describe("subject", () => {
  test("is placed in the middle with room around its visible part", () => {
    const visible = { x: 100, y: 0, width: 50, height: 100 };
    const { subject } = placeSubject(createDocument({ width: 1000, height: 500 }), picture(1), visible);
    if (!subject) throw new Error("no subject");
    expect(layerBounds(subject.size, subject.transform, visible)).toEqual({ x: 412.5, y: 75, width: 175, height: 350 });
  });

  test("that is replaced stays in the frame of the old one, turn and flip included", () => {
    const turned = { ...centred, scaleX: -2, scaleY: 2, rotation: 30 };
    const document = readyDocument({ subject: { ...picture(1, { width: 100, height: 50 }), transform: turned } });
    const { subject } = replaceSubject(document, picture(2, { width: 400, height: 400 }));
    expect(subject).toEqual({
      ...picture(2, { width: 400, height: 400 }),
      transform: { ...turned, scaleX: -0.25, scaleY: 0.25 },
    });
  });
});

/** Of a layer's transform after the artboard became `scale` times as large. */
function staysWithinLimits({ x, y, scaleX, scaleY }: Transform, { width, height }: Size, scale: number): boolean {
  const reach = Math.max(Math.abs(x - width / 2), Math.abs(y - height / 2)) * scale + LIMITS.sidePx.max;
  const enlarged = scale * Math.max(Math.abs(scaleX), Math.abs(scaleY));
  return reach < TRANSFORM_LIMITS.position && enlarged < TRANSFORM_LIMITS.scale;
}

test("resizing the artboard gives a document that can be saved, every layer in its own shape", () => {
  fc.assert(
    fc.property(anyDocument, anySize, (document, size) => {
      const resized = resizeArtboard(document, size);
      expect(documentSchema.parse(resized)).toEqual(resized);
      for (const [index, { transform }] of document.background.entries()) {
        const after = resized.background[index]?.transform ?? centred;
        expect(after.scaleX / after.scaleY).toBeCloseTo(transform.scaleX / transform.scaleY, 5);
      }
    }),
  );
});

test("resizing the artboard scales the whole scene about its centre, by the tighter of the two sides", () => {
  fc.assert(
    fc.property(anyDocument, anySize, (document, size) => {
      const resized = resizeArtboard(document, size);
      const scale = Math.min(size.width / document.artboard.width, size.height / document.artboard.height);
      const onNewArtboard = (x: number, y: number) => ({
        x: size.width / 2 + scale * (x - document.artboard.width / 2),
        y: size.height / 2 + scale * (y - document.artboard.height / 2),
      });
      for (const [index, { size: picture, transform }] of document.foreground.entries()) {
        const before = layerBounds(picture, transform);
        if (!staysWithinLimits(transform, document.artboard, scale)) continue;
        const after = layerBounds(picture, resized.foreground[index]?.transform ?? centred);
        const corner = onNewArtboard(before.x, before.y);
        expect(after.x).toBeCloseTo(corner.x, 5);
        expect(after.y).toBeCloseTo(corner.y, 5);
        expect(after.width).toBeCloseTo(scale * before.width, 5);
      }
    }),
  );
});
