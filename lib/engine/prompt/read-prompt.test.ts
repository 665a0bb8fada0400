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

  it("takes hyphens for spaces, and apostrophes for nothing", () => {
    expect(readPrompt("high-key, sci-fi").wanted.mood).toEqual(["bright", "cool"]);
    expect(readPrompt("Mother’s Day").wanted.festival).toEqual(["valentine"]);
    expect(readPrompt("don't add flowers").unwanted.thing).toEqual(["flower"]);
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
  it.each([
    ["A luxury perfume bottle on a marble podium, soft morning light, pink roses in the background", []],
    ["Product standing on wet rock beside a waterfall, moody atmosphere, shot on 85mm f/1.4", ["wet"]],
    ["the bottle sits in a rustic kitchen, with herbs & spices scattered around it", ["herbs", "spices"]],
    ["palm trees along the beach, starfish and seashells; it's snowing", []],
    ["blurry, low quality, ugly, deformed", []],
    ["don't show people, no logo", ["people", "logo"]],
    ["一瓶香水放在大理石台面上，周围散落着玫瑰花瓣，背景是虚化的花园", []],
    ["产品置于圆形展台之上，柔光照射，高级感，极简主义", []],
    ["春节氛围，红色背景，灯笼，金色祥云，喜庆热闹", ["祥云", "热闹"]],
    ["夏日的沙滩，海浪拍打着岸边", ["拍打", "岸边"]],
    ["不要出现文字和水印，没有人物", ["文字", "水印", "人物"]],
  ])("of “%s” are no particles, figures, praise or known words", (prompt, words) => {
    expect(unknownWords([prompt])).toEqual(words);
  });

  it("are whole, also where a part of them is a word of its own", () => {
    expect(unknownWords(["一只麒麟站在火山口，岩浆"])).toEqual(["麒麟", "火山口", "岩浆"]);
    expect(unknownWords(["实验室，橄榄油，水墨山水"])).toEqual(["实验室", "橄榄油", "水墨"]);
  });

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
