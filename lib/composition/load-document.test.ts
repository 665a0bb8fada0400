import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDocument } from "./load-document.ts";
import { anyDocument, element, readyDocument } from "./test-documents.ts";

describe("loadDocument", () => {
  test("gives back every valid document as it was saved", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        // JSON has no -0, and no comparison of ours tells it from 0.
        const saved: unknown = JSON.parse(JSON.stringify(document));
        expect(loadDocument(saved)).toEqual(saved);
      }),
    );
  });

  test("refuses a document of a later release instead of losing what it does not know", () => {
    expect(() => loadDocument({ ...readyDocument(), schema: 2, future: true })).toThrow(
      expect.objectContaining({ code: "document/too-new", values: { schema: 2, supported: 1 } }),
    );
  });

  test.each([
    ["no document at all", null, "document"],
    ["no schema", {}, "schema"],
    ["a size beyond the API's", readyDocument({ artboard: { width: 4096, height: 10 } }), "artboard.width"],
    ["a field deep inside", readyDocument({ foreground: [element("a"), element("B")] }), "foreground.1.id"],
    ["an id used twice", readyDocument({ background: [element("a")] }), "background.0.id"],
  ])("names the field that is wrong: %s", (_name, value, field) => {
    expect(() => loadDocument(value)).toThrow(
      expect.objectContaining({ code: "document/invalid", values: expect.objectContaining({ field }) }),
    );
  });

  test("answers any value at all with a document or an error that a user can read", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => loadDocument(value)).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^document\//) }),
        );
      }),
    );
  });
});
