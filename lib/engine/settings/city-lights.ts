import { blurred } from "../math/blur.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { seededRandom } from "../math/random.ts";
import type { Vec3 } from "../math/vector.ts";
import { addBokehDisc } from "./bokeh-lights.ts";

interface Lamp {
  readonly color: Vec3;
  readonly share: number;
}

/** Lights of one distance, in a 1024 px picture. */
interface Layer {
  readonly count: number;
  readonly radiusPx: number;
  readonly light: number;
  /** How far they are strewn above and below the horizon, as a share of the height; 0: from it upwards. */
  readonly spread: number;
}

/** One look at a city: whose lamps shine, how far away and how large, under which sky. */
interface CityView {
  readonly lamps: readonly Lamp[];
  readonly layers: readonly Layer[];
  /** Light over the roofs. */
  readonly glow: Vec3;
  /** Lamps stand in two rows that meet far away. */
  readonly avenue?: boolean;
}

const AMBER: Vec3 = [1, 0.62, 0.25];
const ORANGE: Vec3 = [1, 0.45, 0.12];
const CREAM: Vec3 = [1, 0.8, 0.5];
const WHITE: Vec3 = [1, 0.9, 0.75];
const BLUE: Vec3 = [0.25, 0.75, 1];
const RED: Vec3 = [1, 0.22, 0.35];
const VIOLET: Vec3 = [0.55, 0.35, 1];
const MINT: Vec3 = [0.2, 1, 0.75];

const lamps = (...shares: readonly (readonly [Vec3, number])[]): Lamp[] =>
  shares.map(([color, share]) => ({ color, share }));

/** By arrangement: a street in neon, shop windows near by, an avenue, a skyline beyond the water. */
const VIEWS: readonly CityView[] = [
  {
    lamps: lamps([BLUE, 0.28], [VIOLET, 0.2], [RED, 0.16], [AMBER, 0.12], [CREAM, 0.12], [MINT, 0.07], [WHITE, 0.05]),
    layers: [
      { count: 150, radiusPx: 13, light: 1.5, spread: 0 },
      { count: 70, radiusPx: 27, light: 0.62, spread: 0.22 },
      { count: 26, radiusPx: 46, light: 0.28, spread: 0.36 },
    ],
    glow: [0.035, 0.022, 0.045],
  },
  {
    lamps: lamps([AMBER, 0.36], [ORANGE, 0.24], [CREAM, 0.28], [RED, 0.06], [WHITE, 0.06]),
    layers: [
      { count: 34, radiusPx: 24, light: 0.9, spread: 0.1 },
      { count: 26, radiusPx: 58, light: 0.5, spread: 0.3 },
      { count: 15, radiusPx: 98, light: 0.22, spread: 0.5 },
    ],
    glow: [0.075, 0.036, 0.02],
  },
  {
    lamps: lamps([CREAM, 0.4], [AMBER, 0.28], [WHITE, 0.16], [RED, 0.12], [BLUE, 0.04]),
    layers: [
      { count: 110, radiusPx: 9, light: 1.6, spread: 0 },
      { count: 120, radiusPx: 26, light: 0.75, spread: 0.3 },
    ],
    glow: [0.05, 0.03, 0.06],
    avenue: true,
  },
  {
    lamps: lamps([BLUE, 0.42], [WHITE, 0.26], [MINT, 0.12], [VIOLET, 0.12], [CREAM, 0.08]),
    layers: [
      { count: 330, radiusPx: 6, light: 1.9, spread: 0 },
      { count: 40, radiusPx: 15, light: 0.9, spread: 0.06 },
      { count: 8, radiusPx: 52, light: 0.16, spread: 0.4 },
    ],
    glow: [0.012, 0.05, 0.085],
  },
];

/** A city at night out of focus: soft silhouettes and discs of light, linear HDR. */
export function cityLights(width: number, height: number, horizon: number, seed: number, layout: number): FloatImage {
  const view = VIEWS[layout % VIEWS.length] as CityView;
  const random = seededRandom(seed);
  const image = floatImage(width, height, 3);
  const unit = Math.max(width, height) / 1024;
  const skyline = softSkyline(width, height, horizon, random, 9 * unit);
  for (let y = 0; y < height; y++) {
    const glow = Math.exp(-(((y / height - horizon) * 3.2) ** 2));
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const base = (NIGHT[c] as number) + (view.glow[c] as number) * glow;
        const sx = ((x + 0.5) * skyline.width) / width - 0.5;
        const sy = ((y + 0.5) * skyline.height) / height - 0.5;
        image.data[i + c] = base + sampleBilinear(skyline, sx, sy, c);
      }
    }
  }
  for (const layer of view.layers) {
    for (let k = 0; k < layer.count; k++) {
      const place = random();
      const lift = layer.spread === 0 ? -0.02 - 0.34 * random() ** 2 : (random() + random() - 1) * layer.spread - 0.06;
      const size = layer.radiusPx * (0.75 + 0.5 * random());
      const brightness = layer.light * (0.25 + 1.1 * random() ** 2);
      const color = pickLamp(view.lamps, random());
      const row = view.avenue && layer.spread > 0 ? alongAvenue(k / layer.count, k % 2 === 0 ? -1 : 1, place) : null;
      const radius = unit * size * (row?.scale ?? 1);
      const x = width * (row ? row.x : place);
      addBokehDisc(image, x, height * (horizon + (row ? row.lift : lift)), radius, color, brightness, k);
    }
  }
  return image;
}

/** Lamps and shop windows of two rows, from the picture's edges (0) to the vanishing point (1); `chance` strews them. */
function alongAvenue(t: number, side: number, chance: number) {
  const scale = 0.34 / (0.2 + 1.1 * t);
  const tier = [0.3, 0.12, 0.22, 0.05][Math.floor(chance * 4)] as number;
  const strewn = (chance * 37) % 1;
  return { x: 0.5 + side * (0.26 + 0.16 * strewn) * scale, lift: -(tier + 0.05 * strewn) * scale, scale };
}

function pickLamp(lamps: readonly Lamp[], chance: number): Vec3 {
  let left = chance;
  for (const { color, share } of lamps) {
    left -= share;
    if (left < 0) return color;
  }
  return CREAM;
}

const NIGHT: Vec3 = [0.006, 0.01, 0.03];

function softSkyline(width: number, height: number, horizon: number, random: () => number, blurPx: number): FloatImage {
  const image = floatImage(Math.max(1, width >> 2), Math.max(1, height >> 2), 3);
  for (let b = 0; b < 14; b++) {
    const left = random() * image.width;
    const right = left + image.width * (0.05 + 0.09 * random());
    const top = image.height * (horizon - 0.08 - 0.33 * random() * random());
    const color = [0.01 + 0.02 * random(), 0.013 + 0.015 * random(), 0.03 + 0.03 * random()];
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(image.height, image.height * (horizon + 0.1)); y++) {
      for (let x = Math.floor(left); x < Math.min(image.width, right); x++) {
        const i = (y * image.width + x) * 3;
        for (let c = 0; c < 3; c++) image.data[i + c] = Math.max(image.data[i + c] as number, color[c] as number);
      }
    }
  }
  return blurred(image, blurPx / 4);
}
