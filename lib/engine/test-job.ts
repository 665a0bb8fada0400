import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { invariant } from "#lib/base/assert.ts";
import type { ElementInput, RenderedPicture, RenderJob } from "./engine.ts";

/** For tests: a drawn bottle, `sizePx` square, opaque but for its rounded border. */
export function drawnSubject(sizePx = 64): Uint8Array {
  const canvas = createCanvas(sizePx, sizePx);
  const context = canvas.getContext("2d");
  context.scale(sizePx / 100, sizePx / 100);
  context.fillStyle = "#c8452c";
  context.beginPath();
  context.roundRect(38, 30, 24, 50, 4);
  context.fill();
  context.fillStyle = "#d8b45a";
  context.fillRect(44, 20, 12, 11);
  context.fillStyle = "#fff6ee";
  context.fillRect(41, 48, 18, 16);
  return new Uint8Array(canvas.toBuffer("image/png"));
}

/** For tests: a leaf-shaped soft edge that crosses the middle of the picture. */
export function edgeElement(prompt: string, sizePx = 64): ElementInput {
  const canvas = createCanvas(sizePx, sizePx);
  const context = canvas.getContext("2d");
  context.scale(sizePx / 100, sizePx / 100);
  context.fillStyle = "#000";
  context.strokeStyle = "#fff";
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(20, 55);
  context.quadraticCurveTo(50, 25, 80, 55);
  context.quadraticCurveTo(50, 85, 20, 55);
  context.closePath();
  context.fill();
  context.stroke();
  context.strokeStyle = "#ccc";
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(20, 55);
  context.lineTo(80, 55);
  context.stroke();
  return { image: new Uint8Array(canvas.toBuffer("image/png")), prompt };
}

export function renderJob(changes: Partial<RenderJob> = {}): RenderJob {
  return {
    subject: drawnSubject(),
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
