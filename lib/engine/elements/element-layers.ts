import { decodeRgbaResized } from "../codec.ts";
import type { ElementInput } from "../engine.ts";
import type { FloatImage } from "../math/float-image.ts";
import { drawProp } from "../props/draw-props.ts";
import type { PlannedProp } from "../props/plan-props.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { StagedScene } from "../staged-scene.ts";
import type { ElementOutline } from "./edge-layer.ts";
import { outlineElement, type PaintOptions, paintElement, paintOutline } from "./paint-element.ts";
import { castShadows, placeBehind, placeInFront } from "./place-element.ts";
import type { SeenSet } from "./seen-set.ts";

/** The size that blurs are given for. */
const REFERENCE_SIDE_PX = 1024;

/** An edge layer cut out and not painted yet. */
export interface OutlinedElement {
  readonly outline: ElementOutline;
  readonly prompt: string;
}

/** Elements that show nothing are left out. */
export async function outlineElements(
  elements: readonly ElementInput[],
  widthPx: number,
  heightPx: number,
  fine: boolean,
): Promise<OutlinedElement[]> {
  const outlined: OutlinedElement[] = [];
  for (const { image, prompt } of elements) {
    const outline = outlineElement(await decodeRgbaResized(image, widthPx, heightPx), prompt, fine);
    if (outline) outlined.push({ outline, prompt });
  }
  return outlined;
}

function optionsFor({ elementLight }: StagedScene, { palette, seed }: SceneSpec, fine: boolean): PaintOptions {
  return { light: elementLight, sceneHue: palette.hue, seed, fine };
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
    const drawn = drawProp(name, width, height, place, spec.seed + i);
    const element = paintElement(drawn, prompt, optionsFor(staged, spec, false));
    if (element) placeBehind(picture, element, exposure, blurPx * unit * spec.softness);
  }
}

/** `groundPx`: things whose lower end is below this row stand on the ground. `near`: they are before the product. */
export function castElementShadows(
  picture: FloatImage,
  elements: readonly OutlinedElement[],
  staged: StagedScene,
  set: SeenSet | null,
  { groundPx, near }: { groundPx: number; near: boolean },
): void {
  const onWall = staged.scene.sweep ? 0.22 : 0;
  const lightX = staged.elementLight.direction[0];
  for (const { outline } of elements) castShadows(picture, outline, { groundPx, onWall, lightX, set, near });
}

/** Paints and places one after another and empties the list: the memory of one is enough. */
export function placeBackground(
  picture: FloatImage,
  elements: OutlinedElement[],
  staged: StagedScene,
  spec: SceneSpec,
  exposure: number,
  fine: boolean,
): void {
  const blurPx = (1.6 * spec.softness * Math.max(picture.width, picture.height)) / REFERENCE_SIDE_PX;
  for (let next = elements.shift(); next; next = elements.shift())
    placeBehind(picture, paintOutline(next.outline, next.prompt, optionsFor(staged, spec, fine)), exposure, blurPx);
}

/** As `placeBackground`, over the finished picture. */
export function placeForeground(
  rgb: Uint8Array,
  width: number,
  height: number,
  elements: OutlinedElement[],
  staged: StagedScene,
  spec: SceneSpec,
  fine: boolean,
): void {
  const blurPx = (0.8 * Math.max(width, height)) / REFERENCE_SIDE_PX;
  for (let next = elements.shift(); next; next = elements.shift()) {
    const element = paintOutline(next.outline, next.prompt, optionsFor(staged, spec, fine));
    placeInFront(rgb, width, height, element, staged.look, blurPx, spec.seed);
  }
}
