import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { createEngine } from "./create-engine.ts";
import type { RenderJob } from "./engine.ts";
import { planScene } from "./plan-scene.ts";
import { SETTINGS } from "./scene-spec.ts";
import { analyseSubject } from "./subject/analyse-subject.ts";
import { edgeElement, renderJob, rgbOf } from "./test-job.ts";

const engine = createEngine({ threads: 1 });
afterAll(() => engine.close());

/** At least one prompt per setting, and all kinds of ground and room. */
const PROMPTS = [
  "pink podium",
  "山脉和晚霞",
  "wooden table in the forest",
  "水波纹",
  "沙滩",
  "城市夜景",
  "草地野花",
  "苔藓森林",
  "雪地松树",
  "沙漠",
  "客厅大理石",
  "厨房",
  "浴室",
  "dark slate",
  "silk and pearls",
  "简约，水滴",
  "抽象渐变",
  "春节",
  "圣诞",
  "生日派对",
  "情人节",
];

const opaquePixels = async (subject: Uint8Array) => {
  const rgba = await sharp(subject).raw().toBuffer();
  const pixels: { at: number; color: Uint8Array }[] = [];
  for (let i = 0; i < rgba.length / 4; i++) {
    if (rgba[i * 4 + 3] === 255) pixels.push({ at: i, color: new Uint8Array(rgba.subarray(i * 4, i * 4 + 3)) });
  }
  return pixels;
};
const unchanged = (rgb: Uint8Array, pixels: Awaited<ReturnType<typeof opaquePixels>>) =>
  pixels.filter(({ at, color }) => color.every((value, c) => rgb[at * 3 + c] === value)).length;

