import fc from "fast-check";
import { expect, test } from "vitest";
import { cutPrompt, promptShare } from "./prompt-share.ts";

test("120 Chinese characters or 150 words fill a prompt exactly", () => {
  expect(promptShare("山".repeat(120))).toBeCloseTo(1, 9);
  expect(promptShare(Array.from({ length: 150 }, () => "word").join(" "))).toBeCloseTo(1, 9);
  expect(cutPrompt("山".repeat(120)).dropped).toBe("");
  expect(cutPrompt("word ".repeat(150)).dropped).toBe("");
});

test("the 121st character and the 151st word are dropped, and nothing before them", () => {
  expect(cutPrompt(`${"山".repeat(120)}水`)).toEqual({ kept: "山".repeat(120), dropped: "水" });
  expect(cutPrompt(`${"word ".repeat(150)}last one`)).toEqual({ kept: "word ".repeat(150), dropped: "last one" });
});

test("both scripts share one limit", () => {
  const text = `${"山".repeat(60)} ${"word ".repeat(75)}`;
  expect(promptShare(text)).toBeCloseTo(1, 9);
  expect(cutPrompt(`${text}more`).dropped).toBe("more");
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
  expect(promptShare(text)).toBeCloseTo(share, 9);
});

test("the two parts are the text, the kept part fits, and it is cut only when the text does not", () => {
  const piece = fc.constantFrom("山", "，", "word", " ", "🌸", "é", ".", "水墨画", "\u{20000}");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const text = pieces.join("");
      const { kept, dropped } = cutPrompt(text);
      expect(kept + dropped).toBe(text);
      expect(promptShare(kept)).toBeLessThanOrEqual(1 + 1e-6);
      expect(dropped === "").toBe(promptShare(text) <= 1 + 1e-6);
    }),
  );
});
