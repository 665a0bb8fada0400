import { describe, expect, it } from "vitest";
import { FLOWERS, LEAVES } from "../props/plan-props.ts";
import { SPLASHES } from "../props/splash.ts";
import { THING_KINDS } from "../props/things.ts";
import { GROUNDS } from "../settings/grounds.ts";
import { UNDER_OPEN_SKY } from "../visible-sights.ts";
import { CHINESE_FILLERS, ENGLISH_FILLERS } from "./fillers.ts";
import { LEXICON } from "./lexicon.ts";
import { SHOWN_LOOSELY } from "./lexicon-places.ts";
import { ELEMENT_ONLY } from "./lexicon-things.ts";
import { readPrompt } from "./read-prompt.ts";
import { withStandIns } from "./stand-ins.ts";
import { unknownWords } from "./unknown-words.ts";

describe("reading a prompt", () => {
  it("takes the longest Chinese word: snow mountains are not mountains", () => {
    expect(readPrompt("雪山").wanted.place).toEqual(["snow"]);
    expect(readPrompt("城市夜景").wanted.place).toEqual(["night-city"]);
  });

  it("takes the longest English phrase and any plural", () => {
    expect(readPrompt("city lights").wanted.place).toEqual(["night-city"]);
    expect(readPrompt("peaches and puppies").wanted.thing).toEqual(["peach", "puppy"]);
  });

  it("folds width and case", () => {
    expect(readPrompt("ＰＩＮＫ Podium").wanted).toMatchObject({ color: ["pink"], support: ["podium"] });
  });

  it("takes hyphens for spaces, and apostrophes for nothing", () => {
    expect(readPrompt("high-key, sci-fi").wanted.mood).toEqual(["bright", "tech"]);
    expect(readPrompt("Mother’s Day").wanted.festival).toEqual(["valentine"]);
    expect(readPrompt("don't add flowers").unwanted.thing).toEqual(["flower"]);
  });

  it("removes what is negated, up to the next punctuation mark", () => {
    const reading = readPrompt("桃花，没有树叶，小狗");
    expect(reading.wanted.thing).toEqual(["peach-blossom", "puppy"]);
    expect(reading.unwanted.thing).toEqual(["leaf"]);
    expect(readPrompt("a forest without flowers, rocks").wanted).toMatchObject({ thing: [], support: ["stone"] });
  });

  it.each([
    ["没有植物的沙漠", { place: ["desert"], thing: [] }],
    ["没有红色的花，木桌", { color: [], thing: [], support: ["table"] }],
    ["不要树叶但要有阳光，森林", { time: ["day"], place: ["forest"], light: [] }],
    ["no flowers on a marble table", { thing: [], support: ["marble"] }],
    ["no leaves but warm light", { thing: [], mood: ["warm"] }],
  ])("ends a negation where the sentence turns: %s", (prompt, expected) => {
    expect(readPrompt(prompt).wanted).toMatchObject(expected);
  });

  it.each([
    ["聖誕節，禮盒，紅色絲帶", { festival: ["christmas"], thing: ["gift", "ribbon"], color: ["red"] }],
    ["櫻花樹下，綠草地，陽光", { thing: ["peach-blossom"], place: ["meadow"], time: ["day"] }],
    ["黃昏的麥田與風", { time: ["sunset"], place: ["wheat"] }],
  ])("reads traditional characters: %s", (prompt, expected) => {
    expect(readPrompt(prompt)).toMatchObject({ wanted: expected, unknown: [] });
  });

  it("names unknown traditional words as they were written", () => {
    expect(readPrompt("雪地裡的鑽頭機").unknown.join("")).toContain("鑽");
  });

  it.each([
    ["moutain forrest", { place: ["mountain", "forest"] }],
    ["marbel table, lavendar", { support: ["marble", "table"], color: ["purple"] }],
    ["misted windows, flowering branches", { light: ["window"] }],
    ["café", { place: ["cafe"] }],
  ])("forgives a slip and knows other forms of a word: %s", (prompt, expected) => {
    expect(readPrompt(prompt)).toMatchObject({ wanted: expected, unknown: [] });
  });

  it.each(["stable", "steam", "string"])("takes %s for no other word", (word) => {
    expect(readPrompt(word).unknown).toEqual([word]);
  });

  it.each([
    ["orange background", { color: ["orange"], thing: [] }],
    ["a peach wall with oranges", { color: ["orange"], thing: ["orange"] }],
    ["an orange on a table", { color: [], thing: ["orange"] }],
  ])("tells a colour from a fruit: %s", (prompt, expected) => {
    expect(readPrompt(prompt).wanted).toMatchObject(expected);
  });

  it("takes products for what they are: ice cream is no ice", () => {
    expect(readPrompt("an ice cream, glass jars on marble")).toMatchObject({
      wanted: { thing: [], support: ["marble"] },
      unknown: [],
    });
    expect(readPrompt("ice and cream").wanted.thing).toEqual(["ice"]);
  });

  it("takes nothing from a single character within an unknown word", () => {
    expect(readPrompt("粉碎").wanted.color).toEqual([]);
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
    ["Product standing on wet rock beside a waterfall, moody atmosphere, shot on 85mm f/1.4", []],
    ["the bottle sits in a rustic kitchen, with herbs & spices scattered around it", ["spices"]],
    ["palm trees along the beach, starfish and seashells; it's snowing", []],
    ["don't show people, no logo", []],
    ["a woman and her logo", ["woman", "logo"]],
    ["一瓶香水放在大理石台面上，周围散落着玫瑰花瓣，背景是虚化的花园", []],
    ["产品置于圆形展台之上，柔光照射，高级感，极简主义", []],
    ["春节氛围，红色背景，灯笼，金色祥云，喜庆热闹", []],
    ["夏日的沙滩，海浪拍打着岸边", []],
    ["不要出现文字和水印，没有人物", []],
    ["文字和水印", ["文字", "水印"]],
    ["新款口红，高级感，电商主图，8K超高清商业摄影", []],
    ["黑胶唱片，热可可，婚礼现场，力量感，一盆三角梅", []],
    ["glossy donuts, bougainvillea, whiskey glass, rolled towels", []],
    ["sneakers, e-commerce main image, ultra detailed, product photography", []],
  ])("of “%s” are no particles, figures, praise or known words", (prompt, words) => {
    expect(unknownWords([prompt])).toEqual(words);
  });

  it("are whole, also where a part of them is a word of its own", () => {
    expect(unknownWords(["一只麒麟站在火山口，岩浆"])).toEqual(["麒麟", "火山口", "岩浆"]);
    expect(unknownWords(["更衣室，独角兽"])).toEqual(["更衣室", "独角兽"]);
  });

  it("are gathered over all prompts of a request, each once, in order", () => {
    expect(unknownWords(["a wombat on marble", "麒麟，桃花", "wombat, gizmo"])).toEqual(["wombat", "麒麟", "gizmo"]);
    expect(unknownWords([])).toEqual([]);
  });
});

