import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { luminance } from "../math/color.ts";
import { assertFinite, type FloatImage } from "../math/float-image.ts";
import { hashText } from "../math/random.ts";
import { smoothstep } from "../math/scalar.ts";
import type { ElementLight } from "../staged-scene.ts";
import { bendOf } from "./bend.ts";
import { coverWith } from "./coat.ts";
import { type EdgeLayer, type ElementOutline, expanded, outlineOf } from "./edge-layer.ts";
import { hasOpenings } from "./openings.ts";
import { paintAnimal } from "./paint-animal.ts";
import { paintButterfly } from "./paint-butterfly.ts";
import { paintCloud } from "./paint-cloud.ts";
import { paintFabric } from "./paint-fabric.ts";
import { paintFeather } from "./paint-feather.ts";
import { paintFlower } from "./paint-flower.ts";
import { paintFoliage } from "./paint-foliage.ts";
import { paintFruit } from "./paint-fruit.ts";
import { paintGlow } from "./paint-glow.ts";
import { paintMachine } from "./paint-machine.ts";
import { paintSolid } from "./paint-solid.ts";
import { paintTree } from "./paint-tree.ts";
import { regionFacts } from "./region-facts.ts";
import { findRegions } from "./regions.ts";
import { shadeElement } from "./shade-element.ts";
import type { PaintInput, Surface } from "./surface.ts";
import { thingFor, tone } from "./thing.ts";
import type { ThingKind } from "./thing-kind.ts";

/** An edge layer that became a thing; colour and opacity at the layer's working size. */
export interface PaintedElement {
  readonly layer: EdgeLayer;
  readonly kind: ThingKind;
  /** Linear RGB as the light of the scene shows it, about 0 to 1.5. */
  readonly color: FloatImage;
  readonly opacity: FloatImage;
  /** Of clear things: how what lies behind is shifted. */
  readonly bend: FloatImage | null;
}

export interface PaintOptions {
  readonly light: ElementLight;
  readonly sceneHue: number;
  readonly seed: number;
  readonly fine: boolean;
}

const WORKING_SIDE_PX = 512;
const FINE_WORKING_SIDE_PX = 768;

/** What shows of an element before it is painted; null for nothing. Painting needs far more memory than this. */
export function outlineElement(pixels: PixelBuffer, prompt: string, fine: boolean): ElementOutline | null {
  return outlineOf(pixels, fine ? FINE_WORKING_SIDE_PX : WORKING_SIDE_PX, hasOpenings(prompt));
}

/** Null when the layer shows nothing. */
export function paintElement(pixels: PixelBuffer, prompt: string, options: PaintOptions): PaintedElement | null {
  const outline = outlineElement(pixels, prompt, options.fine);
  return outline && paintOutline(outline, prompt, options);
}

export function paintOutline(outline: ElementOutline, prompt: string, options: PaintOptions): PaintedElement {
  const layer = expanded(outline);
  const regions = findRegions(layer);
  const thing = thingFor(prompt, options.sceneHue);
  const seed = hashText(`${prompt}|${options.seed}`) % 65_536;
  const surface = paint({ layer, regions, facts: regionFacts(layer, regions), thing, seed, fine: options.fine });
  if (thing.material) coverWith(surface, thing.material, tone(thing));
  const color = shadeElement(layer, surface, options.light);
  assertFinite(color, `painting ${thing.kind}`);
  const clear = CLEAR.has(thing.material ?? thing.kind);
  return {
    layer,
    kind: thing.kind,
    color,
    opacity: clear ? glassOpacity(layer, surface, color) : surface.opacity,
    bend: clear ? bendOf(layer, surface.height) : null,
  };
}

const CLEAR: ReadonlySet<ThingKind> = new Set(["glass", "ice"]);

function paint(input: PaintInput): Surface {
  const { kind } = input.thing;
  switch (kind) {
    case "flower":
      return paintFlower(input);
    case "foliage":
      return paintFoliage(input);
    case "animal":
    case "scales":
      return paintAnimal(input);
    case "fruit":
      return paintFruit(input);
    case "machine":
      return paintMachine(input);
    case "fabric":
      return paintFabric(input);
    case "feather":
      return paintFeather(input);
    case "tree":
      return paintTree(input);
    case "cloud":
      return paintCloud(input);
    case "butterfly":
      return paintButterfly(input);
    case "neon":
    case "flame":
    case "candle":
      return paintGlow(input);
    default:
      return paintSolid(input, kind);
  }
}

/** Glass is clear in the middle, dense where it is seen edge on, and opaque where it mirrors a light. */
function glassOpacity(layer: EdgeLayer, { opacity, height }: Surface, color: FloatImage): FloatImage {
  const { width, data } = height;
  for (let i = 0; i < data.length; i++) {
    const right = i + 1 < data.length ? (data[i + 1] as number) : 0;
    const below = i + width < data.length ? (data[i + width] as number) : 0;
    const slope = Math.abs(right - (data[i] as number)) + Math.abs(below - (data[i] as number));
    const lit = luminance(
      color.data[i * 3] as number,
      color.data[i * 3 + 1] as number,
      color.data[i * 3 + 2] as number,
    );
    const shine = 0.75 * smoothstep(1.05, 1.7, lit);
    const rim = slope > 0 ? Math.min(1, slope * 0.35) : 0;
    opacity.data[i] = Math.min(
      1,
      (opacity.data[i] as number) + 0.5 * rim ** 1.5 + 0.3 * (layer.crease.data[i] as number) + shine,
    );
  }
  return opacity;
}
