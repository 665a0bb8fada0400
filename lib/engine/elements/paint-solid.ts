import { blurred } from "../math/blur.ts";
import { gradientFbm, gradientNoise, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { mixed } from "../math/vector.ts";
import { makeBulb } from "./bulb.ts";
import { inflated, type Roundness } from "./inflate.ts";
import type { Material } from "./material.ts";
import type { RegionFacts } from "./region-facts.ts";
import { emptySurface, type PaintInput, type Surface, setAlbedo } from "./surface.ts";
import { tone } from "./thing.ts";
import type { ThingKind } from "./thing-kind.ts";

type SolidKind = Extract<ThingKind, Exclude<Material, "fabric"> | "plaster" | "leather" | "paper" | "shell" | "brick">;

const ROUNDNESS: Record<SolidKind, Roundness> = {
  plaster: { parts: 0.3, whole: 0.3 },
  stone: { parts: 0.2, whole: 0.35 },
  metal: { parts: 0.45, whole: 0.35 },
  glass: { parts: 0.12, whole: 0.6 },
  wood: { parts: 0.45, whole: 0.1 },
  ceramic: { parts: 0.4, whole: 0.45 },
  plastic: { parts: 0.35, whole: 0.35 },
  ice: { parts: 0.3, whole: 0.3 },
  marble: { parts: 0.25, whole: 0.3 },
  leather: { parts: 0.28, whole: 0.16 },
  paper: { parts: 0.1, whole: 0.06 },
  shell: { parts: 0.3, whole: 0.4 },
  brick: { parts: 0.05, whole: 0.02 },
};

const SMOOTH: ReadonlySet<SolidKind> = new Set(["metal", "glass", "ceramic"]);
/** What podiums are made of. */
const STANDS: ReadonlySet<SolidKind> = new Set(["plaster", "stone", "marble", "ceramic", "plastic", "wood", "metal"]);

/** Stone, metal, glass, wood, ceramic, and matte plaster for stands and for everything unknown. */
export function paintSolid(input: PaintInput, kind: SolidKind): Surface {
  const { layer, regions, facts, thing } = input;
  const { width, height } = layer;
  const form = inflated(layer, ROUNDNESS[kind]);
  // A mirror shows every ripple.
  const heights = SMOOTH.has(kind) ? blurred(form, Math.max(width, height) * 0.004) : form;
  const surface = emptySurface(width, height, heights);
  const stand = STANDS.has(kind) ? standTop(facts) : -1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = regions.labels[i] as number;
      const fact = facts[label];
      if (label === 0 || !fact) continue;
      paintPoint(input, surface, kind, fact, label, x, y, i);
      if (stand > 0) shapeStand(surface, fact, label === stand, x, i);
    }
  }
  if (thing.name === "bulb") makeBulb(layer, surface);
  return surface;
}

/** The flat upper face of a podium: a wide region right above a wider or equal one. */
function standTop(facts: readonly RegionFacts[]): number {
  const large = facts.flatMap((fact, label) => (label > 0 && fact.share > 0.12 ? [{ fact, label }] : []));
  if (large.length < 2 || large.length > 4) return -1;
  const top = large.reduce((a, b) => (b.fact.y < a.fact.y ? b : a));
  const wide = top.fact.right - top.fact.left > 1.8 * (top.fact.bottom - top.fact.top);
  const side = large.find(
    ({ fact }) => fact !== top.fact && Math.abs(fact.x - top.fact.x) < 0.2 * (top.fact.right - top.fact.left),
  );
  return wide && side ? top.label : -1;
}

function shapeStand(surface: Surface, fact: RegionFacts, isTop: boolean, x: number, i: number): void {
  const across = isTop ? 0 : clamp((x - fact.x) / Math.max(1, (fact.right - fact.left) / 2), -0.97, 0.97);
  surface.normal.data[i * 3] = across;
  surface.normal.data[i * 3 + 1] = isTop ? -0.92 : 0;
  surface.normal.data[i * 3 + 2] = isTop ? 0.39 : Math.sqrt(1 - across * across);
}

