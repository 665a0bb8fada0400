import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { planScene } from "./plan-scene.ts";
import { analyseSubject } from "./subject/analyse-subject.ts";
import { renderJob } from "./test-job.ts";

const facts = analyseSubject(createPixelBuffer(8, 8));
const base = renderJob();
const planned = (prompt: string, index = 0, negativePrompt = "") =>
  planScene({ ...base, prompt, negativePrompt }, index, facts);

describe("a plan", () => {
  it.each([
    ["山脉和晚霞", { setting: "landscape", terrain: "alpine", time: "sunset", lake: true }],
    ["a can on a wooden table in the forest", { setting: "table", support: "wood", probe: "forest" }],
    ["沙漠", { setting: "ground", ground: "dunes" }],
    ["雪地", { setting: "ground", ground: "snow" }],
    ["青草地上的树桩", { setting: "ground", ground: "meadow", support: "wood" }],
    ["a mossy stone in the forest", { setting: "ground", ground: "moss", support: "stone" }],
    ["pink podium", { setting: "podium" }],
    ["客厅大理石", { setting: "table", interior: "living", support: "marble" }],
    ["a linen sofa by the window", { setting: "table", interior: "living" }],
    ["卧室床头柜，台灯", { setting: "table", interior: "bedroom" }],
    ["cafe", { setting: "table", interior: "cafe", things: ["cup", "coffee-bean"] }],
    ["酒吧", { setting: "table", interior: "restaurant" }],
    ["hotel lobby with a chandelier", { setting: "table", interior: "lobby", support: "marble" }],
    ["办公桌", { setting: "table", interior: "office" }],
    ["精品店专柜", { setting: "table", interior: "boutique" }],
    ["冬日壁炉旁", { setting: "table", interior: "cabin" }],
    ["christmas by the fireplace", { setting: "christmas" }],
    ["a table in the forest", { setting: "table", interior: null }],
    ["window light, plant shadow", { setting: "interior", gobo: "window-leaves" }],
    ["dark slate, moody", { setting: "interior", room: "dark", support: "stone" }],
    ["城市夜景", { setting: "city" }],
    ["沙滩", { setting: "beach" }],
    ["水波纹", { setting: "water" }],
    ["阳光沙滩", { setting: "beach", time: "day" }],
    ["a sunny beach", { setting: "beach", time: "day" }],
    ["丝绸", { setting: "drape" }],
    ["minimal, light grey", { setting: "paper" }],
    ["抽象渐变", { setting: "gradient" }],
    ["中国新年", { setting: "new-year", gilded: true }],
    ["christmas with gift boxes and pine cones", { setting: "christmas" }],
    ["birthday party, balloons", { setting: "birthday" }],
    ["生日派对", { setting: "birthday" }],
    ["情人节，爱心", { setting: "valentine" }],
    ["a garden in summer", { setting: "ground", ground: "garden", support: "none" }],
    ["花园里的木桌", { setting: "table", support: "wood" }],
    ["podium, pebbles and water drops", { setting: "podium", things: ["pebble", "drop"] }],
    ["dreamy warm podium", { glow: 0.12, warmth: 1 }],
    ["misty lake at dawn", { setting: "landscape", weather: "fog", time: "dawn" }],
    ["雾中的湖", { setting: "landscape", weather: "fog", time: "dawn" }],
    ["rainy city street", { setting: "city", weather: "rain" }],
    ["阴天的沙滩", { setting: "beach", weather: "overcast" }],
    ["雪地，下雪", { setting: "ground", ground: "snow", weather: "snow" }],
    ["下雪", { setting: "ground", ground: "snow", weather: "snow" }],
    ["christmas, snowfall", { setting: "christmas", weather: "snow" }],
    ["a meadow at night", { setting: "ground", ground: "hills", time: "night" }],
    ["圣诞节，丝带", { setting: "christmas", things: ["ribbon", "holly"] }],
    ["秋天的森林，落叶", { setting: "ground", ground: "autumn", autumn: true, things: ["autumn-leaf"] }],
    ["a bamboo grove", { setting: "ground", ground: "bamboo" }],
    ["薰衣草田", { setting: "ground", ground: "lavender" }],
    ["Farm field of sunflowers, blue sky", { ground: "sunflowers", time: "day" }],
    ["蓝天下的向日葵田，远山", { ground: "sunflowers", time: "day", terrain: "alpine" }],
    ["lavender field in Provence hills", { ground: "lavender", terrain: "hills" }],
    ["山丘，薰衣草田", { ground: "lavender" }],
    ["a field of red poppies", { ground: "flowers" }],
    ["sunflowers in a field", { ground: "sunflowers" }],
    ["油菜花田", { ground: "rapeseed" }],
    ["公路，夕阳", { ground: "road", time: "sunset" }],
    ["a winding road in the mountains", { ground: "road", terrain: "alpine" }],
    ["wet road, city lights at night", { setting: "city" }],
    ["road through a lavender field", { ground: "lavender" }],
    ["meadow, roses", { ground: "meadow" }],
    ["tea garden at dawn, green hills, fog", { ground: "tea", time: "dawn", weather: "fog" }],
    ["群山之间的茶园", { ground: "tea", terrain: "alpine" }],
    ["vineyard in the Tuscan hills", { ground: "vines" }],
    ["乡村，葡萄园", { ground: "vines" }],
    ["jungle waterfall", { ground: "waterfall" }],
    ["竹林里的瀑布", { ground: "waterfall" }],
    ["海底珊瑚礁", { ground: "reef", gobo: "caustics" }],
    ["海底世界，珊瑚", { ground: "reef" }],
    ["沙滩，贝壳，珊瑚", { setting: "beach" }],
    ["ocean, coral reef", { ground: "reef" }],
    ["coral background", { setting: "podium" }],
    ["living room with a view of a vineyard", { interior: "living" }],
    ["hills and a bamboo grove", { ground: "bamboo" }],
    ["sunflower field", { setting: "ground", ground: "sunflowers" }],
    ["郁金香花海", { setting: "ground", ground: "flowers" }],
    ["wheat field, dusk", { setting: "ground", ground: "wheat", time: "dusk" }],
    ["bread, wheat, kitchen", { setting: "interior", room: "kitchen" }],
    ["云端", { setting: "ground", ground: "clouds" }],
    ["a meadow under a blue sky", { setting: "ground", ground: "meadow" }],
    ["海底，气泡", { setting: "ground", ground: "seabed", gobo: "caustics", things: ["bubble"] }],
    ["图书馆", { setting: "interior", room: "library" }],
    ["故宫红墙", { setting: "interior", room: "red-wall", support: "stone" }],
    ["水墨山水", { setting: "interior", room: "ink" }],
    ["cyberpunk, purple", { setting: "interior", room: "neon" }],
    ["科技感背景", { setting: "interior", room: "neon" }],
    ["黑金，奢华", { setting: "interior", room: "gold", gobo: "spot" }],
    ["exposed brick wall", { setting: "interior", room: "brick" }],
    ["starry sky", { setting: "landscape", time: "night", sights: ["stars"] }],
    ["极光", { setting: "landscape", terrain: "snow", time: "night", sights: ["aurora"] }],
    ["northern lights over a mountain lake at sunset", { terrain: "snow", lake: true, time: "night" }],
    ["snow with aurora, gentle snowfall", { setting: "ground", ground: "snow", sights: ["aurora"], weather: "snow" }],
    ["太空", { setting: "ground", ground: "regolith" }],
    ["月球表面", { setting: "ground", ground: "regolith", sights: ["earth"] }],
    ["saturn behind the bottle", { setting: "ground", ground: "regolith", sights: ["saturn"] }],
    ["a desert and a planet", { setting: "ground", ground: "dunes", sights: [] }],
    ["milky way over the desert", { setting: "ground", ground: "dunes", time: "night", sights: ["galaxy"] }],
    ["雨后，彩虹", { setting: "ground", ground: "hills", time: "day", weather: "clear", sights: ["rainbow"] }],
    ["a meadow with a rainbow", { setting: "ground", ground: "hills", sights: ["rainbow"] }],
    ["星空下的花园", { setting: "ground", ground: "hills", time: "night", sights: ["stars"] }],
    ["宇宙星空下的湖", { setting: "landscape", time: "night", sights: ["stars"] }],
    ["银河背景", { setting: "ground", ground: "regolith", sights: ["galaxy"] }],
    ["瀑布，彩虹", { setting: "ground", ground: "waterfall", sights: ["rainbow"], tinted: false }],
    ["rainbow over the clouds", { setting: "ground", ground: "clouds", sights: ["rainbow"], tinted: false }],
    ["rainbow podium", { setting: "podium", sights: [], tinted: true }],
    ["星空下的木桌", { setting: "landscape", support: "wood", sights: ["stars"] }],
    ["snow mountains and a glacier", { setting: "ground", ground: "ice" }],
    ["冰川", { setting: "ground", ground: "ice" }],
    ["aurora over a frozen lake", { setting: "ground", ground: "ice", sights: ["aurora"] }],
    ["露台，夜景", { setting: "city", time: "night" }],
    ["rainy day", { setting: "table", probe: "city", support: "dark", things: ["drop"] }],
    ["halloween", { setting: "table", probe: "forest", autumn: true, things: ["pumpkin"] }],
    ["a christmas tree", { setting: "christmas" }],
    ["中秋节", { setting: "landscape", time: "night", things: ["lantern"], sights: ["moon"] }],
    ["a marble podium", { setting: "podium", support: "marble" }],
    ["white background without shadows", { setting: "paper", gobo: "none" }],
    ["聚光灯，白墙", { gobo: "spot" }],
    ["浴室", { setting: "interior", room: "bathroom" }],
  ])("of %s is %o", (prompt, expected) => {
    expect(planned(prompt)).toMatchObject(expected);
  });

  it("repeats itself for the same request and differs between variations", () => {
    expect(planned("pink podium")).toEqual(planned("pink podium"));
    const specs = [0, 1, 2, 3].map((index) => planned("pink podium", index));
    expect(new Set(specs.map(({ seed }) => seed)).size).toBe(4);
    expect(new Set(specs.map(({ layout }) => layout)).size).toBe(4);
    expect(new Set(specs.map(({ side }) => side)).size).toBe(2);
  });

  it("lets the sun into a room through different windows, and through none that is not wanted", () => {
    const gobos = (negativePrompt: string) =>
      [0, 1, 2, 3].map((index) => planned("bright kitchen", index, negativePrompt).gobo);
    expect(new Set(gobos("")).size).toBe(3);
    expect(new Set(gobos("leaf shadow"))).toEqual(new Set(["window"]));
    expect(new Set(gobos("window"))).toEqual(new Set(["none"]));
  });

  it.each([
    ["深蓝色背景", "蓝色背景"],
    ["dark green background", "green background"],
    ["burgundy", "red"],
  ])("paints %s darker than %s", (dark, light) => {
    const [one, other] = [dark, light].map((prompt) => planned(prompt).palette.wall.reduce((sum, v) => sum + v, 0));
    expect(one).toBeLessThan(0.6 * (other ?? 0));
  });

  it("gives a flower the colour before it, and no other", () => {
    const bloom = (prompt: string) => planned(prompt).bloom;
    expect(bloom("white roses on green silk")).toEqual(bloom("white roses"));
    expect(bloom("roses on green silk")).toEqual(bloom("roses"));
    expect(bloom("white roses")).not.toEqual(bloom("roses"));
  });

  it.each(["red palace wall", "ink painting", "cyberpunk", "black and gold", "autumn forest", "lavender field"])(
    "arranges four variations of %s in four ways, lit from both sides",
    (prompt) => {
      const specs = [0, 1, 2, 3].map((index) => planned(prompt, index));
      expect(new Set(specs.map(({ layout }) => layout % 4)).size).toBe(4);
      expect(new Set(specs.map(({ side }) => side)).size).toBe(2);
    },
  );

  it("keeps the side that a product is plainly lit from in every variation", () => {
    for (const lightSide of [-0.2, 0.2]) {
      const sides = [0, 1, 2, 3].map((index) => planScene(base, index, { ...facts, lightSide }).side);
      expect(new Set(sides)).toEqual(new Set([Math.sign(lightSide)]));
    }
  });

  it("gives a second colour to the accents", () => {
    const [one, two] = [planned("pink podium").palette, planned("pink and blue podium").palette];
    expect(Math.max(...two.wall.map((value, c) => Math.abs(value - (one.wall[c] ?? 0))))).toBeLessThan(0.05);
    expect((two.accent[2] ?? 0) / two.accent[0]).toBeGreaterThan((2 * one.accent[2]) / one.accent[0]);
  });

  it("leaves out the shadow of leaves when the negative prompt names leaves", () => {
    const gobos = Array.from({ length: 12 }, (_, i) => planned("wooden table in the forest", i % 4, "leaves").gobo);
    expect(gobos).not.toContain("leaves");
    expect(planned("wooden table in the forest").gobo).toBe("leaves");
  });
});
