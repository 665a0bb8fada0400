import { SLOTS, type Slot } from "./lexicon-entry.ts";
import type { PromptReading } from "./read-prompt.ts";

type StandIns = Readonly<Record<string, Partial<Record<Slot, readonly string[]>>>>;

/** What a feast, a kind of weather or a place stands for where the prompt itself leaves it open. */
const STAND_INS: Partial<Record<Slot, StandIns>> = {
  festival: {
    "new-year": { color: ["red", "gold"], mood: ["luxury"], thing: ["lantern"] },
    christmas: { color: ["green", "red", "gold"], mood: ["warm"], thing: ["holly", "gold-thing"] },
    valentine: { color: ["pink", "red"], mood: ["dreamy"], thing: ["rose"] },
    birthday: { color: ["pink", "yellow", "blue"], mood: ["bright"], thing: ["sphere"] },
    "mid-autumn": { color: ["gold", "blue"], thing: ["lantern"], sky: ["moon"] },
    "dragon-boat": { color: ["green"], thing: ["leaf"] },
    sale: { color: ["red", "gold"], thing: ["gift", "gold-thing"] },
    "national-day": { color: ["red", "gold"], thing: ["lantern"] },
    halloween: { season: ["autumn"], color: ["orange", "black"], mood: ["dark"], thing: ["pumpkin"] },
    thanksgiving: { season: ["autumn"], color: ["orange", "brown"], thing: ["pumpkin", "autumn-leaf"] },
    "teachers-day": { thing: ["book", "flower"] },
    easter: { season: ["spring"], thing: ["egg"] },
    "fathers-day": { color: ["blue", "brown"], mood: ["luxury"], thing: ["gift"] },
  },
  weather: {
    rain: { thing: ["drop"] },
    wet: { thing: ["drop"] },
    storm: { mood: ["dark"], thing: ["drop"] },
    "rain-night": { time: ["night"], thing: ["drop"] },
  },
  place: {
    "blue-sky": { time: ["day"] },
    jungle: { thing: ["leaf"] },
    "autumn-forest": { season: ["autumn"], thing: ["autumn-leaf"] },
    "tulip-field": { thing: ["tulip"] },
    "poppy-field": { thing: ["tulip"], color: ["red"] },
    "cotton-field": { color: ["white"] },
    holographic: { color: ["purple", "teal"] },
    "white-seamless": { color: ["white"] },
    hearth: { mood: ["warm"], thing: ["cup"] },
    living: { thing: ["book", "vase"] },
    bedroom: { thing: ["book"] },
    office: { thing: ["book", "cup"] },
    cafe: { thing: ["cup", "coffee-bean"] },
    restaurant: { thing: ["candle"] },
    cabin: { thing: ["cup"] },
    lab: { thing: ["labware"], color: ["white"] },
    reef: { color: ["blue"], thing: ["bubble"] },
    underwater: { color: ["blue"], thing: ["bubble"] },
    lunar: { sky: ["earth"] },
    orbit: { sky: ["earth"] },
  },
  sky: {
    stars: { time: ["night"] },
    galaxy: { time: ["night"], place: ["space"] },
    aurora: { time: ["night"] },
    meteor: { time: ["night"] },
    moon: { time: ["night"] },
    crescent: { time: ["night"] },
    rainbow: { time: ["day"] },
    planet: { place: ["space"] },
    saturn: { place: ["space"] },
    mars: { place: ["space"] },
    nebula: { place: ["space"] },
    asteroid: { place: ["space"] },
  },
  thing: {
    "christmas-tree": { festival: ["christmas"], thing: ["holly"] },
    "christmas-figure": { festival: ["christmas"] },
    "new-year-figure": { festival: ["new-year"] },
    "mid-autumn-figure": { festival: ["mid-autumn"] },
    "halloween-figure": { festival: ["halloween"] },
    "oriental-figure": { festival: ["oriental"] },
    turkey: { festival: ["thanksgiving"] },
    campfire: { mood: ["warm"] },
    splash: { place: ["pool"] },
    teapot: { thing: ["cup"] },
  },
  mood: {
    tech: { mood: ["cool"], color: ["blue"] },
    vintage: { mood: ["warm"], color: ["brown"] },
    colorful: { color: ["pink", "yellow", "blue"] },
  },
};

/** The reading with what its words stand for added; words of the prompt come first and keep their say. */
export function withStandIns(reading: PromptReading): PromptReading {
  // A tree stands for a feast, and a feast for its colours.
  return { ...reading, wanted: joined(joined(reading.wanted, reading), reading) };
}

function joined(all: PromptReading["wanted"], reading: PromptReading): PromptReading["wanted"] {
  let wanted = all;
  const named = reading.wanted.color.length;
  for (const slot of SLOTS) {
    for (const value of all[slot]) {
      for (const [name, values] of Object.entries(STAND_INS[slot]?.[value] ?? {})) {
        const to = name as Slot;
        // One colour of the prompt is joined by a feast's; by nothing else's.
        if (to === "color" && named > (slot === "festival" ? 1 : 0)) continue;
        const more = values.filter((one) => !wanted[to].includes(one) && !reading.unwanted[to].includes(one));
        wanted = { ...wanted, [to]: [...wanted[to], ...more] };
      }
    }
  }
  return wanted;
}
