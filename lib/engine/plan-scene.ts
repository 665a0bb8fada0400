import { thingFor, tone } from "./elements/thing.ts";
import type { RenderJob } from "./engine.ts";
import { toOklch } from "./math/color.ts";
import { hashText, seededRandom } from "./math/random.ts";
import type { Vec3 } from "./math/vector.ts";
import { paletteOf } from "./palette.ts";
import { type PlannedPlace, placeFor, sightsFor } from "./plan-place.ts";
import { COLORS } from "./prompt/colors.ts";
import { type PromptReading, readPrompt } from "./prompt/read-prompt.ts";
import { withStandIns } from "./prompt/stand-ins.ts";
import { bloomColor, FLOWERS } from "./props/plan-props.ts";
import type { GoboName, Palette, SceneSpec, Weather } from "./scene-spec.ts";
import type { SubjectFacts } from "./subject/analyse-subject.ts";

/** Subjects lit this clearly from one side (share of light) keep that side in the first variation, or in each. */
const CLEAR_SIDE = 0.03;
const PLAIN_SIDE = 0.08;

/** Decides one variation: a pure function of the request, the subject and the index. */
export function planScene(job: RenderJob, index: number, facts: SubjectFacts): SceneSpec {
  const words = readPrompt(job.prompt, job.negativePrompt, job.sceneType);
  const namedColor = words.wanted.color[0];
  // Where no sky shows it, a rainbow is its colours.
  const reading = withStandIns(isRainbowOfColors(words) ? withMood(words, "colorful") : words);
  const { mood } = reading.wanted;
  const seed = hashText(`${job.seed}|${job.prompt}|${job.negativePrompt}|${job.version}|${index}`);
  const random = seededRandom(seed);
  // Variations differ in arrangement and side by rule, not by luck.
  const base = hashText(`${job.seed}|${job.prompt}`);
  const named = placeFor(reading, base, index);
  const place: PlannedPlace = job.guideImage && job.prompt.trim() === "" ? { ...named, setting: "guide" } : named;
  const lit = Math.abs(facts.lightSide) > CLEAR_SIDE ? Math.sign(facts.lightSide) : base % 2 === 0 ? -1 : 1;
  const layout = (base >>> 3) + index;
  const side = index % 2 === 0 || Math.abs(facts.lightSide) > PLAIN_SIDE ? lit : -lit;
  return {
    ...place,
    gobo: goboFor(reading, place, random(), layout),
    namedColor,
    tinted: reading.wanted.color.length > 0,
    palette: planPalette(reading, facts, index, random),
    layout,
    side: side < 0 ? -1 : 1,
    seed,
    brightness: brightnessFor(reading),
    gilded:
      reading.wanted.color.slice(1).includes("gold") ||
      (mood.includes("luxury") && reading.wanted.color[0] !== "white"),
    glow: mood.includes("dreamy") ? 0.12 : 0,
    warmth: (mood.includes("warm") ? 1 : 0) - (mood.includes("cool") ? 1 : 0),
    things: thingsFor(reading, place.setting),
    bloom: bloomFor(reading),
    weather: weatherFor(reading),
    sights: sightsFor(reading, place),
    autumn: reading.wanted.season[0] === "autumn",
    softness: reading.wanted.lens[0] === "sharp" || reading.unwanted.lens.includes("blurry") ? 0 : 1,
  };
}

function isRainbowOfColors(read: PromptReading): boolean {
  const full = withStandIns(read);
  return full.wanted.sky.includes("rainbow") && !sightsFor(full, placeFor(full, 0, 0)).includes("rainbow");
}

const withMood = (read: PromptReading, mood: string): PromptReading => ({
  ...read,
  wanted: { ...read.wanted, mood: [...read.wanted.mood, mood] },
});

const WEATHERS: Readonly<Record<string, Weather>> = {
  overcast: "overcast",
  rain: "rain",
  storm: "rain",
  "rain-night": "rain",
  fog: "fog",
  snow: "snow",
};

/** A rainbow stands where the rain has gone. */
function weatherFor({ wanted }: PromptReading): Weather {
  const weather = WEATHERS[wanted.weather[0] ?? ""] ?? "clear";
  return weather === "rain" && wanted.sky.includes("rainbow") ? "clear" : weather;
}

/** What a set has of its own. */
const BROUGHT: Partial<Record<SceneSpec["setting"], readonly string[]>> = {
  christmas: ["gift", "bauble", "gold-thing"],
  "new-year": ["gift", "gold-thing", "coin"],
  birthday: ["gift", "gold-thing", "sphere", "balloon", "confetti"],
  valentine: ["gift", "gold-thing", "heart", "balloon", "confetti"],
};

function thingsFor({ wanted }: PromptReading, setting: SceneSpec["setting"]): string[] {
  const own = BROUGHT[setting] ?? [];
  const petals = wanted.thing.some((thing) => FLOWERS.includes(thing)) ? ["petal"] : [];
  return [...new Set([...wanted.thing.filter((thing) => !own.includes(thing)), ...petals])];
}

function bloomFor(reading: PromptReading): Vec3 {
  const flower = reading.wanted.thing.find((thing) => FLOWERS.includes(thing)) ?? "petal";
  return tone(thingFor(`${bloomColor(reading, flower) ?? ""} ${flower.replace("-", " ")}`, 0), 0.02);
}

