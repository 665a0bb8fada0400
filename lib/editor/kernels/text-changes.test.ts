import fc from "fast-check";
import { expect, test } from "vitest";
import { textChanges } from "./text-changes.ts";

const anyText = fc.array(fc.constantFrom("a", "b", "\n", "ab", "桃"), { maxLength: 30 }).map((parts) => parts.join(""));

function applied(text: string, changes: ReturnType<typeof textChanges>): string {
  return changes.reduceRight(
    (changed, { from, to, insert }) => changed.slice(0, from) + insert + changed.slice(to),
    text,
  );
}

test("the changes make one text of the other, in order and without overlap", () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const changes = textChanges(before, after);
      expect(applied(before, changes)).toBe(after);
      expect(changes.every(({ to }, index) => to <= (changes[index + 1]?.from ?? before.length))).toBe(true);
    }),
  );
});

test("a line that stays is not touched", () => {
  expect(textChanges("one\ntwo\nthree", "ore\ntwo\nthreat")).toEqual([
    { from: 1, to: 2, insert: "r" },
    { from: 12, to: 13, insert: "at" },
  ]);
});
