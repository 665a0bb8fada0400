import fc from "fast-check";
import { expect, test } from "vitest";
import { measurePrompt } from "./measure-prompt.ts";

test("120 Chinese characters or 150 words fill a prompt exactly", () => {
  expect(measurePrompt("山".repeat(120)).share).toBeCloseTo(1, 9);
  expect(measurePrompt(Array.from({ length: 150 }, () => "word").join(" ")).share).toBeCloseTo(1, 9);
  expect(measurePrompt("山".repeat(120)).dropped).toBe("");
  expect(measurePrompt("word ".repeat(150)).dropped).toBe("");
});

test("the 121st character and the 151st word are dropped, and nothing before them", () => {
  expect(measurePrompt(`${"山".repeat(120)}水`)).toMatchObject({ kept: "山".repeat(120), dropped: "水" });
  expect(measurePrompt(`${"word ".repeat(150)}last one`)).toMatchObject({
    kept: "word ".repeat(150),
    dropped: "last one",
  });
});

test("is surely read up to 100 of 120 characters, and cut only beyond 120", () => {
  const reach = (length: number) => measurePrompt("山".repeat(length)).reach;
  expect([0, 100, 101, 120, 121].map(reach)).toEqual(["read", "read", "uncertain", "uncertain", "cut"]);
});

test("both scripts share one limit", () => {
  const text = `${"山".repeat(60)} ${"word ".repeat(75)}`;
  expect(measurePrompt(text).share).toBeCloseTo(1, 9);
  expect(measurePrompt(`${text}more`).dropped).toBe("more");
});

test.each([
  ["", 0],
  [" , . — ", 0],
  ["low quality, blurry", 3 / 150],
  ["red,green", 2 / 150],
  ["a well-lit photographer's table", 4 / 150],
  ["低质量的,模糊的", 7 / 120],
  ["低质量的，模糊的", 8 / 120],
  ["a桃b花", 2 / 150 + 2 / 120],
  ["さくら", 3 / 120],
  ["\u3000", 0],
  ["🌸", 1 / 150],
])("%j takes its share", (text, share) => {
  expect(measurePrompt(text).share).toBeCloseTo(share, 9);
});

test("the two parts are the text, the kept part fits, and it is cut only when the text does not", () => {
  const piece = fc.constantFrom("山", "，", "word", " ", "🌸", "é", ".", "水墨画", "\u{20000}");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const text = pieces.join("");
      const { kept, dropped, reach } = measurePrompt(text);
      expect(kept + dropped).toBe(text);
      expect(measurePrompt(kept).share).toBeLessThanOrEqual(1 + 1e-6);
      expect(dropped !== "").toBe(reach === "cut");
      expect(dropped === "").toBe(measurePrompt(text).share <= 1 + 1e-6);
    }),
  );
});
