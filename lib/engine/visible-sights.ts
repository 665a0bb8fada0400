import type { CountrySight, GroundName, SceneSpec, Sight, SpaceSight } from "./scene-spec.ts";

/** Grounds under a painted sky; the others have photographs around them. */
export const UNDER_OPEN_SKY: ReadonlySet<GroundName> = new Set<GroundName>([
  "hills",
  "snow",
  "ice",
  "dunes",
  "lavender",
  "sunflowers",
  "flowers",
  "rapeseed",
  "wheat",
  "rice",
  "terraces",
  "tea",
  "vines",
  "road",
  "clouds",
]);
const UNDER_WATER: ReadonlySet<GroundName> = new Set<GroundName>(["seabed", "reef"]);
const BY_DAY: readonly CountrySight[] = ["rainbow"];
const BY_NIGHT: readonly CountrySight[] = ["stars", "galaxy", "aurora", "moon", "crescent", "meteor"];
const IN_SPACE: readonly SpaceSight[] = [
  "stars",
  "galaxy",
  "moon",
  "meteor",
  "planet",
  "earth",
  "saturn",
  "mars",
  "nebula",
  "asteroid",
  "floating-rock",
];

export const OVER_COUNTRY: ReadonlySet<string> = new Set<string>([...BY_DAY, ...BY_NIGHT]);

/** What the sky of a set can show at an hour. */
export function sightsOver({
  setting,
  ground,
  time,
}: Pick<SceneSpec, "setting" | "ground" | "time">): readonly Sight[] {
  if (setting === "ground" && ground === "regolith") return IN_SPACE;
  const painted =
    setting === "landscape" || setting === "beach" || (setting === "ground" && UNDER_OPEN_SKY.has(ground));
  if (time === "night") return painted ? BY_NIGHT : [];
  return painted || (setting === "ground" && !UNDER_WATER.has(ground)) ? BY_DAY : [];
}