describe("unknown words of a negative prompt", () => {
  it.each([
    "low quality, blurry, watermark, text, signature, extra fingers, deformed, bad anatomy, cropped, jpeg artifacts",
    "people, hands, faces, animals, logo, cartoon, distorted, oversaturated, cluttered background",
    "文字，水印，模糊，低质量，变形，人物，多余的物体，杂乱，过曝，噪点",
    "低分辨率、失真、畸形的手指、卡通、标志",
  ])("are not those that no picture shows: %s", (prompt) => {
    expect(unknownWords([prompt], "negative").filter((word) => word !== "anatomy")).toEqual([]);
  });

  it("are those that the engine might show without knowing", () => {
    expect(unknownWords(["frobnicators, 麒麟"], "negative")).toEqual(["frobnicators", "麒麟"]);
  });
});

describe("things that only an edge layer becomes", () => {
  it("are unknown to a picture, and known to an element", () => {
    expect(unknownWords(["meadow with a puppy and an armchair"])).toEqual(["puppy", "armchair"]);
    expect(unknownWords(["meadow, no puppy"])).toEqual([]);
    expect(unknownWords(["a cute puppy"], "element")).toEqual([]);
  });

  it.each([
    ["篝火旁", ["篝火"], { mood: ["warm"] }],
    ["圣诞袜", ["圣诞袜"], { festival: ["christmas"] }],
    ["玉兔", ["玉兔"], { festival: ["mid-autumn"] }],
    ["a teapot", ["teapot"], { thing: ["teapot", "cup"] }],
  ])("bring what they stand for along, and are reported still: %s", (prompt, words, wanted) => {
    expect(unknownWords([prompt])).toEqual(words);
    expect(withStandIns(readPrompt(prompt)).wanted).toMatchObject(wanted);
  });

  it("are all that the engine neither builds, hangs up nor grows", () => {
    const drawn = new Set([
      ...Object.keys(THING_KINDS),
      ...FLOWERS,
      ...LEAVES,
      ...SPLASHES,
      "lantern",
      "chinese-knot",
      "ribbon",
      "christmas-tree",
    ]);
    const things = LEXICON.filter(({ slot, value }) => slot === "thing" && !drawn.has(value)).map(({ value }) => value);
    expect(things.sort()).toEqual([...ELEMENT_ONLY].sort());
  });
});

