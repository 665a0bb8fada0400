import { oklch } from "../math/color.ts";
import { hashText } from "../math/random.ts";
import type { Vec3 } from "../math/vector.ts";
import { COLORS, type NamedColor } from "../prompt/colors.ts";
import { readPrompt } from "../prompt/read-prompt.ts";
import { elementWord } from "./element-words.ts";
import { type Material, materialIn, metalColor } from "./material.ts";
import type { Thing, ThingKind } from "./thing-kind.ts";

const thing = (kind: ThingKind, lightness: number, chroma: number, hue: number): Thing => ({
  kind,
  name: "",
  material: null,
  lightness,
  chroma,
  hue,
});

const THINGS: Readonly<Record<string, Thing>> = {
  "peach-blossom": thing("flower", 0.84, 0.085, 5),
  rose: thing("flower", 0.58, 0.19, 14),
  sunflower: thing("flower", 0.86, 0.165, 92),
  lily: thing("flower", 0.95, 0.015, 100),
  tulip: thing("flower", 0.6, 0.2, 24),
  iris: thing("flower", 0.6, 0.14, 292),
  flower: thing("flower", 0.8, 0.1, 352),
  bougainvillea: thing("flower", 0.56, 0.23, 350),
  wildflower: thing("flower", 0.9, 0.05, 95),
  leaf: thing("foliage", 0.5, 0.115, 136),
  "autumn-leaf": thing("foliage", 0.6, 0.15, 50),
  branch: thing("wood", 0.4, 0.05, 60),
  "christmas-tree": thing("foliage", 0.42, 0.095, 148),
  "dry-grass": thing("foliage", 0.8, 0.06, 80),
  holly: thing("foliage", 0.42, 0.095, 148),
  puppy: thing("animal", 0.74, 0.1, 66),
  cat: thing("animal", 0.72, 0.06, 62),
  bear: thing("animal", 0.6, 0.085, 60),
  rabbit: thing("animal", 0.92, 0.015, 70),
  bird: thing("animal", 0.66, 0.12, 240),
  lantern: thing("plaster", 0.56, 0.21, 27),
  lemon: thing("fruit", 0.87, 0.17, 98),
  fruit: thing("fruit", 0.6, 0.19, 30),
  tropical: thing("fruit", 0.78, 0.15, 75),
  apple: thing("fruit", 0.56, 0.2, 27),
  peach: thing("fruit", 0.8, 0.11, 35),
  pear: thing("fruit", 0.8, 0.14, 112),
  mango: thing("fruit", 0.8, 0.15, 72),
  pineapple: thing("fruit", 0.78, 0.15, 80),
  watermelon: thing("fruit", 0.5, 0.12, 140),
  kiwi: thing("fruit", 0.56, 0.09, 105),
  "dragon-fruit": thing("fruit", 0.6, 0.2, 5),
  papaya: thing("fruit", 0.76, 0.15, 62),
  coconut: thing("wood", 0.42, 0.05, 55),
  "passion-fruit": thing("fruit", 0.36, 0.1, 345),
  avocado: thing("fruit", 0.5, 0.1, 130),
  strawberry: thing("fruit", 0.54, 0.21, 27),
  grape: thing("fruit", 0.42, 0.12, 315),
  blueberry: thing("fruit", 0.42, 0.09, 272),
  labware: thing("glass", 0.92, 0.02, 220),
  "wine-glass": thing("glass", 0.92, 0.02, 220),
  "champagne-glass": thing("glass", 0.92, 0.02, 220),
  tumbler: thing("glass", 0.92, 0.02, 220),
  "chrome-thing": thing("metal", 0.8, 0.006, 250),
  donut: thing("plaster", 0.78, 0.1, 20),
  macaron: thing("plaster", 0.86, 0.06, 10),
  lollipop: thing("plastic", 0.72, 0.15, 5),
  candy: thing("plastic", 0.72, 0.15, 5),
  sprinkles: thing("plastic", 0.72, 0.15, 5),
  balloon: thing("plastic", 0.62, 0.19, 22),
  confetti: thing("paper", 0.72, 0.15, 5),
  cake: thing("plaster", 0.9, 0.05, 70),
  plate: thing("ceramic", 0.95, 0.008, 85),
  basket: thing("wood", 0.62, 0.08, 70),
  towel: thing("fabric", 0.92, 0.01, 85),
  record: thing("plastic", 0.22, 0.005, 0),
  cactus: thing("plastic", 0.58, 0.1, 145),
  teapot: thing("ceramic", 0.7, 0.06, 50),
  pebble: thing("stone", 0.62, 0.012, 80),
  "gold-thing": thing("metal", 0.8, 0.12, 85),
  "glass-thing": thing("glass", 0.92, 0.02, 220),
  sphere: thing("plaster", 0.88, 0.04, 20),
  pearl: thing("ceramic", 0.94, 0.015, 60),
  petal: thing("flower", 0.82, 0.09, 5),
  coin: thing("metal", 0.8, 0.12, 85),
  bauble: thing("plastic", 0.5, 0.2, 25),
  splash: thing("glass", 0.92, 0.02, 220),
  "milk-splash": thing("ceramic", 0.96, 0.012, 85),
  "chocolate-splash": thing("plastic", 0.36, 0.055, 48),
  "coffee-splash": thing("plastic", 0.3, 0.05, 50),
  "juice-splash": thing("glass", 0.78, 0.15, 70),
  drop: thing("glass", 0.92, 0.02, 220),
  ice: thing("ice", 0.87, 0.05, 230),
  candle: thing("plaster", 0.92, 0.04, 85),
  starfish: thing("stone", 0.72, 0.14, 48),
  shell: thing("stone", 0.87, 0.04, 55),
  orange: thing("fruit", 0.74, 0.17, 55),
  berry: thing("fruit", 0.5, 0.2, 26),
  gift: thing("plaster", 0.58, 0.18, 22),
  chair: thing("wood", 0.56, 0.085, 62),
  machine: thing("machine", 0.76, 0.15, 80),
  pumpkin: thing("fruit", 0.68, 0.17, 52),
  egg: thing("ceramic", 0.9, 0.04, 70),
  book: thing("fabric", 0.45, 0.09, 30),
  "coffee-bean": thing("wood", 0.3, 0.05, 50),
  nut: thing("wood", 0.55, 0.08, 60),
  cup: thing("ceramic", 0.94, 0.008, 85),
  cube: thing("wood", 0.66, 0.1, 70),
  vase: thing("ceramic", 0.7, 0.06, 50),
  mushroom: thing("fruit", 0.6, 0.12, 40),
  chili: thing("fruit", 0.5, 0.21, 28),
  feather: thing("plaster", 0.95, 0.01, 80),
  heart: thing("plastic", 0.6, 0.21, 20),
  bubble: thing("glass", 0.92, 0.02, 220),
  crystal: thing("glass", 0.86, 0.06, 300),
};

