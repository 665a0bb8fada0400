import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ElementId } from "#lib/base/ids.ts";
import type { ProjectDocument } from "./document.ts";
import {
  addElement,
  duplicateElement,
  findElement,
  moveElement,
  removeElement,
  replaceElementPicture,
  restackElement,
  setElementPrompt,
  setElementVisible,
} from "./elements.ts";
import { anyDocument, element, picture, readyDocument } from "./test-documents.ts";

const ids = ({ foreground, background }: ProjectDocument) => ({
  foreground: foreground.map(({ id }) => id.replace("element_", "")).join(""),
  background: background.map(({ id }) => id.replace("element_", "")).join(""),
});
const document = readyDocument({ foreground: [element("a"), element("b"), element("d")], background: [element("c")] });

describe("elements", () => {
  test("are added on top of their group or at the asked place", () => {
    expect(ids(addElement(document, "foreground", element("n"))).foreground).toBe("abdn");
    expect(ids(addElement(document, "foreground", element("n"), 0)).foreground).toBe("nabd");
  });

  test("are found with their group and place", () => {
    expect(findElement(document, "element_d")).toMatchObject({ group: "foreground", index: 2 });
    expect(findElement(document, "element_c")).toMatchObject({ group: "background", index: 0 });
    expect(findElement(document, "element_x")).toBeUndefined();
  });

  test.each([
    ["up", "bad"],
    ["down", "abd"],
    ["top", "bda"],
    ["bottom", "abd"],
  ] as const)("go %s within their group and no further", (direction, expected) => {
    expect(ids(restackElement(document, "element_a", direction)).foreground).toBe(expected);
  });

  test("change groups with everything they carry", () => {
    const moved = moveElement(document, "element_b", "background", 0);
    expect(ids(moved)).toEqual({ foreground: "ad", background: "bc" });
    expect(moved.background[0]).toEqual(element("b"));
  });

  test("are duplicated directly above the original, a little aside", () => {
    const copied = duplicateElement(document, "element_a", "element_z", 10);
    expect(ids(copied).foreground).toBe("azbd");
    const { transform } = element("a");
    expect(copied.foreground[1]).toEqual({
      ...element("a"),
      id: "element_z",
      transform: { ...transform, x: transform.x + 10, y: transform.y + 10 },
    });
  });

  test("keep their frame when the picture is replaced, and their original unless a new one is given", () => {
    const original = picture(9);
    const withOriginal = { ...document, background: [element("c", { original })] };
    const wide = picture(7, { width: 800, height: 100 });
    const replaced = replaceElementPicture(withOriginal, "element_c", wide).background[0];
    expect(replaced).toMatchObject({ ...wide, original, transform: { scaleX: 0.25, scaleY: 0.25 } });
    expect(replaceElementPicture(withOriginal, "element_c", wide, null).background[0]?.original).toBeNull();
  });

  test("that do not exist leave the very same document", () => {
    const unknown: ElementId = "element_unknown";
    expect(removeElement(document, unknown)).toBe(document);
    expect(moveElement(document, unknown, "background", 0)).toBe(document);
    expect(restackElement(document, unknown, "top")).toBe(document);
    expect(duplicateElement(document, unknown, "element_z")).toBe(document);
    expect(setElementPrompt(document, unknown, "x")).toBe(document);
    expect(setElementVisible(document, unknown, false)).toBe(document);
  });

  test("are never lost, doubled or changed by moving them about", () => {
    const sorted = (one: ProjectDocument) =>
      [...one.foreground, ...one.background].toSorted((left, right) => (left.id < right.id ? -1 : 1));
    fc.assert(
      fc.property(
        anyDocument,
        fc.array(fc.tuple(fc.nat(15), fc.constantFrom("foreground" as const, "background" as const), fc.integer())),
        (start, moves) => {
          const all = [...start.foreground, ...start.background];
          const end = moves.reduce((current, [which, group, index]) => {
            const one = all[which];
            return one ? moveElement(current, one.id, group, index) : current;
          }, start);
          expect(sorted(end)).toEqual(sorted(start));
        },
      ),
    );
  });

  test("are changed without touching the document they were changed in", () => {
    const before = structuredClone(document);
    setElementPrompt(document, "element_a", "changed");
    moveElement(document, "element_a", "background", 1);
    removeElement(document, "element_a");
    expect(document).toEqual(before);
  });
});