describe("the engine", () => {
  it("goes on past pictures that fail when somebody takes care of them, and stops at the first otherwise", async () => {
    const broken = renderJob({ subject: new Uint8Array([1, 2, 3]), count: 3 });
    const failed: number[] = [];
    expect(await engine.render(broken, { onFailure: (index) => failed.push(index) })).toEqual([]);
    expect(failed.sort()).toEqual([0, 1, 2]);
    await expect(engine.render(broken)).rejects.toThrow();
  });

  it("is looked at below in every setting that it has", () => {
    const facts = analyseSubject(createPixelBuffer(8, 8));
    const met = PROMPTS.flatMap((prompt) =>
      [0, 1].map((index) => planScene(renderJob({ prompt }), index, facts).setting),
    );
    expect(new Set(met)).toEqual(new Set(SETTINGS));
  });

  it.each(PROMPTS)("copies every opaque subject pixel byte for byte: %s", async (prompt) => {
    const job = renderJob({ prompt, background: [edgeElement("green leaves")] });
    const pixels = await opaquePixels(job.subject);
    const [picture] = await engine.render(job);
    expect(pixels.length).toBeGreaterThan(400);
    expect(unchanged(await rgbOf(picture), pixels)).toBe(pixels.length);
  });

  it("lets a foreground element cover the subject and the subject cover a background element", async () => {
    const element = edgeElement("green leaves");
    const bare = renderJob();
    const pixels = await opaquePixels(bare.subject);
    const [inFront] = await engine.render({ ...bare, foreground: [element] });
    const [behind] = await engine.render({ ...bare, background: [element] });
    expect(unchanged(await rgbOf(inFront), pixels)).toBeLessThan(pixels.length * 0.7);
    expect(unchanged(await rgbOf(behind), pixels)).toBe(pixels.length);
    expect(behind?.png).not.toEqual((await engine.render(bare))[0]?.png);
  });

  it("gives the same bytes again, with one thread or two", async () => {
    const job = renderJob({ prompt: "山脉和晚霞", count: 2, foreground: [edgeElement("粉色桃花")] });
    const two = createEngine({ threads: 2 });
    try {
      const [first, again, parallel] = [await engine.render(job), await engine.render(job), await two.render(job)];
      expect(again.map(({ png }) => png)).toEqual(first.map(({ png }) => png));
      expect(parallel.map(({ png }) => png)).toEqual(first.map(({ png }) => png));
    } finally {
      await two.close();
    }
  });

  it("gives another picture for each variation, version and seed", async () => {
    const job = renderJob({ count: 4 });
    const pictures = await engine.render(job);
    pictures.push(...(await engine.render({ ...job, count: 1, version: "v3" })));
    pictures.push(...(await engine.render({ ...job, count: 1, seed: "task-2" })));
    expect(pictures.slice(0, 4).map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    const different = new Set(pictures.map(({ png }) => Buffer.from(png).toString("base64")));
    expect(different.size).toBe(6);
  });

  it("shows the guide, its noise level and the prompt's weight", async () => {
    const guideImage = new Uint8Array(
      await sharp({ create: { width: 40, height: 30, channels: 4, background: "#2f6fd0" } })
        .png()
        .toBuffer(),
    );
    const bare = renderJob({ prompt: "wooden table in the forest" });
    const jobs = [
      bare,
      { ...bare, guideImage },
      { ...bare, guideImage, noiseLevel: 900 },
      { ...bare, guideImage, promptWeight: 0.9 },
    ];
    const pictures = await Promise.all(jobs.map(async (job) => (await engine.render(job))[0]));
    expect(new Set(pictures.map((picture) => Buffer.from(picture?.png ?? []).toString("base64"))).size).toBe(4);
    const [plain, guided] = await Promise.all([rgbOf(pictures[0]), rgbOf(pictures[1])]);
    expect(blueShare(guided)).toBeGreaterThan(blueShare(plain) + 0.05);
  });

  it("takes a guide without a prompt for the world that the product stands in, its ground included", async () => {
    const side = 64;
    const sand = [190, 150, 90] as const;
    const sky = [60, 110, 190] as const;
    const pixels = Uint8Array.from(
      { length: side * side * 3 },
      (_, i) => (i < (side * side * 3) / 2 ? sky : sand)[i % 3] ?? 0,
    );
    const guideImage = new Uint8Array(
      await sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
        .png()
        .toBuffer(),
    );
    const rows = async (more: Partial<RenderJob>) => {
      const rgb = await rgbOf((await engine.render(renderJob({ prompt: "", guideImage, noiseLevel: 0, ...more })))[0]);
      const differences = (from: number, to: number) =>
        meanDifference(rgb.subarray(from * side * 3, to * side * 3), pixels.subarray(from * side * 3, to * side * 3));
      return { top: differences(0, 12), bottom: differences(side - 8, side) };
    };
    for (const version of ["v2", "v3"] as const) {
      const { top, bottom } = await rows({ version });
      expect(top).toBeLessThan(5);
      expect(bottom).toBeLessThan(8);
    }
    expect((await rows({ prompt: "wooden table in the forest" })).bottom).toBeGreaterThan(20);
  });

  it.each(["paper background", "clear water"])("is darker at night than by day: %s", async (set) => {
    const meanOf = async (hour: string) => {
      const rgb = await rgbOf((await engine.render(renderJob({ prompt: `${set} ${hour}` })))[0]);
      return rgb.reduce((sum, level) => sum + level, 0) / rgb.length;
    };
    expect(await meanOf("at night")).toBeLessThan((await meanOf("at noon")) * 0.8);
  });

  it("goes from the guide to the prompt without a jump", async () => {
    const guideImage = new Uint8Array(
      await sharp({ create: { width: 40, height: 40, channels: 4, background: "#2f6fd0" } })
        .png()
        .toBuffer(),
    );
    const weights = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    const pictures = await Promise.all(
      weights.map(async (promptWeight) =>
        rgbOf((await engine.render(renderJob({ prompt: "草地", guideImage, promptWeight })))[0]),
      ),
    );
    const steps = pictures.slice(1).map((rgb, i) => meanDifference(rgb, pictures[i] ?? rgb));
    const whole = meanDifference(pictures[0] ?? new Uint8Array(), pictures.at(-1) ?? new Uint8Array());
    expect(whole).toBeGreaterThan(15);
    expect(Math.max(...steps)).toBeLessThan(0.25 * whole);
  });

  it("resembles the guide less with every step of noise, and at first a great deal", async () => {
    const side = 64;
    const bars = Uint8Array.from({ length: side * side * 3 }, (_, i) => (((i / 3) % side) % 16 < 8 ? 40 : 210));
    const guideImage = new Uint8Array(
      await sharp(bars, { raw: { width: side, height: side, channels: 3 } })
        .png()
        .toBuffer(),
    );
    const likeness = await Promise.all(
      [0, 300, 600, 900].map(async (noiseLevel) => {
        const rgb = await rgbOf(
          (await engine.render(renderJob({ prompt: "草地", guideImage, noiseLevel, promptWeight: 0.3 })))[0],
        );
        // Above the bottle there is nothing but distance.
        return similarity(rgb.subarray(0, side * 12 * 3), bars.subarray(0, side * 12 * 3));
      }),
    );
    expect(likeness[0]).toBeGreaterThan(0.95);
    for (const [i, like] of likeness.entries()) if (i > 0) expect(like).toBeLessThan(likeness[i - 1] ?? 0);
    expect(likeness.at(-1)).toBeLessThan(0.5);
  });

  it("reports each picture as it is finished", async () => {
    const indexes: number[] = [];
    await engine.render(renderJob({ count: 2 }), { onPicture: ({ index }) => indexes.push(index) });
    expect(indexes.sort()).toEqual([0, 1]);
  });

  it.each([
    ["one pixel", { subject: "1x1" }],
    ["a subject that is fully transparent", { subject: "empty" }],
    ["ten elements", { elements: 10 }],
  ])("survives %s", async (_name, { subject, elements }: { subject?: string; elements?: number }) => {
    const size = subject === "1x1" ? 1 : 40;
    const alpha = subject === "empty" ? 0 : 1;
    const changes = subject
      ? {
          subject: new Uint8Array(
            await sharp({ create: { width: size, height: size, channels: 4, background: { r: 9, g: 9, b: 9, alpha } } })
              .png()
              .toBuffer(),
          ),
        }
      : {};
    const element = edgeElement("可爱小狗");
    const layers = Array.from({ length: elements ?? 0 }, () => element);
    const job = renderJob({ ...changes, foreground: layers.slice(5), background: layers.slice(0, 5) });
    for (const prompt of PROMPTS) {
      const [picture] = await engine.render({ ...job, prompt });
      expect(picture?.png.length).toBeGreaterThan(0);
      if (elements) break;
    }
  });

  it("rejects with the signal's reason within 200 ms of an abort, and renders on afterwards", async () => {
    const controller = new AbortController();
    const job = renderJob({ count: 4, prompt: "山脉和晚霞", version: "v3" });
    const rendering = engine.render(job, { signal: controller.signal });
    await systemClock.sleep(60);
    const before = systemClock.monotonic();
    controller.abort(new Error("enough"));
    await expect(rendering).rejects.toThrow("enough");
    expect(systemClock.monotonic() - before).toBeLessThan(200);
    expect(await engine.render(renderJob())).toHaveLength(1);
  });

  it("does not begin when the signal was aborted before", async () => {
    await expect(engine.render(renderJob(), { signal: AbortSignal.abort(new Error("no")) })).rejects.toThrow("no");
  });

  it("names what is wrong with a subject that is no image, and lives on", async () => {
    await expect(engine.render(renderJob({ subject: new Uint8Array([1, 2, 3]) }))).rejects.toThrow(/unsupported/i);
    expect(await engine.render(renderJob())).toHaveLength(1);
  });

  it("opens no other formats than PNG, JPEG and WebP, in its threads neither", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';
    const element = { image: new TextEncoder().encode(svg), prompt: "leaf" };
    await expect(engine.render(renderJob({ background: [element] }))).rejects.toThrow(/unsupported/i);
  });

  it("rejects what is under way when it is closed", async () => {
    const short = createEngine({ threads: 1 });
    const rendering = short.render(renderJob());
    const settled = expect(rendering).rejects.toThrow(/closed/);
    await short.close();
    await settled;
  });
});

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / a.length;
}

/** Structural similarity of two pictures taken as one window, without its constants: 1 for the same structure. */
function similarity(a: Uint8Array, b: Uint8Array): number {
  const mean = (values: Uint8Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let together = 0;
  let apart = 0;
  for (let i = 0; i < a.length; i++) {
    const da = (a[i] ?? 0) - ma;
    const db = (b[i] ?? 0) - mb;
    together += 2 * da * db;
    apart += da * da + db * db;
  }
  return together / apart;
}

function blueShare(rgb: Uint8Array): number {
  let blue = 0;
  let all = 0;
  for (let i = 0; i < rgb.length; i += 3) {
    blue += rgb[i + 2] ?? 0;
    all += (rgb[i] ?? 0) + (rgb[i + 1] ?? 0) + (rgb[i + 2] ?? 0);
  }
  return blue / all;
}