const SUPPORTS: Readonly<Record<string, Thing>> = {
  podium: thing("plaster", 0.92, 0.02, 60),
  wood: thing("wood", 0.6, 0.085, 65),
  table: thing("wood", 0.6, 0.085, 65),
  marble: thing("marble", 0.93, 0.006, 90),
  stone: thing("stone", 0.58, 0.015, 70),
  sand: thing("stone", 0.78, 0.06, 80),
  dark: thing("glass", 0.5, 0.01, 260),
  fabric: thing("fabric", 0.88, 0.03, 60),
  plaster: thing("plaster", 0.93, 0.012, 80),
  paper: thing("plaster", 0.93, 0.012, 80),
};

const PLACES: Readonly<Record<string, Thing>> = {
  mountain: thing("stone", 0.52, 0.02, 60),
  snow: thing("stone", 0.93, 0.01, 240),
  forest: thing("foliage", 0.44, 0.1, 140),
  meadow: thing("foliage", 0.6, 0.13, 128),
  beach: thing("stone", 0.78, 0.06, 80),
  pool: thing("glass", 0.85, 0.05, 220),
  sky: thing("plaster", 0.96, 0.01, 240),
};

/** A coffee cup has no colour of coffee. */
const CONTENTS = /(?:咖啡|香槟|coffee |champagne |tea )(?=杯|壶|cup|mug|pot|glass|flute)/gi;
/** Made of two materials whatever else its prompt says. */
const BULB = /灯泡|bulbs?\b/i;
/** Grown things keep their form whatever they are made of. */
const GROWN: ReadonlySet<ThingKind> = new Set([
  "flower",
  "foliage",
  "tree",
  "animal",
  "scales",
  "butterfly",
  "machine",
]);
/** A gift may be of any material, but a bare shape in gold is metal. */
const GILDED_KINDS: ReadonlySet<ThingKind> = new Set(["plaster", "ceramic", "plastic"]);

const LEAFY: ReadonlySet<ThingKind> = new Set(["foliage", "tree"]);
/** A metal without a name. */
const SILVER = [0.8, 0.006, 250] as const;

const OF_MATERIAL: Readonly<Record<Material, Thing>> = {
  ceramic: thing("ceramic", 0.94, 0.008, 85),
  plastic: thing("plastic", 0.62, 0.19, 27),
  ice: thing("ice", 0.87, 0.05, 230),
  glass: thing("glass", 0.92, 0.02, 220),
  metal: thing("metal", 0.8, 0.006, 250),
  marble: thing("marble", 0.93, 0.006, 90),
  stone: thing("stone", 0.58, 0.015, 70),
  wood: thing("wood", 0.6, 0.085, 65),
  fabric: thing("fabric", 0.88, 0.03, 60),
};

