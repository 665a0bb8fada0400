import { describe, expect, it } from "vitest";
import { CHINESE_FILLERS, ENGLISH_FILLERS } from "./fillers.ts";
import { LEXICON } from "./lexicon.ts";
import { readPrompt } from "./read-prompt.ts";
import { unknownWords } from "./unknown-words.ts";

describe("reading a prompt", () => {
  it("takes the longest Chinese word: snow mountains are not mountains", () => {
    expect(readPrompt("雪山").wanted.place).toEqual(["snow"]);
    expect(readPrompt("城市夜景").wanted.place).toEqual(["night-city"]);
  });

  it("takes the longest English phrase and any plural", () => {
    expect(readPrompt("city lights").wanted.place).toEqual(["night-city"]);
    expect(readPrompt("peaches and puppies").wanted.thing).toEqual(["fruit", "puppy"]);
  });

  it("folds width and case", () => {
    expect(readPrompt("ＰＩＮＫ Podium").wanted).toMatchObject({ color: ["pink"], support: ["podium"] });
  });

  it("removes what is negated, up to the next punctuation mark", () => {
    const reading = readPrompt("桃花，没有树叶，小狗");
    expect(reading.wanted.thing).toEqual(["peach-blossom", "puppy"]);
    expect(reading.unwanted.thing).toEqual(["leaf"]);
    expect(readPrompt("a forest without flowers, rocks").wanted).toMatchObject({ thing: [], support: ["stone"] });
  });

  it("removes what the negative prompt names", () => {
    expect(readPrompt("sunset over mountains", "sunset").wanted).toMatchObject({ time: [], place: ["mountain"] });
  });

  it("lets the scene type stand in for a missing place only", () => {
    expect(readPrompt("warm", "", "ROOM").wanted.place).toEqual(["room"]);
    expect(readPrompt("beach", "", "ROOM").wanted.place).toEqual(["beach"]);
  });

  it("reports the words it does not know, once", () => {
    expect(readPrompt("a frobnicating wombat, wombat on marble").unknown).toEqual(["frobnicating", "wombat"]);
    expect(readPrompt("在大理石上的麒麟").unknown).toEqual(["麒麟"]);
    expect(readPrompt("").unknown).toEqual([]);
  });
});

describe("unknown words", () => {
  it("are gathered over all prompts of a request, each once, in order", () => {
    expect(unknownWords(["a wombat on marble", "麒麟，桃花", "wombat, gizmo"])).toEqual(["wombat", "麒麟", "gizmo"]);
    expect(unknownWords([])).toEqual([]);
  });
});

describe("the lexicon", () => {
  it("gives no word two meanings", () => {
    const words = LEXICON.flatMap(({ chinese, english }) => [...chinese, ...english]);
    const twice = words.filter((word, i) => words.indexOf(word) !== i);
    expect(twice).toEqual([]);
  });

  it("has no filler that is also a meaning", () => {
    const words = new Set(LEXICON.flatMap(({ chinese, english }) => [...chinese, ...english]));
    expect([...ENGLISH_FILLERS, ...CHINESE_FILLERS].filter((word) => words.has(word))).toEqual([]);
  });

  it("knows at least 300 words of each language", () => {
    expect(LEXICON.flatMap(({ chinese }) => chinese).length).toBeGreaterThan(300);
    expect(LEXICON.flatMap(({ english }) => english).length).toBeGreaterThan(300);
  });
});