function paintPoint(
  { thing, seed }: PaintInput,
  surface: Surface,
  kind: SolidKind,
  fact: RegionFacts,
  label: number,
  x: number,
  y: number,
  i: number,
): void {
  const own = hash2(label * 11 + seed, 3) - 0.5;
  const { gloss, polish, mirror, opacity, height } = surface;
  const scale = Math.max(height.width, height.height);
  switch (kind) {
    case "plaster":
      setAlbedo(surface, i, tone(thing, 0.03 * own, 1, 6 * own), 0.98 + 0.04 * valueFbm(x * 0.06, y * 0.06, 3));
      gloss.data[i] = 0.1;
      polish.data[i] = 0.25;
      break;
    case "stone": {
      const mottle = valueFbm(x * 0.03 + label * 5, y * 0.03, 6);
      setAlbedo(
        surface,
        i,
        tone(thing, 0.05 * own, 1),
        (0.6 + 0.75 * mottle) * (0.9 + 0.2 * valueNoise(x * 0.9, y * 0.9)),
      );
      (height.data[i] as number) += gradientFbm(x * 0.05, y * 0.05, 4) * 2.2 + gradientNoise(x * 0.5, y * 0.5) * 0.25;
      gloss.data[i] = 0.06;
      polish.data[i] = 0.2;
      break;
    }
    case "metal":
      setAlbedo(surface, i, tone(thing, 0.02 * own, 1), 0.9);
      mirror.data[i] = 0.8;
      gloss.data[i] = 0.9;
      polish.data[i] = 0.6;
      break;
    case "glass": {
      setAlbedo(surface, i, tone(thing, 0, 1));
      mirror.data[i] = 0.4;
      gloss.data[i] = 2.2;
      polish.data[i] = 0.9;
      opacity.data[i] = 0.05;
      break;
    }
    case "wood": {
      const u = (x - fact.x) * fact.axisX + (y - fact.y) * fact.axisY;
      const v = -(x - fact.x) * fact.axisY + (y - fact.y) * fact.axisX;
      const grain = 0.5 + 0.5 * Math.sin(v * 0.5 + gradientFbm(u * 0.012 + label, v * 0.06, 3) * 5);
      const fibre = gradientNoise(u * 0.05, v * 1.3 + label * 9);
      setAlbedo(
        surface,
        i,
        mixed(
          tone(thing, 0.05 + 0.05 * own),
          tone(thing, -0.13, 1.1, -6),
          clamp(0.25 + 0.45 * grain ** 2 + 0.3 * fibre),
        ),
      );
      (height.data[i] as number) += fibre * 0.2;
      gloss.data[i] = 0.16;
      polish.data[i] = 0.35;
      break;
    }
    case "marble": {
      const warp = gradientFbm(x * 0.008 + (seed % 13), y * 0.008, 4) * 2.2;
      const vein = (1 - Math.abs(gradientNoise(x * 0.009 + warp, y * 0.012 - warp + label * 2.3))) ** 14;
      const fine = (1 - Math.abs(gradientNoise(x * 0.022 - warp * 1.4 + 9, y * 0.02 + warp))) ** 26;
      const cloud = valueFbm(x * 0.012 + label * 5, y * 0.012, 4);
      const body = tone(thing, 0.02 * own - 0.06 * cloud);
      setAlbedo(surface, i, mixed(body, tone(thing, -0.42, 1.2), clamp(0.62 * vein * cloud * 1.6 + 0.28 * fine)));
      gloss.data[i] = 0.55;
      polish.data[i] = 0.75;
      mirror.data[i] = 0.06;
      break;
    }
    case "leather": {
      const grain = gradientNoise(x * 0.24, y * 0.24) + 0.6 * gradientNoise(x * 0.55, y * 0.55);
      setAlbedo(surface, i, tone(thing, 0.03 * own), 0.92 + 0.12 * valueFbm(x * 0.02, y * 0.02, 3) + 0.05 * grain);
      (height.data[i] as number) += grain * 0.35;
      gloss.data[i] = 0.28;
      polish.data[i] = 0.4;
      break;
    }
    case "paper":
      setAlbedo(surface, i, tone(thing, 0.03 * own), 0.97 + 0.04 * valueFbm(x * 0.3, y * 0.3, 2));
      surface.translucency.data[i] = 0.15;
      break;
    case "shell": {
      const growth = Math.sin(Math.hypot(x - fact.x, y - fact.bottom) * 0.16 + gradientNoise(x * 0.02, y * 0.02) * 2);
      setAlbedo(surface, i, tone(thing, 0.025 * growth + 0.02 * own, 1 + 0.35 * growth, 10 * own));
      (height.data[i] as number) += 0.3 * growth;
      gloss.data[i] = 0.45;
      polish.data[i] = 0.55;
      mirror.data[i] = 0.03;
      break;
    }
    case "brick": {
      const { color, relief } = brickAt(x / scale, y / scale, seed);
      setAlbedo(
        surface,
        i,
        color < 0 ? tone(thing, 0.22, 0.25, 10) : tone(thing, 0.14 * (color - 0.5), 1, 14 * (color - 0.5)),
      );
      (height.data[i] as number) += relief * 2.2 + gradientNoise(x * 0.4, y * 0.4) * 0.3;
      break;
    }
    case "ceramic":
      setAlbedo(surface, i, tone(thing, 0, 1));
      gloss.data[i] = 1.3;
      polish.data[i] = 0.85;
      mirror.data[i] = 0.07;
      break;
    case "plastic":
      setAlbedo(surface, i, tone(thing, 0.02 * own, 1, 4 * own));
      gloss.data[i] = 0.8;
      polish.data[i] = 0.65;
      mirror.data[i] = 0.04;
      surface.translucency.data[i] = 0.1;
      break;
    case "ice": {
      const crack = (1 - Math.abs(gradientFbm(x * 0.03 + label, y * 0.03, 4))) ** 18;
      const frost = valueFbm(x * 0.02 + (seed % 7), y * 0.02, 5);
      setAlbedo(surface, i, tone(thing, 0.03 * crack, 1));
      (height.data[i] as number) += gradientNoise(x * 0.05, y * 0.05) * 1.2;
      mirror.data[i] = 0.3;
      gloss.data[i] = 1.8;
      polish.data[i] = 0.85;
      surface.translucency.data[i] = 0.6;
      opacity.data[i] = clamp(0.28 + 0.4 * smoothstep(0.4, 0.75, frost) + 0.5 * crack);
      break;
    }
  }
}

/** Courses of bricks in a form's height. */
const COURSES = 14;

/** Place in units of the form. `color`: a number of the brick's own, -1 for mortar; `relief` 0 to 1. */
function brickAt(u: number, v: number, seed: number): { color: number; relief: number } {
  const row = Math.floor(v * COURSES);
  const across = (u * COURSES) / 2.6 + (row % 2) * 0.5;
  const brick = Math.floor(across);
  const inX = (0.5 - Math.abs(across - brick - 0.5)) * 2.6;
  const inY = 0.5 - Math.abs(v * COURSES - row - 0.5);
  const relief = smoothstep(0.05, 0.14, Math.min(inX, inY) + 0.03 * gradientNoise(u * 90, v * 90));
  return { color: relief < 0.4 ? -1 : hash2(brick + seed, row), relief };
}
