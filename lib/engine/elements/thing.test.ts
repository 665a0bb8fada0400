import { describe, expect, it } from "vitest";
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
  ])("%s is a %s", (prompt, kind) => {
    expect(thingFor(prompt, 0).kind).toBe(kind);
  });

  it("takes the colour that the prompt names", () => {
    expect(thingFor("蓝色玫瑰", 0).hue).toBe(245);
    expect(thingFor("玫瑰", 0).hue).not.toBe(245);
  });

  it("is chosen by the words, so two unknown prompts differ in colour and the same prompt never does", () => {
    expect(thingFor("wombat", 10)).toEqual(thingFor("wombat", 10));
    expect(thingFor("wombat", 10).hue).not.toBe(thingFor("zeppelin", 10).hue);
  });
});
