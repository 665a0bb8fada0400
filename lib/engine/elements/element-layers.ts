import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { decodeRgbaResized } from "../codec.ts";
import type { ElementInput } from "../engine.ts";
import type { FloatImage } from "../math/float-image.ts";
import { drawProp } from "../props/draw-props.ts";
import type { PlannedProp } from "../props/plan-props.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { StagedScene } from "../staged-scene.ts";
import { type PaintedElement, paintElement } from "./paint-element.ts";
import { castShadows, placeBehind, placeInFront } from "./place-element.ts";

/** The size that blurs are given for. */
const REFERENCE_SIDE_PX = 1024;

/** Paints a list of elements for one scene. Elements that show nothing are left out. */
export async function paintElements(
  elements: readonly ElementInput[],
  staged: StagedScene,
  spec: SceneSpec,
  fine: boolean,
): Promise<PaintedElement[]> {
  const { widthPx, heightPx } = staged.scene.camera;
  const painted: PaintedElement[] = [];
  for (const { image, prompt } of elements) {
    const element = paintOne(await decodeRgbaResized(image, widthPx, heightPx), prompt, staged, spec, fine);
    if (element) painted.push(element);
  }
  return painted;
}

function paintOne(
  pixels: PixelBuffer,
  prompt: string,
  { elementLight }: StagedScene,
  { palette, seed }: SceneSpec,
  fine: boolean,
) {
  return paintElement(pixels, prompt, { light: elementLight, sceneHue: palette.hue, seed, fine });
}

/** Draws, paints and places what the main prompt itself asks for. Always behind the subject. */
export function placeProps(
  picture: FloatImage,
  props: readonly PlannedProp[],
  staged: StagedScene,
  spec: SceneSpec,
  exposure: number,
): void {
  const { width, height } = picture;
  const unit = Math.max(width, height) / REFERENCE_SIDE_PX;
  for (const [i, { name, prompt, place, blurPx }] of props.entries()) {
    const element = paintOne(drawProp(name, width, height, place, spec.seed + i), prompt, staged, spec, false);
    if (element) placeBehind(picture, element, exposure, blurPx * unit * spec.softness);
  }
}

/** `groundPx`: things whose lower end is below this row stand on the ground. */
export function castElementShadows(
  picture: FloatImage,
  elements: readonly PaintedElement[],
  staged: StagedScene,
  groundPx: number,
): void {
  const onWall = staged.scene.sweep ? 0.22 : 0;
  for (const element of elements) {
    castShadows(picture, element, {
      groundPx,
      onWall,
      lightX: staged.elementLight.direction[0],
    });
  }
}

export function placeBackground(
  picture: FloatImage,
  elements: readonly PaintedElement[],
  exposure: number,
  softness: number,
): void {
  const unit = Math.max(picture.width, picture.height) / REFERENCE_SIDE_PX;
  for (const element of elements) placeBehind(picture, element, exposure, 1.6 * unit * softness);
}

export function placeForeground(
  rgb: Uint8Array,
  width: number,
  height: number,
  elements: readonly PaintedElement[],
  staged: StagedScene,
  seed: number,
): void {
  const unit = Math.max(width, height) / REFERENCE_SIDE_PX;
  for (const element of elements) placeInFront(rgb, width, height, element, staged.look, 0.8 * unit, seed);
}
