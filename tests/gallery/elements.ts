import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { decodeRgbaResized, encodePng, limitCodecThreads } from "#lib/engine/codec.ts";
import { paintElement } from "#lib/engine/elements/paint-element.ts";
import { castShadows, placeBehind } from "#lib/engine/elements/place-element.ts";
import type { RenderJob } from "#lib/engine/engine.ts";
import { finished, type Look } from "#lib/engine/finish/finish.ts";
import { floatImage } from "#lib/engine/math/float-image.ts";
import { renderPicture } from "#lib/engine/render-picture.ts";
import type { ElementLight } from "#lib/engine/staged-scene.ts";
import { DRAWN_EDGES, drawnEdge } from "./drawn-edges.ts";
import { ELEMENT_PROMPTS } from "./element-cases.ts";
import { contactSheet } from "./sheet.ts";
import { subjectOn } from "./subjects.ts";

/**
 * Edge layers as the things that prompts make of them, each alone before a plain wall, on one sheet:
 *
 *     node tests/gallery/elements.ts --maps FOLDER --only puppy-edge,chair     # own edge maps, PNG with transparency
 *     node tests/gallery/elements.ts --only star --prompt "gold star|玻璃"                           # other prompts
 *     node tests/gallery/elements.ts --scene "green meadow" --layer background --version v3     # in a whole picture
 *
 * Without `--maps`: the layers of the ready scenes and drawn ones. Writes sheet.png and one file per thing into `--out`.
 */
const { values } = parseArgs({
  options: {
    maps: { type: "string" },
    only: { type: "string" },
    prompt: { type: "string" },
    scene: { type: "string" },
    layer: { type: "string", default: "foreground" },
    version: { type: "string", default: "v2" },
    size: { type: "string", default: "384" },
    columns: { type: "string", default: "6" },
    out: { type: "string", default: path.join(import.meta.dirname, "output/elements") },
  },
});
const sidePx = Number.parseInt(values.size, 10);
const version: RenderJob["version"] = values.version === "v3" ? "v3" : "v2";

const LIGHT: ElementLight = {
  direction: [-0.6, -0.62, 0.6],
  color: [1.35, 1.28, 1.18],
  ambient: [0.36, 0.38, 0.42],
  rim: [0.5, 0.5, 0.5],
};
const LOOK: Look = {
  toneMap: "neutral",
  exposure: 0.78,
  contrast: 1.04,
  saturation: 1,
  bloom: 0.03,
  vignette: 0,
  grain: 0,
};

async function edgeFiles(): Promise<{ name: string; image: Uint8Array }[]> {
  const folder = values.maps ?? path.resolve(import.meta.dirname, "../../public/examples");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".png")).sort();
  const read = await Promise.all(
    files.map(async (file) => ({ name: file.slice(0, -4), image: await readFile(path.join(folder, file)) })),
  );
  const drawn = Object.entries(DRAWN_EDGES).map(([name, draw]) => ({ name, image: drawnEdge(draw) }));
  const only = values.only?.split(",");
  return [...read, ...drawn].filter(({ name }) =>
    only ? only.includes(name) : values.prompt !== undefined || name in ELEMENT_PROMPTS,
  );
}

/** Cut to what it covers and centred, with a margin. */
async function centred(image: Uint8Array): Promise<Buffer> {
  const inner = Math.round(sidePx * 0.86);
  const fitted = await sharp(image)
    .trim({ threshold: 1 })
    .resize(inner, inner, { fit: "contain", background: "#0000" })
    .png()
    .toBuffer();
  return sharp({ create: { width: sidePx, height: sidePx, channels: 4, background: "#0000" } })
    .composite([{ input: fitted, gravity: "centre" }])
    .png()
    .toBuffer();
}

async function alone(image: Uint8Array, prompt: string): Promise<Uint8Array> {
  const pixels = await decodeRgbaResized(await centred(image), sidePx, sidePx);
  const element = paintElement(pixels, prompt, { light: LIGHT, sceneHue: 20, seed: 7, fine: version === "v3" });
  const picture = floatImage(sidePx, sidePx, 3);
  for (let i = 0; i < sidePx * sidePx; i++) {
    const x = i % sidePx;
    const y = (i - x) / sidePx;
    const check = ((x >> 5) + (y >> 5)) & 1 ? 0.02 : -0.02;
    const wall = 0.36 + (0.2 * (sidePx - y)) / sidePx + check;
    picture.data.set([wall * 1.02, wall, wall * 0.97], i * 3);
  }
  if (element) {
    castShadows(picture, element.layer, {
      groundPx: sidePx * 0.9,
      onWall: 0.22,
      lightX: LIGHT.direction[0],
      set: null,
      near: false,
    });
    placeBehind(picture, element, LOOK.exposure, 0.4);
  }
  return encodePng(finished(picture, LOOK, LOOK.exposure, 1), sidePx, sidePx);
}

async function inScene(image: Uint8Array, prompt: string, scene: string): Promise<Uint8Array> {
  const layer = [{ image, prompt }];
  const job: RenderJob = {
    subject: await subjectOn("perfume", sidePx),
    foreground: values.layer === "foreground" ? layer : [],
    background: values.layer === "foreground" ? [] : layer,
    prompt: scene,
    negativePrompt: "",
    guideImage: null,
    noiseLevel: 300,
    promptWeight: 0.5,
    version,
    sceneType: "GENERAL",
    count: 1,
    seed: "gallery",
  };
  return (await renderPicture(job, 0)).png;
}

await rm(values.out, { recursive: true, force: true });
await mkdir(values.out, { recursive: true });
limitCodecThreads();
const files: string[] = [];
for (const { name, image } of await edgeFiles()) {
  for (const [i, prompt] of (values.prompt?.split("|") ?? ELEMENT_PROMPTS[name] ?? []).entries()) {
    const before = process.cpuUsage();
    const png = values.scene === undefined ? await alone(image, prompt) : await inScene(image, prompt, values.scene);
    const { user, system } = process.cpuUsage(before);
    const file = path.join(values.out, `${name}-${i}.png`);
    await writeFile(file, png);
    files.push(file);
    console.log(`${files.length} ${name} · ${prompt} · ${((user + system) / 1e6).toFixed(2)} CPU-s`);
  }
}
const columns = Math.min(files.length, Number.parseInt(values.columns, 10));
await writeFile(path.join(values.out, "sheet.png"), await contactSheet(files, columns, sidePx));