/**
 * The first thing the prompt names, else its support or place, in the material and the first colour that the prompt names.
 * Nothing understood: a matte form beside the scene's own hue.
 */
export function thingFor(prompt: string, sceneHue: number): Thing {
  const { wanted } = readPrompt(prompt.replace(CONTENTS, ""));
  const own = elementWord(prompt);
  // "Orange" before another thing is its colour.
  const isColor = wanted.thing[0] === "orange" && (own !== null || wanted.thing.length > 1);
  const things = isColor ? wanted.thing.slice(1) : wanted.thing;
  const named = own ?? first(things, THINGS) ?? first(wanted.support, SUPPORTS) ?? first(wanted.place, PLACES);
  const [colorWord = isColor ? "orange" : ""] = wanted.color;
  const colorName = (colorWord === "" || colorWord === "teal") && grownGreen(prompt, named) ? "green" : colorWord;
  const color = COLORS[colorName];
  const found = BULB.test(prompt) ? { ...OF_MATERIAL.glass, name: "bulb" } : madeOf(named, prompt, colorName);
  if (found) return color && !isMetalColor(found, colorName) ? recolored(found, color) : found;
  if (color) return thing("plaster", color.lightness, color.chroma, color.hue);
  const hue = sceneHue + ((hashText(prompt) % 120) - 60);
  return thing("plaster", 0.8, 0.075, (hue + 360) % 360);
}

/** 青 of what grows is green; of all else the lexicon's words decide. */
function grownGreen(prompt: string, named: Thing | undefined): boolean {
  return /青(?![铜瓷花年春])/.test(prompt) && (named?.kind === "fruit" || named?.kind === "foliage");
}

function first(names: readonly string[], table: Readonly<Record<string, Thing>>): Thing | undefined {
  for (const name of names) if (table[name]) return { ...table[name], name };
  return undefined;
}

/** The thing in its material. A form that is no grown thing is wholly what it is made of. */
function madeOf(named: Thing | undefined, prompt: string, colorName: string): Thing | undefined {
  const gilded = colorName === "gold" && (!named || GILDED_KINDS.has(named.kind));
  const material = materialIn(prompt) ?? (gilded ? "metal" : null);
  if (!material || material === named?.kind) return named?.kind === "metal" ? inMetal(named, prompt) : named;
  const own = OF_MATERIAL[material];
  const name = named?.name ?? "";
  if (named && GROWN.has(named.kind)) {
    const colors = material === "wood" || material === "plastic" || material === "fabric" ? named : own;
    const made: Thing = { ...named, material, lightness: colors.lightness, chroma: colors.chroma, hue: colors.hue };
    return material === "metal" ? inMetal(made, prompt) : made;
  }
  return material === "metal" ? inMetal({ ...own, name }, prompt) : { ...own, name };
}

function inMetal(found: Thing, prompt: string): Thing {
  if (found.name === "coin" || (found.name === "treasure" && materialIn(prompt) === null)) return found;
  const [lightness, chroma, hue] = metalColor(prompt) ?? SILVER;
  return { ...found, lightness, chroma, hue };
}

/** "Gold" and "grey" of a metal are what it is, not paint on it. */
function isMetalColor({ kind, material }: Thing, colorName: string): boolean {
  return (kind === "metal" || material === "metal") && (colorName === "gold" || colorName === "grey");
}

/** "Pink peach blossom" keeps the blossom's lightness; of other things the colour word decides more. */
function recolored(found: Thing, { lightness, chroma, hue }: NamedColor): Thing {
  const kept = found.kind === "flower" ? 0.5 : found.kind === "animal" ? 0.25 : 0.35;
  return {
    ...found,
    lightness: found.lightness * kept + lightness * (1 - kept),
    chroma: Math.max(chroma, chroma > 0.03 ? found.chroma * 0.8 : 0),
    // "Green" leaves are as green as leaves are, and green fruit is rather yellow.
    hue:
      found.kind === "fruit" && hue === COLORS.green?.hue
        ? 125
        : LEAFY.has(found.kind) && Math.abs(found.hue - hue) < 25
          ? found.hue
          : hue,
  };
}

/** Linear RGB of the thing's colour, shifted in OKLCH. */
export function tone({ lightness, chroma, hue }: Thing, light = 0, chromaFactor = 1, turn = 0): Vec3 {
  return oklch(Math.min(0.985, Math.max(0.05, lightness + light)), chroma * chromaFactor, hue + turn);
}
