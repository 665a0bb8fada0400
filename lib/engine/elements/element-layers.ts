import { decodeRgbaResized } from "../codec.ts";
import type { ElementInput } from "../engine.ts";
import type { FloatImage } from "../math/float-image.ts";
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
    const pixels = await decodeRgbaResized(image, widthPx, heightPx);
    const element = paintElement(pixels, prompt, {
      light: staged.elementLight,
      sceneHue: spec.palette.hue,
      seed: spec.seed,
      fine,
    });
    if (element) painted.push(element);
  }
  return painted;
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
