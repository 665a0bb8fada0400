import type {
  DayTime,
  GroundName,
  ProbeName,
  RoomName,
  SceneSpec,
  SettingName,
  SupportName,
  TerrainName,
} from "./scene-spec.ts";

/** What a word about the place stands for. Where a list is given, each variation takes the next of it. */
export interface PlaceRule {
  readonly setting: SettingName;
  /** What the product stands on when the prompt does not say, and which wishes are granted. */
  readonly support?: readonly SupportName[];
  readonly supports?: readonly SupportName[];
  /** The hour when the prompt names none. */
  readonly time?: readonly DayTime[];
  readonly terrain?: TerrainName;
  readonly lake?: boolean;
  readonly probe?: readonly ProbeName[];
  readonly ground?: GroundName;
  readonly room?: RoomName;
  /** Takes turns with this rule. */
  readonly alternative?: PlaceRule;
  /** Changes at an hour, in the dark, in winter, when a table is asked for, or a podium. */
  readonly at?: Partial<Record<DayTime, Partial<PlaceRule>>>;
  readonly dark?: Partial<PlaceRule>;
  readonly winter?: Partial<PlaceRule>;
  readonly onTable?: Partial<PlaceRule>;
  readonly onPodium?: Partial<PlaceRule>;
}

const TABLE_TOPS: readonly SupportName[] = ["wood", "marble", "stone", "plaster", "fabric", "dark"];
const PEDESTALS: readonly SupportName[] = ["wood", "stone", "marble", "podium"];

const table = (...probe: ProbeName[]): PlaceRule => ({
  setting: "table",
  probe,
  support: ["wood"],
  supports: TABLE_TOPS,
});

const ground = (name: GroundName, more: Partial<PlaceRule>): PlaceRule => ({
  setting: "ground",
  ground: name,
  support: ["none"],
  supports: PEDESTALS,
  ...more,
});

const room = (name: RoomName, ...support: SupportName[]): PlaceRule => ({
  setting: "interior",
  room: name,
  support,
  supports: TABLE_TOPS,
});

const OPEN_AIR: readonly SupportName[] = ["none", "stone", "wood"];
const BEACH: PlaceRule = { setting: "beach", time: ["day"] };
const CITY: PlaceRule = { setting: "city", support: ["dark"], time: ["night"] };
const WIDE: PlaceRule = {
  setting: "landscape",
  terrain: "alpine",
  lake: true,
  support: ["stone", "wood"],
  supports: ["stone", "wood"],
};
const SUNRISE: Partial<PlaceRule> = { probe: ["sunrise"] };

/** By the lexicon's meaning of the slot "place". A new place needs words there and a line here. */
export const PLACES: Readonly<Record<string, PlaceRule>> = {
  mountain: { ...WIDE, time: ["golden", "sunset", "dawn"], winter: { terrain: "snow" } },
  lake: { ...WIDE, time: ["golden", "sunset", "dawn"], winter: { terrain: "snow" } },
  hills: ground("hills", { terrain: "hills", time: ["golden"], support: OPEN_AIR, onTable: WIDE }),
  snow: ground("snow", { terrain: "snow", time: ["day"] }),
  desert: ground("dunes", { terrain: "dunes", time: ["golden"] }),
  sky: { ...BEACH, at: { sunset: WIDE, night: WIDE } },
  beach: BEACH,
  forest: ground("moss", { probe: ["forest"], support: OPEN_AIR, onTable: table("forest") }),
  meadow: ground("meadow", {
    probe: ["park"],
    support: OPEN_AIR,
    at: { sunset: SUNRISE, dawn: SUNRISE, golden: SUNRISE },
    onTable: table("park", "sunrise"),
  }),
  garden: ground("garden", {
    probe: ["park"],
    at: { sunset: SUNRISE, dawn: SUNRISE, golden: SUNRISE },
    onTable: table("park", "forest"),
  }),
  room: { ...room("window", "plaster", "wood"), dark: { room: "dark" } },
  kitchen: room("kitchen", "marble", "wood"),
  bathroom: room("bathroom", "marble", "plaster"),
  street: { ...table("city"), support: ["stone"], at: { night: CITY, dusk: CITY } },
  "night-city": CITY,
  harbour: { ...table("sunset"), support: ["stone"] },
  pool: { setting: "water" },
  studio: { setting: "podium" },
  seamless: { setting: "paper", onPodium: { setting: "podium" } },
  gradient: { setting: "gradient" },
  cosmetic: { setting: "water", alternative: { setting: "podium" } },
};

export const FESTIVALS: Readonly<Record<string, PlaceRule>> = {
  "new-year": { setting: "new-year" },
  christmas: { setting: "christmas", support: ["wood"], supports: TABLE_TOPS },
  birthday: { setting: "birthday" },
  valentine: { setting: "valentine" },
};

/** By the slot "support", where the prompt names no place. */
export const SUPPORTS: Readonly<Record<string, PlaceRule>> = {
  podium: { setting: "podium" },
  wood: { ...table("forest", "park", "apartment", "sunrise"), at: { sunset: SUNRISE, dawn: SUNRISE } },
  table: { ...table("forest", "park", "apartment", "sunrise"), at: { sunset: SUNRISE, dawn: SUNRISE } },
  marble: { ...room("window", "marble"), dark: { room: "dark" } },
  plaster: { ...room("window", "plaster"), dark: { room: "dark" } },
  stone: {
    ...room("dark", "stone"),
    at: { sunset: WIDE, dusk: WIDE, dawn: WIDE, golden: WIDE, night: WIDE },
  },
  fabric: { setting: "drape" },
  paper: { setting: "paper" },
  sand: BEACH,
  dark: CITY,
};

/** Where neither place nor support is named. */
export const OPEN: PlaceRule = {
  setting: "podium",
  at: { night: CITY, sunset: WIDE, dusk: WIDE, dawn: WIDE, golden: ground("hills", { terrain: "hills", lake: false }) },
  winter: ground("snow", { terrain: "snow", time: ["day"] }),
};

/** Light through a window means a wall that it falls on. */
export const WINDOW: PlaceRule = room("window", "plaster");

export const DEFAULT_PLACE: Pick<
  SceneSpec,
  "setting" | "support" | "time" | "terrain" | "lake" | "probe" | "ground" | "room"
> = {
  setting: "podium",
  support: "plaster",
  time: "day",
  terrain: "alpine",
  lake: false,
  probe: "apartment",
  ground: "meadow",
  room: "window",
};
