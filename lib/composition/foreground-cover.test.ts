import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foregroundCover } from "./foreground-cover.ts";
import { anyDocument, centred, element, facts, picture, readyDocument } from "./test-documents.ts";

const subject = { ...picture(1), transform: centred };
const solid = facts({ transparentShare: 0, translucentShare: 0, opaqueShare: 1 });
const sceneOf = (...foreground: ReturnType<typeof element>[]) => readyDocument({ subject, foreground, background: [] });
const a = element("a");
const b = element("b");

describe("foregroundCover", () => {
  test("is the overlap of solid elements, and what is drawn of the others", () => {
    const half = { ...a, transform: { ...centred, x: centred.x + 100 } };
    expect(foregroundCover(sceneOf(half), { [a.assetId]: solid })).toBeCloseTo(0.5);
    expect(
      foregroundCover(sceneOf(a), { [a.assetId]: facts({ opaqueShare: 0.2, translucentShare: 0.2 }) }),
    ).toBeCloseTo(0.3);
  });

  test("does not count twice what two elements hide together", () => {
    const known = {
      [a.assetId]: facts({ opaqueShare: 0.5, translucentShare: 0 }),
      [b.assetId]: facts({ opaqueShare: 0.5, translucentShare: 0 }),
    };
    expect(foregroundCover(sceneOf(a, b), known)).toBeCloseTo(0.75);
  });

  test("is measured on what is visible of the subject", () => {
    const known = { [a.assetId]: solid, [subject.assetId]: facts({ bounds: { x: 0, y: 0, width: 100, height: 100 } }) };
    const right = { ...a, transform: { ...centred, x: centred.x + 100 } };
    expect(foregroundCover(sceneOf(right), known)).toBe(0);
  });

  test("does not take the corners of the box around a turned element for the element", () => {
    const turned = { ...a, size: { width: 100, height: 100 }, transform: { ...centred, rotation: 45 } };
    const known = { [a.assetId]: { ...solid, bounds: { x: 0, y: 0, width: 100, height: 100 } } };
    const square = { ...subject, size: { width: 100, height: 100 } };
    const scene = readyDocument({ subject: square, foreground: [turned], background: [] });
    expect(foregroundCover(scene, known)).toBeCloseTo(0.5);
  });

  test("is nothing for hidden elements, those behind, and those without facts", () => {
    const known = { [a.assetId]: solid };
    expect(foregroundCover(sceneOf({ ...a, visible: false }), known)).toBe(0);
    expect(foregroundCover(readyDocument({ subject, foreground: [], background: [a] }), known)).toBe(0);
    expect(foregroundCover(sceneOf(a), {})).toBe(0);
  });

  test("lies between nothing and all, whatever the scene", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const known = Object.fromEntries(
          document.foreground.map(({ assetId, size }) => [assetId, { ...solid, bounds: { x: 0, y: 0, ...size } }]),
        );
        const cover = foregroundCover(document, known);
        expect(cover).toBeGreaterThanOrEqual(0);
        expect(cover).toBeLessThanOrEqual(1);
      }),
    );
  });
});
