import type { Vec3 } from "./math/vector.ts";

/** Sets that words ask for. */
export const SETTINGS = [
  "podium",
  "landscape",
  "table",
  "water",
  "beach",
  "city",
  "ground",
  "interior",
  "drape",
  "paper",
  "gradient",
  "new-year",
  "christmas",
  "birthday",
  "valentine",
] as const;
/** `guide`: a guide image without a prompt is the set. */
export type SettingName = (typeof SETTINGS)[number] | "guide";

export type SupportName = "wood" | "marble" | "stone" | "dark" | "plaster" | "fabric" | "podium" | "none";
export type DayTime = "dawn" | "day" | "golden" | "sunset" | "dusk" | "night";
export type GoboName = "none" | "spot" | "caustics" | "leaves" | "bough" | "window" | "window-leaves" | "blind";
export type TerrainName = "alpine" | "hills" | "dunes" | "snow";
export type GroundName =
  | "meadow"
  | "hills"
  | "garden"
  | "moss"
  | "snow"
  | "dunes"
  | "autumn"
  | "bamboo"
  | "jungle"
  | "lavender"
  | "sunflowers"
  | "flowers"
  | "rapeseed"
  | "wheat"
  | "rice"
  | "terraces"
  | "road"
  | "tea"
  | "vines"
  | "waterfall"
  | "clouds"
  | "seabed"
  | "reef"
  | "ice"
  | "regolith";
export type RoomName =
  | "window"
  | "kitchen"
  | "bathroom"
  | "dark"
  | "library"
  | "red-wall"
  | "ink"
  | "brick"
  | "neon"
  | "gold";
/** Furnished rooms beyond a table. */
export type InteriorName = "living" | "bedroom" | "cafe" | "restaurant" | "lobby" | "office" | "boutique" | "cabin";
/** What is seen in the sky besides the sun and clouds: over a country, in space, or in both. */
export type CountrySight = "aurora" | "rainbow" | "crescent" | SharedSight;
export type SpaceSight = "planet" | "earth" | "saturn" | "mars" | "nebula" | "asteroid" | "floating-rock" | SharedSight;
type SharedSight = "stars" | "galaxy" | "moon" | "meteor";
export type Sight = CountrySight | SpaceSight;
export type Weather = "clear" | "overcast" | "rain" | "fog" | "snow";
export type ProbeName = "forest" | "apartment" | "sunrise" | "park" | "city" | "sunset";

/** Linear RGB colours of one family. */
export interface Palette {
  readonly hue: number;
  readonly wall: Vec3;
  readonly floor: Vec3;
  readonly support: Vec3;
  readonly accent: Vec3;
  readonly deep: Vec3;
}

/** One variation, decided: plain data from which the same picture can always be built again. */
export interface SceneSpec {
  readonly setting: SettingName;
  readonly support: SupportName;
  /** The product stands on a clear block, whatever the ground is. */
  readonly onClear: boolean;
  readonly time: DayTime;
  readonly gobo: GoboName;
  readonly terrain: TerrainName;
  readonly lake: boolean;
  readonly probe: ProbeName;
  readonly ground: GroundName;
  readonly room: RoomName;
  /** What lies beyond a table in place of a photograph. */
  readonly interior: InteriorName | null;
  readonly palette: Palette;
  /** The prompt named a colour: walls take it. */
  readonly tinted: boolean;
  /** The first colour that the prompt names in its own words; feasts bring `tinted` colours of theirs. */
  readonly namedColor: string | undefined;
  /** Chooses among a setting's arrangements. */
  readonly layout: number;
  /** Where the key light stands: -1 left, 1 right. */
  readonly side: -1 | 1;
  readonly seed: number;
  /** Multiplies exposure: moods from dark (0.7) to bright (1.25). */
  readonly brightness: number;
  /** Multiplies lens blur; 0 where everything shall be sharp. */
  readonly softness: number;
  /** Gold takes the place of the deepest colour, and polish is stronger. */
  readonly gilded: boolean;
  /** Share of light that blooms beyond the setting's own, 0 to 0.2: dreams and romance. */
  readonly glow: number;
  /** -1 (cold light) to 1 (warm light). */
  readonly warmth: number;
  readonly autumn: boolean;
  readonly weather: Weather;
  /** Those of the prompt that the set shows. */
  readonly sights: readonly Sight[];
  /** Solids that the prompt names, as the lexicon calls them, in its order. */
  readonly things: readonly string[];
  /** Linear colour of the flowers that it names, or of petals where it names none. */
  readonly bloom: Vec3;
}
