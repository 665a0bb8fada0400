import sharp from "sharp";
import { invariant } from "#lib/base/assert.ts";
import type { ElementInput, RenderedPicture, RenderJob } from "./engine.ts";

/** For tests: a drawn bottle, `sizePx` square, opaque but for its rounded border. */
export async function drawnSubject(sizePx = 64): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}" viewBox="0 0 100 100">
    <rect x="38" y="30" width="24" height="50" rx="4" fill="#c8452c"/><rect x="44" y="20" width="12" height="11" fill="#d8b45a"/>
    <rect x="41" y="48" width="18" height="16" fill="#fff6ee"/></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).ensureAlpha().png().toBuffer());
}

/** For tests: a leaf-shaped soft edge that crosses the middle of the picture. */
export async function edgeElement(prompt: string, sizePx = 64): Promise<ElementInput> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}" viewBox="0 0 100 100">
    <path d="M20 55 Q50 25 80 55 Q50 85 20 55Z" fill="#000" stroke="#fff" stroke-width="3"/>
    <path d="M20 55 L80 55" stroke="#ccc" stroke-width="2"/></svg>`;
  return { image: new Uint8Array(await sharp(Buffer.from(svg)).ensureAlpha().png().toBuffer()), prompt };
}

export async function renderJob(changes: Partial<RenderJob> = {}): Promise<RenderJob> {
  return {
    subject: await drawnSubject(),
    foreground: [],
    background: [],
    prompt: "a bottle on a pink podium",
    negativePrompt: "",
    guideImage: null,
    noiseLevel: 300,
    promptWeight: 0.5,
    version: "v2",
    sceneType: "GENERAL",
    count: 1,
    seed: "task-1",
    ...changes,
  };
}

/** Decoded pixels of a picture, three bytes each. */
export async function rgbOf(picture: RenderedPicture | undefined): Promise<Uint8Array> {
  invariant(picture, "a picture");
  return new Uint8Array(await sharp(picture.png).removeAlpha().raw().toBuffer());
}
