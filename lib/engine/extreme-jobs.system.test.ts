import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { LOOKS } from "#tests/gallery/looks.ts";
import { createEngine } from "./create-engine.ts";
import type { RenderJob } from "./engine.ts";
import { edgeElement, renderJob } from "./test-job.ts";

const engine = createEngine({ threads: 2 });
afterAll(() => engine.close());

/** Kinds of set that are built in different ways: a room, relief, a photographed place, painted country, a painted fall, rows, corals. */
const PROMPTS = [
  "pink podium",
  "champagne silk folds",
  "wood table, forest",
  "山脉和晚霞",
  "雪地松树",
  "瀑布",
  "vineyard",
  "coral reef",
];

async function flat(width: number, height: number, alpha: number, box?: { left: number; top: number }) {
  const canvas = { width, height, channels: 4 as const, background: { r: 180, g: 40, b: 30, alpha: box ? 0 : alpha } };
  const dot = Buffer.from([180, 40, 30, Math.round(alpha * 255)]);
  const layers = box ? [{ input: dot, raw: { width: 1, height: 1, channels: 4 as const }, ...box }] : [];
  return new Uint8Array(await sharp({ create: canvas }).composite(layers).png().toBuffer());
}

/** Renders, and looks at what came: the subject's size, and a picture rather than one colour where there is room for one. */
async function rendered(changes: Partial<RenderJob>): Promise<Uint8Array> {
  const job = renderJob(changes);
  const size = await sharp(job.subject).metadata();
  const [picture] = await engine.render(job);
  const { data, info } = await sharp(picture?.png).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: size.width, height: size.height, channels: 3 });
  return new Uint8Array(data);
}

describe("a job at the edge of what is allowed", () => {
  it.each([
    [1, 1],
    [3, 2],
    [1, 2048],
    [2048, 1],
    [16, 2048],
    [2048, 16],
  ])("becomes a picture of its size when the subject is %i x %i, opaque or empty", async (width, height) => {
    for (const [alpha, prompts] of [
      [0, PROMPTS],
      [1, PROMPTS.slice(0, 1)],
    ] as const) {
      const subject = await flat(width, height, alpha);
      for (const prompt of prompts) {
        const rgb = await rendered({ subject, prompt });
        if (alpha === 1) expect(rgb.every((value, i) => value === [180, 40, 30][i % 3])).toBe(true);
      }
    }
  });

  it.each(PROMPTS)("shows %s around a subject of one pixel, in a corner or in the middle", async (prompt) => {
    for (const box of [
      { left: 0, top: 0 },
      { left: 47, top: 47 },
      { left: 24, top: 24 },
    ]) {
      const rgb = await rendered({ subject: await flat(48, 48, 1, box), prompt });
      const at = (box.top * 48 + box.left) * 3;
      expect([...rgb.subarray(at, at + 3)]).toEqual([180, 40, 30]);
      expect(new Set(rgb).size).toBeGreaterThan(8);
    }
  });

  it("takes odd subjects in every look that it knows, with elements and a guide that are odd as well", async () => {
    const opaqueAt = (width: number, height: number, alphaAt: (x: number, y: number) => number) => {
      const data = Buffer.alloc(width * height * 4, 120);
      for (let i = 0; i < width * height; i++) data[i * 4 + 3] = alphaAt(i % width, Math.floor(i / width));
      return sharp(data, { raw: { width, height, channels: 4 } })
        .png()
        .toBuffer();
    };
    const subjects = await Promise.all([
      opaqueAt(52, 40, () => 0),
      opaqueAt(52, 40, () => 255),
      opaqueAt(52, 40, (x) => (x < 4 ? 255 : 0)),
      opaqueAt(52, 40, (_x, y) => (y < 9 ? 255 : 0)),
      opaqueAt(52, 40, (x, y) => ((x + y) % 3) * 40),
      opaqueAt(52, 40, (x, y) => (x * 7919 + y * 104_729) % 256),
      opaqueAt(9, 130, (x) => (x > 2 && x < 6 ? 255 : 0)),
      opaqueAt(130, 9, (_x, y) => (y > 2 && y < 6 ? 255 : 0)),
    ]);
    for (const [i, look] of LOOKS.entries()) {
      for (const version of ["v2", "v3"] as const) {
        const turn = i + (version === "v3" ? 3 : 0);
        const subject = new Uint8Array(subjects[turn % subjects.length] as Buffer);
        const guideImage = turn % 4 === 0 ? new Uint8Array(subjects[5] as Buffer) : null;
        const elements = [edgeElement("a clear glass", 40), edgeElement("neon text", 40)];
        const prompt = turn % 2 ? look.chinese : look.english;
        await rendered({ prompt, version, subject, guideImage, noiseLevel: 200 * (turn % 5), foreground: elements });
      }
    }
  });

  it("takes ten elements as large as the picture", async () => {
    const kinds = ["可爱小狗", "粉色桃花", "绿色树叶", "stone", ""];
    const elements = kinds.map((prompt) => edgeElement(prompt));
    const whole = { image: await flat(64, 64, 1), prompt: "gold" };
    const job = { prompt: "pink podium" };
    const bare = await rendered(job);
    const full = await rendered({ ...job, foreground: [...elements.slice(1), whole], background: elements });
    expect(full).not.toEqual(bare);
  });

  it.each([
    ["emoji", "🌊🏖️👩‍👩‍👧‍👦🐚 🇨🇳 ❄️"],
    ["right-to-left text", "زجاجة عطر على طاولة \u202E خشبية ‏בקבוק"],
    ["10,000 characters", "雪地松树，".repeat(2_000)],
    ["10,000 characters without a word", "x".repeat(10_000)],
    ["10,000 spaces", " ".repeat(10_000)],
    ["10,000 combining marks", `e${"\u0301".repeat(9_999)}`],
    ["control characters", "pink\u0000 podium\u0007\u001B[31m\r\n\t\u2028\uFEFF\u007F"],
    ["half of a surrogate pair", "snow \uD83C field \uDFFF"],
    ["names of an object's own members", "__proto__ constructor toString hasOwnProperty valueOf"],
    ["nothing", ""],
  ])("reads a prompt, a negative prompt and an element's prompt of %s", async (_name, prompt) => {
    const element = { ...edgeElement(prompt), prompt };
    const rgb = await rendered({ prompt, negativePrompt: prompt, foreground: [element], background: [element] });
    expect(new Set(rgb).size).toBeGreaterThan(8);
  });

  it.each([
    ["one pixel", 1, 1, 1],
    ["fully transparent", 40, 30, 0],
    ["2048 x 1", 2048, 1, 1],
    ["1 x 2048", 1, 2048, 1],
  ])("takes a guide image that is %s, at the ends of both sliders", async (_name, width, height, alpha) => {
    const guideImage = await flat(width, height, alpha);
    for (const [noiseLevel, promptWeight] of [
      [0, 0],
      [999, 1],
    ]) {
      const rgb = await rendered({ prompt: "wood table, forest", guideImage, noiseLevel, promptWeight });
      expect(new Set(rgb).size).toBeGreaterThan(8);
    }
  });
});
