import { scaled, type Vec3 } from "../math/vector.ts";
import { lightOn, litColor, type Plot, spotAt, throughAir } from "./plot.ts";
import { drawStroke, type Stroke } from "./stroke.ts";

export interface MeadowFlowers {
  readonly count: number;
  /** World units. */
  readonly height: number;
  readonly radius: number;
  readonly petals: readonly Vec3[];
  readonly heart: Vec3;
  /** Half width of the heart as a share of the radius; default 0.24. */
  readonly heartShare?: number;
  /** This many petals that run to a point, in place of broad round ones. */
  readonly pointedPetals?: number;
  readonly near: number;
  readonly far: number;
  /** Chance of standing at a place. */
  readonly cover: (x: number, z: number) => number;
}

const STEM: Vec3 = [0.12, 0.22, 0.045];
const PETALS = 9;

/** Daisies and their like on thin stems, seen from a little above. */
export function growMeadowFlowers(plot: Plot, flowers: MeadowFlowers): void {
  const { scene, random, picture } = plot;
  const { camera } = scene;
  const halfView = (camera.widthPx / 2 / camera.focalPx) * 1.05;
  const span = Math.log(flowers.far / flowers.near);
  for (let k = 0; k < flowers.count; k++) {
    const z = flowers.near * Math.exp(span * (1 - (k + random()) / flowers.count));
    const x = (random() * 2 - 1) * halfView * z;
    const size = 0.7 + 0.6 * random();
    const lean = random() - 0.5;
    const turn = random() * 6;
    const petal = flowers.petals[Math.floor(random() * flowers.petals.length)] ?? [1, 1, 1];
    if (random() > flowers.cover(x, z)) continue;
    const spot = spotAt(plot, x, z);
    const height = flowers.height * size * spot.unitPx;
    const radius = flowers.radius * size * spot.unitPx;
    const light = lightOn(plot, spot, flowers.height);
    const depth = Math.hypot(x, camera.height - spot.y, z);
    const headX = spot.px + lean * height * 0.35;
    const headY = spot.py - height;
    const stem = throughAir(plot, litColor(plot, STEM, light, 1), spot);
    const stroke = (from: readonly [number, number], to: readonly [number, number], half: number, end: number) => ({
      x0: from[0],
      y0: from[1],
      x1: (from[0] + to[0]) / 2,
      y1: (from[1] + to[1]) / 2,
      x2: to[0],
      y2: to[1],
      from: half,
      to: end,
      depth: depth * 0.999,
      segments: 2,
    });
    drawStroke(picture, {
      ...stroke([spot.px, spot.py], [headX, headY], Math.max(0.4, radius * 0.1), Math.max(0.35, radius * 0.07)),
      root: scaled(stem, 0.5),
      tip: stem,
    });
    const squash = 0.5 + 0.3 * random();
    const lit = throughAir(plot, litColor(plot, petal, light, 1.1), spot);
    const petals = flowers.pointedPetals ?? PETALS;
    for (let i = 0; i < petals; i++) {
      const angle = turn + (i / petals) * 2 * Math.PI;
      const reach = radius * (0.9 + 0.2 * random());
      // Petals at the back are seen from inside and a little darker.
      const shade = 0.86 + 0.14 * Math.sin(angle);
      const tip = [headX + Math.cos(angle) * reach, headY + Math.sin(angle) * reach * squash] as const;
      const look = { root: scaled(lit, shade * 0.8), tip: scaled(lit, shade) };
      if (flowers.pointedPetals === undefined) {
        drawStroke(picture, { ...stroke([headX, headY], tip, radius * 0.2, radius * 0.22), ...look });
        continue;
      }
      const broadest = [headX + (tip[0] - headX) * 0.62, headY + (tip[1] - headY) * 0.62] as const;
      drawStroke(picture, { ...stroke([headX, headY], broadest, radius * 0.06, radius * 0.14), ...look });
      drawStroke(picture, { ...stroke(broadest, tip, radius * 0.14, radius * 0.01), root: look.tip, tip: look.tip });
    }
    const heart = radius * (flowers.heartShare ?? 0.24);
    drawHeart(picture, heart, squash, headX, headY, {
      root: throughAir(plot, litColor(plot, flowers.heart, light, 1), spot),
      tip: throughAir(plot, litColor(plot, flowers.heart, light, 1.15), spot),
      depth: depth * 0.999,
      segments: 1,
    });
  }
}

/** Bands side by side that make a disc: strokes have square ends. One is enough for a small one. */
const LEAST_BANDS = 9;
/** For each pixel of the radius: fewer would show as steps. */
const BANDS_PER_PX = 1;
const SMALL_HEART_PX = 2.5;

function drawHeart(
  picture: Plot["picture"],
  radius: number,
  squash: number,
  x: number,
  y: number,
  look: Pick<Stroke, "root" | "tip" | "depth" | "segments">,
): void {
  const bands = radius < SMALL_HEART_PX ? 1 : Math.max(LEAST_BANDS, Math.ceil(radius * BANDS_PER_PX));
  const tall = radius * (0.6 + 0.4 * squash);
  for (let band = 0; band < bands; band++) {
    const v = bands === 1 ? 0 : ((band + 0.5) / bands) * 2 - 1;
    const reach = radius * (bands === 1 ? 0.92 : Math.sqrt(1 - v * v));
    const at = y + v * tall;
    // They overlap: two half-covered edges would let the petals through.
    const half = (tall / bands) * (bands === 1 ? 1 : 1.4);
    drawStroke(picture, { ...look, x0: x - reach, y0: at, x1: x, y1: at, x2: x + reach, y2: at, from: half, to: half });
  }
}
