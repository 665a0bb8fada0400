import { describe, expect, it } from "vitest";
import { unknownWords } from "../prompt/unknown-words.ts";
import { thingFor } from "./thing.ts";

describe("what an element becomes", () => {
  it.each([
    ["粉色桃花", "flower"],
    ["可爱小狗", "animal"],
    ["树叶", "foliage"],
    ["white podium", "plaster"],
    ["金属球", "metal"],
    ["ice cubes", "ice"],
    ["木椅", "wood"],
    ["lemon", "fruit"],
    ["鹅卵石", "stone"],
    ["", "plaster"],
    ["一棵大树", "tree"],
    ["oak tree on a hill", "tree"],
    ["christmas tree", "foliage"],
    ["苹果树", "tree"],
    ["树枝", "wood"],
    ["红砖墙", "brick"],
    ["白云", "cloud"],
    ["水花", "glass"],
    ["milk splash", "ceramic"],
    ["红色蝴蝶结", "fabric"],
    ["蓝色蝴蝶", "butterfly"],
    ["羽毛", "feather"],
    ["霓虹文字", "neon"],
    ["coffee cup with flowers", "ceramic"],
    ["玻璃杯", "glass"],
    ["roses and a vase", "flower"],
    ["goldfish", "scales"],
    ["骏马", "animal"],
    ["gold crown", "metal"],
    ["leather bag", "leather"],
    ["open book", "paper"],
    ["火焰", "flame"],
    ["圆形拱门", "plaster"],
    ["罗马柱", "plaster"],
    ["马克杯", "ceramic"],
    ["牛油果", "fruit"],
    ["月饼", "plaster"],
    ["paper lantern", "plaster"],
    ["fire truck", "machine"],
  ])("%s is a %s", (prompt, kind) => {
    expect(thingFor(prompt, 0).kind).toBe(kind);
  });

  it("takes the colour that the prompt names", () => {
    expect(thingFor("蓝色玫瑰", 0).hue).toBe(245);
    expect(thingFor("玫瑰", 0).hue).not.toBe(245);
  });

  it("has the green of what grows where 青 says so", () => {
    for (const prompt of ["青苹果", "青色树叶", "green apple"]) {
      expect(thingFor(prompt, 0).hue, prompt).toBeGreaterThan(110);
      expect(thingFor(prompt, 0).hue, prompt).toBeLessThan(150);
    }
    expect(thingFor("苹果", 0).hue).toBeLessThan(40);
  });

  it("is not coloured by what is in a cup, and is by the orange of a fish", () => {
    expect(thingFor("咖啡杯", 0).lightness).toBeGreaterThan(0.9);
    expect(thingFor("orange fish", 0)).toMatchObject({ kind: "scales" });
    expect(thingFor("orange fish", 0).hue).toBeLessThan(60);
  });

  it("shines like gold when a crown names no metal, and like silver when it does", () => {
    expect(thingFor("王冠", 0).chroma).toBeGreaterThan(0.1);
    expect(thingFor("silver crown", 0).chroma).toBeLessThan(0.02);
  });

  it("is known by words that a main prompt cannot use", () => {
    expect(unknownWords(["velvet feather", "青蛙", "a wombat"], "element")).toEqual(["wombat"]);
    expect(unknownWords(["青蛙"], "picture")).toEqual(["青蛙"]);
  });

  it("is chosen by the words, so two unknown prompts differ in colour and the same prompt never does", () => {
    expect(thingFor("wombat", 10)).toEqual(thingFor("wombat", 10));
    expect(thingFor("wombat", 10).hue).not.toBe(thingFor("zeppelin", 10).hue);
  });
});
