import { describe, expect, it } from "vitest";
import { materialIn, metalColor } from "./material.ts";
import { thingFor } from "./thing.ts";

describe("the material of an element", () => {
  it.each([
    ["白色陶瓷小狗", "ceramic"],
    ["金属文字", "metal"],
    ["玻璃瓶", "glass"],
    ["ice letters", "ice"],
    ["丝绸", "fabric"],
    ["大理石展台", "marble"],
    ["wooden chair", "wood"],
    ["red plastic text", "plastic"],
  ])("%s is made of %s", (prompt, material) => {
    expect(materialIn(prompt)).toBe(material);
  });

  it.each(["golden retriever puppy", "银杏叶", "紫色银莲花", "冰淇淋", "ice cream"])("%s names none", (prompt) => {
    expect(materialIn(prompt)).toBeNull();
  });

  it("leaves grown things their form, and makes everything else wholly of it", () => {
    expect(thingFor("白色陶瓷小狗", 0)).toMatchObject({ kind: "animal", material: "ceramic" });
    expect(thingFor("glass apple", 0)).toMatchObject({ kind: "glass", material: null });
    expect(thingFor("golden retriever puppy", 0)).toMatchObject({ kind: "animal", material: null });
    expect(thingFor("gold star", 0).kind).toBe("metal");
  });

  it("tells metals apart by name", () => {
    expect(metalColor("金属文字")).toBeNull();
    expect(thingFor("bronze ball", 0).chroma).toBeGreaterThan(0.06);
    expect(thingFor("gold metal chair", 0).chroma).toBeGreaterThan(0.1);
    expect(thingFor("steel ball", 0).chroma).toBeLessThan(0.02);
  });
});

describe("the colour of an element", () => {
  it("is orange for an orange machine, which is no fruit", () => {
    expect(thingFor("orange cement mixer", 0).kind).toBe("machine");
    expect(thingFor("orange", 0).kind).toBe("fruit");
  });
});
