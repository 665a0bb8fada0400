import {
  COUNTRIES,
  DEFAULT_PLACE,
  FESTIVALS,
  FIELDS_OF,
  MOODS,
  OPEN,
  PLACES,
  type PlaceRule,
  SIGHTS,
  SUPPORTS,
  WEAK_PLACES,
  WEAK_SIGHTS,
  WEATHERS,
  WINDOW,
} from "./place-rules.ts";
import type { PromptReading } from "./prompt/read-prompt.ts";
import type { DayTime, SceneSpec, Sight, SupportName, TerrainName } from "./scene-spec.ts";
import { OVER_COUNTRY, sightsOver } from "./visible-sights.ts";

export type PlannedPlace = typeof DEFAULT_PLACE;

/** From the words about place, support, time and season to a setting; `base` and `index` choose where words leave it open. */
export function placeFor(reading: PromptReading, base: number, index: number): PlannedPlace {
  const { wanted } = reading;
  const time =
    timeFor(reading) ?? (wanted.weather[0] === "fog" && !wanted.place.includes("night-city") ? "dawn" : undefined);
  const named = ruleFor(reading);
  const rule = changed((base + index) % 2 === 1 ? (named.alternative ?? named) : named, reading, time);
  const pick = <T>(options: readonly T[] | undefined, fallback: T): T =>
    options?.[(base + index) % options.length] ?? fallback;
  const asked = solidSupports(wanted.support).map((word) => (word === "table" ? "wood" : word));
  const onClear = wanted.support.includes(CLEAR);
  const granted =
    rule.supports && asked.find((name): name is SupportName => rule.supports?.includes(name as SupportName) ?? false);
  return {
    setting: rule.setting,
    onClear,
    support:
      granted ??
      pick<SupportName>(onClear && rule.support?.includes("none") ? ["none"] : rule.support, DEFAULT_PLACE.support),
    time: time ?? pick(rule.time, DEFAULT_PLACE.time),
    terrain: backgroundOf(rule, wanted.place),
    lake: rule.lake || wanted.place.includes("lake"),
    probe: pick(rule.probe, DEFAULT_PLACE.probe),
    ground: rule.ground ?? DEFAULT_PLACE.ground,
    room: rule.room ?? DEFAULT_PLACE.room,
    interior: rule.interior ?? DEFAULT_PLACE.interior,
  };
}

/** Clear blocks lie on whatever else is asked for. */
const CLEAR = "clear";
const solidSupports = (asked: readonly string[]) => asked.filter((word) => word !== CLEAR);
/** Hills behind open ground become the mountains that the prompt names beside it. */
function backgroundOf({ setting, terrain = DEFAULT_PLACE.terrain }: PlaceRule, places: readonly string[]): TerrainName {
  if (setting !== "ground" || terrain !== "hills") return terrain;
  return places.includes("mountain") ? "alpine" : terrain;
}

function ruleFor({ wanted }: PromptReading): PlaceRule {
  const windowed = wanted.light.includes("window") || wanted.light.includes("blind");
  const sky = wanted.sky as readonly Sight[];
  return (
    PLACES[placeIn(wanted) ?? ""] ??
    FESTIVALS[wanted.festival[0] ?? ""] ??
    firstOf(SIGHTS, sky) ??
    PLACES[wanted.place[0] ?? ""] ??
    SUPPORTS[solidSupports(wanted.support)[0] ?? wanted.support[0] ?? ""] ??
    (windowed ? WINDOW : undefined) ??
    firstOf(WEAK_SIGHTS, sky) ??
    WEATHERS[wanted.weather[0] ?? ""] ??
    MOODS.find(({ mood, color }) => wanted.mood.includes(mood) && (!color || wanted.color.includes(color)))?.rule ??
    OPEN
  );
}

/** The first place that is none of the weak ones; of open country what says more goes before it. */
function placeIn({ place, thing }: PromptReading["wanted"]): string | undefined {
  const named = mostParticular(place);
  // On a beach they are things that lie about.
  if (named === "underwater" && place.includes("corals")) return "reef";
  const grown = named === "field" ? thing.find((name) => name in FIELDS_OF) : undefined;
  return grown ? FIELDS_OF[grown] : named;
}

function mostParticular(names: readonly string[]): string | undefined {
  const town = names.some((name) => name === "street" || name === "night-city");
  const strong = names.filter((name) => !WEAK_PLACES.has(name) && !(town && name === "road"));
  const rank = (name: string | undefined) => COUNTRIES.findIndex((country) => country.has(name ?? ""));
  if (rank(strong[0]) < 0) return strong[0];
  return strong.reduce((best, name) => (rank(name) > rank(best) ? name : best));
}

const firstOf = (rules: Partial<Record<Sight, PlaceRule>>, sights: readonly Sight[]) =>
  sights.flatMap((sight) => rules[sight] ?? [])[0];

/** What the prompt wants in the sky and the place shows there. */
export function sightsFor(
  { wanted }: PromptReading,
  place: Pick<SceneSpec, "setting" | "ground" | "time">,
): readonly Sight[] {
  const shown = sightsOver(place);
  return shown.filter((sight) => wanted.sky.includes(sight));
}

const RAINS: ReadonlySet<string> = new Set(["rain", "storm", "rain-night"]);

/** The rule for this hour, season, mood and support: later changes win. Northern light belongs to the winter. */
function changed(rule: PlaceRule, { wanted }: PromptReading, time: DayTime | undefined): PlaceRule {
  return {
    ...rule,
    ...(wanted.season[0] === "winter" ||
    wanted.place.includes("snow") ||
    wanted.weather[0] === "snow" ||
    wanted.sky.includes("aurora")
      ? rule.winter
      : undefined),
    ...(wanted.season[0] === "autumn" ? rule.autumn : undefined),
    ...(RAINS.has(wanted.weather[0] ?? "") ? rule.rain : undefined),
    ...(wanted.mood.includes("dark") || wanted.color[0] === "black" ? rule.dark : undefined),
    ...(time ? rule.at?.[time] : undefined),
    ...(wanted.sky.some((sight) => OVER_COUNTRY.has(sight)) ? rule.underSky : undefined),
    ...(wanted.support.includes("table") ? rule.onTable : undefined),
    ...(wanted.support.includes("podium") ? rule.onPodium : undefined),
  };
}

/** What is seen by night alone; of the moon an hour may say otherwise. */
const NIGHTLY = ["stars", "galaxy", "aurora", "meteor"] as const;

function timeFor({ wanted, unwanted }: PromptReading): DayTime | undefined {
  const night = wanted.place.includes("night-city") || NIGHTLY.some((sight) => wanted.sky.includes(sight));
  const hours = night ? ["night", ...wanted.time] : wanted.time;
  const time = hours.find((name): name is DayTime => name in TIMES);
  return time && !unwanted.time.includes(time) ? time : undefined;
}

const TIMES: Record<DayTime, true> = { dawn: true, day: true, golden: true, sunset: true, dusk: true, night: true };