/** How the sun comes into a room; variations take turns. */
const WINDOWS: readonly GoboName[] = ["window", "window-leaves", "window", "blind"];
const INDOORS = new Set(["room", "kitchen", "bathroom", "library", "cafe", "office"]);
/** Rooms whose own light would fight with a pattern of shadow, and what falls on their walls instead. */
const ROOM_GOBOS: Partial<Record<SceneSpec["room"], readonly GoboName[]>> = {
  neon: ["none"],
  gold: ["spot"],
  "red-wall": ["bough", "leaves", "bough"],
  ink: ["none"],
};

function goboFor({ wanted, unwanted }: PromptReading, place: PlannedPlace, chance: number, layout: number): GoboName {
  const { setting } = place;
  const asked = wanted.light[0];
  if (unwanted.light.includes("shadow")) return "none";
  if ((place.ground === "seabed" || place.ground === "reef") && setting === "ground") return "caustics";
  if (wanted.light.includes("window") && wanted.light.includes("leaves")) return "window-leaves";
  if (asked === "leaves" || asked === "window" || asked === "blind" || asked === "spot") return asked;
  if (asked === "soft") return "none";
  const noLeaves = unwanted.light.includes("leaves") || unwanted.thing.includes("leaf");
  const ofRoom = setting === "interior" ? pickBy(chance, ROOM_GOBOS[place.room]) : undefined;
  if (ofRoom) return noLeaves && ofRoom !== "spot" ? "none" : ofRoom;
  const flowers = wanted.thing.some((thing) => thing.includes("blossom") || thing === "flower" || thing === "branch");
  if (flowers || wanted.season[0] === "spring") return unwanted.thing.includes("peach-blossom") ? "none" : "bough";
  if (INDOORS.has(wanted.place[0] ?? "")) {
    if (unwanted.light.includes("window")) return "none";
    return noLeaves ? "window" : (WINDOWS[layout % WINDOWS.length] ?? "window");
  }
  const hard = asked === "hard" || asked === "shadow";
  if (setting === "podium") return noLeaves ? "none" : chance < 0.5 ? "leaves" : chance < 0.7 ? "window" : "bough";
  if (setting === "interior") return noLeaves ? "window" : chance < 0.55 ? "window" : "window-leaves";
  if (setting === "paper")
    return noLeaves ? "none" : chance < 0.45 && !hard ? "none" : chance < 0.75 ? "leaves" : "window";
  if (setting === "ground") return wanted.place[0] === "forest" && !noLeaves ? "leaves" : "none";
  if (setting === "table" && wanted.place[0] !== "street") return noLeaves ? "none" : "leaves";
  return "none";
}

function pickBy<T>(chance: number, options: readonly T[] | undefined): T | undefined {
  return options?.[Math.floor(chance * options.length)];
}

function planPalette({ wanted }: PromptReading, facts: SubjectFacts, index: number, random: () => number): Palette {
  const jitter = (random() - 0.5) * (index === 0 ? 8 : 22);
  const asked = COLORS[wanted.color[0] ?? ""] ?? COLORS[seasonColor(wanted.season[0]) ?? ""];
  const warmth = wanted.mood.includes("warm") ? 12 : 0;
  if (asked) {
    // Soft light is not for strong colours.
    const strength = asked.strength * (wanted.light.includes("soft") ? 0.8 : 1);
    const first = paletteOf(asked.hue + jitter + warmth * 0.3, strength, asked.shift);
    // A second colour takes the accents; gold has its own way (see SceneSpec.gilded).
    const other = COLORS[wanted.color.slice(1).find((name) => name !== "gold") ?? ""];
    if (!other) return first;
    const second = paletteOf(other.hue, other.strength, other.shift);
    return { ...first, accent: second.accent, deep: second.deep };
  }
  const own = toOklch(facts.meanColor);
  if (own.chroma < 0.025) {
    // A grey product takes any colour: one that the mood suggests, else by chance.
    const hue = wanted.mood.includes("cool") ? 235 : wanted.mood.includes("warm") ? 55 : random() * 360;
    return paletteOf(hue + jitter, 0.75);
  }
  // Beside the product's own hue; the last variation answers with the opposite one.
  const turn = index === 3 ? 180 : index === 2 ? -28 : index === 1 ? 24 : 0;
  return paletteOf(own.hue + turn + jitter, 0.85, 0.01);
}

function seasonColor(season: string | undefined): string | undefined {
  const colors: Record<string, string> = { spring: "pink", summer: "teal", autumn: "orange", winter: "blue" };
  return season ? colors[season] : undefined;
}

function brightnessFor({ wanted, unwanted }: PromptReading): number {
  let brightness = 1;
  if (wanted.mood.includes("bright")) brightness *= 1.12;
  if (wanted.time[0] === "day") brightness *= 1.06;
  // What is dark already must still be seen.
  if (wanted.mood.includes("dark")) brightness *= wanted.time[0] === "night" ? 0.9 : 0.72;
  else if (wanted.color[0] === "black") brightness *= 0.95;
  if (unwanted.mood.includes("dark")) brightness *= 1.15;
  if (unwanted.mood.includes("bright")) brightness *= 0.85;
  return brightness;
}
