import { type Colour, colourInside } from "./colour-inside.ts";
import type { PixelBuffer } from "./pixel-buffer.ts";

/** Fainter pixels hold hardly any colour, denser ones hardly any background. */
const JUDGED_ALPHA = { min: 24, max: 232 };
/** Enough for a share exact to a percent; a longer border is sampled evenly. */
const MAX_SAMPLES = 20_000;
/** A handful of soft pixels says nothing. */
const MIN_SAMPLES = 24;
/** One old background must explain this much of how the border differs from the inside; shading and noise are not explained by any. */
const EXPLAINED_FROM = 0.6;
/** How far a pixel must be drawn towards the background to count: 1 is all the way its alpha allows. */
const DRAWN = { min: 0.5, max: 1.6 };
/** Distances in RGB below which nobody sees a fringe: of the background from the inside, and of the pixel from the inside. */
const CONTRAST_FROM = 48;
const SEEN_FROM = 16;

interface BorderPixel {
  /** 0 to 1. */
  alpha: number;
  colour: Colour;
  inside: Colour;
}

/**
 * Share of a cut-out's soft border whose colour is still the old background's, 0 to 1; 0 where there is no soft border.
 *
 * A pixel that alpha `a` of the inside colour `I` covers should itself have the colour `I`. Cut out without being cleaned, it has
 * `a·I + (1 - a)·B` of some background `B` instead. The `B` that fits the whole border best has a closed form (least squares); if it
 * explains most of the difference, every pixel that is visibly drawn towards it counts. So glass (nothing solid near), shading of the
 * outline and texture are no halo, and neither is one left by a background of many colours, which this does not find.
 */
export function measureHalo(pixels: PixelBuffer): number {
  const border = sampleBorder(pixels);
  if (border.length < MIN_SAMPLES) return 0;
  const background = fittingBackground(border);
  if (explainedShare(border, background) < EXPLAINED_FROM) return 0;
  return border.filter((pixel) => isDrawnTowards(background, pixel)).length / border.length;
}

function sampleBorder(pixels: PixelBuffer): BorderPixel[] {
  const { data } = pixels;
  const soft: number[] = [];
  for (let pixel = 0, index = 3; index < data.length; pixel += 1, index += 4) {
    const alpha = data[index] as number;
    if (alpha >= JUDGED_ALPHA.min && alpha <= JUDGED_ALPHA.max) soft.push(pixel);
  }
  const step = Math.ceil(soft.length / MAX_SAMPLES);
  const border: BorderPixel[] = [];
  for (let at = 0; at < soft.length; at += step) {
    const pixel = soft[at] as number;
    const inside = colourInside(pixels, pixel);
    if (!inside) continue;
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(4 * pixel, 4 * pixel + 4);
    border.push({ alpha: alpha / 255, colour: [red, green, blue], inside });
  }
  return border;
}

const CHANNELS = [0, 1, 2] as const;

/** Minimises the squares of `colour - a·inside - (1 - a)·background`. */
function fittingBackground(border: readonly BorderPixel[]): Colour {
  const sum: Colour = [0, 0, 0];
  let weights = 0;
  for (const { alpha, colour, inside } of border) {
    weights += (1 - alpha) ** 2;
    for (const channel of CHANNELS) sum[channel] += (1 - alpha) * (colour[channel] - alpha * inside[channel]);
  }
  const clamped = (value: number) => Math.min(255, Math.max(0, value / weights));
  return [clamped(sum[0]), clamped(sum[1]), clamped(sum[2])];
}

/** 1 when the background explains the border entirely, 0 or less when a clean border explains it better. */
function explainedShare(border: readonly BorderPixel[], background: Colour): number {
  let asClean = 0;
  let asHalo = 0;
  for (const { alpha, colour, inside } of border) {
    for (const channel of CHANNELS) {
      asClean += (colour[channel] - inside[channel]) ** 2;
      asHalo += (colour[channel] - alpha * inside[channel] - (1 - alpha) * background[channel]) ** 2;
    }
  }
  return asClean === 0 ? 0 : 1 - asHalo / asClean;
}

function isDrawnTowards(background: Colour, { alpha, colour, inside }: BorderPixel): boolean {
  let along = 0;
  let contrast = 0;
  let seen = 0;
  for (const channel of CHANNELS) {
    const towards = background[channel] - inside[channel];
    const drawn = colour[channel] - inside[channel];
    along += towards * drawn;
    contrast += towards * towards;
    seen += drawn * drawn;
  }
  const share = along / contrast / (1 - alpha);
  return contrast >= CONTRAST_FROM ** 2 && seen >= SEEN_FROM ** 2 && share >= DRAWN.min && share <= DRAWN.max;
}
