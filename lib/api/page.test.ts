import fc from "fast-check";
import { expect, test } from "vitest";
import { pageOf, pageQuerySchema, readCursor, writeCursor } from "./page.ts";

const place = fc.record({
  at: fc.nat({ max: 9_000_000_000_000 }),
  id: fc.stringMatching(/^project_[0-9a-f]{24}$/),
});

test("a cursor reads as the place it was written for, and passes as one in an address", () => {
  fc.assert(
    fc.property(place, (written) => {
      const cursor = writeCursor(written);
      expect(readCursor(cursor, "project")).toEqual(written);
      expect(encodeURIComponent(cursor)).toBe(cursor);
      expect(pageQuerySchema.parse({ cursor }).cursor).toBe(cursor);
    }),
  );
});

test("anything else is refused by name, whatever it is", () => {
  const refusal = { code: "request/invalid", values: { field: "cursor" } };
  const refused = (cursor: string, kind = "project") => {
    try {
      return { read: readCursor(cursor, kind) };
    } catch (error) {
      return error;
    }
  };
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(refused(text)).toMatchObject(refusal);
      expect(refused(btoa(encodeURIComponent(text.toWellFormed())))).toMatchObject(refusal);
    }),
  );
  const cursor = writeCursor({ at: 5, id: "project_00000000" });
  expect(refused(cursor, "run")).toMatchObject(refusal);
  expect(refused(cursor)).toEqual({ read: { at: 5, id: "project_00000000" } });
});

test("there is a next page only when there is more than this one holds", () => {
  const rows = [3, 2, 1].map((at) => ({ at, id: `run_0000000${at}` }));
  const page = (limit: number) => pageOf(rows.slice(0, limit + 1), limit, (row) => row);
  expect(page(3)).toEqual({ rows, nextCursor: null });
  expect(page(2)).toEqual({ rows: rows.slice(0, 2), nextCursor: writeCursor({ at: 2, id: "run_00000002" }) });
  expect(pageOf([], 2, (row: never) => row)).toEqual({ rows: [], nextCursor: null });
});

test.each(["0", "101", "1.5", "1e1", "-1", "", " 5"])("a page of %j rows is none", (limit) => {
  expect(pageQuerySchema.safeParse({ limit }).success).toBe(false);
});