describe("places that are shown by one like them", () => {
  it("are unknown to a picture, where they are wanted", () => {
    expect(unknownWords(["apple orchards, a golf course"])).toEqual(["orchards", "golf course"]);
    expect(unknownWords(["果园，高尔夫球场"])).toEqual(["果园", "高尔夫球场"]);
    expect(unknownWords(["garden, no orchard"])).toEqual([]);
    expect(unknownWords(["a vineyard", "茶园", "瀑布", "珊瑚礁"])).toEqual([]);
  });

  it("are words for places", () => {
    const places = LEXICON.filter(({ slot }) => slot === "place").flatMap(({ chinese, english }) => [
      ...chinese,
      ...english,
    ]);
    expect([...SHOWN_LOOSELY].filter((word) => !places.includes(word))).toEqual([]);
  });
});

describe("what is seen in the sky", () => {
  it.each([
    ["aurora over a snow field", []],
    ["厨房，极光", ["极光"]],
    ["moon and stars above a marble podium", ["moon", "stars"]],
    ["full moon over a lake", []],
    ["full moon over a lake at sunset", ["full moon"]],
    ["moon surface with earth and floating rocks", []],
    ["floating rocks on a beach", ["floating rocks"]],
    ["a planet over the desert", ["planet"]],
    ["彩虹，草地", []],
    ["no aurora, a kitchen", []],
  ])("is unknown where the place does not show it: %s", (prompt, words) => {
    expect(unknownWords([prompt])).toEqual(words);
  });

  it("is drawn over every ground under a painted sky, and over no other", () => {
    const painted = Object.entries(GROUNDS).flatMap(([name, { around }]) => (around === "painting" ? [name] : []));
    expect([...UNDER_OPEN_SKY].sort()).toEqual(painted.sort());
  });

  it("has a place that can show each of it", () => {
    const named = LEXICON.filter(({ slot }) => slot === "sky");
    const unseen = named.filter(({ value, english }) => {
      const where = value === "floating-rock" || value === "earth" ? "in space" : "";
      return unknownWords([`${english[0]} ${where}`]).length > 0;
    });
    expect(unseen.map(({ value }) => value)).toEqual([]);
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

  it("knows at least 1500 words of each language", () => {
    expect(LEXICON.flatMap(({ chinese }) => chinese).length).toBeGreaterThan(1500);
    expect(LEXICON.flatMap(({ english }) => english).length).toBeGreaterThan(1500);
  });
});
