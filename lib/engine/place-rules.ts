import type {
  DayTime,
  GroundName,
  InteriorName,
  ProbeName,
  RoomName,
  SceneSpec,
  SettingName,
  Sight,
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
  readonly interior?: InteriorName;
  /** Takes turns with this rule. */
  readonly alternative?: PlaceRule;
  /** Changes at an hour, in the dark, in a season, in the rain, when a table is asked for, or a podium. */
  readonly at?: Partial<Record<DayTime, Partial<PlaceRule>>>;
  readonly dark?: Partial<PlaceRule>;
  readonly winter?: Partial<PlaceRule>;
  readonly autumn?: Partial<PlaceRule>;
  readonly rain?: Partial<PlaceRule>;
  readonly onTable?: Partial<PlaceRule>;
  readonly onPodium?: Partial<PlaceRule>;
  /** Where something in the sky is asked for: a painted sky has it. */
  readonly underSky?: Partial<PlaceRule>;
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

/** A table in a furnished room. */
const furnished = (interior: InteriorName, ...support: SupportName[]): PlaceRule => ({
  setting: "table",
  interior,
  support,
  supports: TABLE_TOPS,
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
/** Open country under a painted sky, which has every hour. */
const ROLLING: Partial<PlaceRule> = { ground: "hills", terrain: "hills" };
const AUTUMN_FOREST = ground("autumn", { probe: ["forest"], support: OPEN_AIR });
const HOURS_OF_FIELDS = { time: ["golden", "day"], support: ["none", "wood"] } as const;
const field = (name: GroundName): PlaceRule => ground(name, { terrain: "hills", ...HOURS_OF_FIELDS });
const DARK_ROOM: Partial<PlaceRule> = { room: "dark" };
/** Plaster, or what the prompt names. */
const PODIUM: PlaceRule = { setting: "podium", support: ["plaster"], supports: ["marble", "stone", "wood"] };
const MARBLE_ROOM: PlaceRule = { ...room("window", "marble"), dark: DARK_ROOM, onPodium: PODIUM };
const SEAMLESS: PlaceRule = { setting: "paper", onPodium: { setting: "podium" } };
const SEA_OF_CLOUDS = ground("clouds", { terrain: "alpine", time: ["day"], support: ["none", "podium"] });

/** By the lexicon's meaning of the slot "place". A new place needs words there and a line here. */
export const PLACES: Readonly<Record<string, PlaceRule>> = {
  mountain: { ...WIDE, time: ["golden", "sunset", "dawn"], winter: { terrain: "snow" } },
  lake: { ...WIDE, time: ["golden", "sunset", "dawn"], winter: { terrain: "snow" } },
  hills: ground("hills", { terrain: "hills", time: ["golden"], support: OPEN_AIR, onTable: WIDE }),
  snow: ground("snow", { terrain: "snow", time: ["day"] }),
  desert: ground("dunes", { terrain: "dunes", time: ["golden", "sunset", "day", "dawn"] }),
  glacier: ground("ice", { terrain: "snow", time: ["day", "dawn"] }),
  // Stars are seen over a country, clouds from among them.
  sky: { ...SEA_OF_CLOUDS, at: { night: WIDE } },
  "blue-sky": { ...SEA_OF_CLOUDS, at: { night: WIDE } },
  beach: BEACH,
  forest: ground("moss", {
    probe: ["forest"],
    support: OPEN_AIR,
    autumn: AUTUMN_FOREST,
    onTable: table("forest"),
  }),
  trees: ground("moss", { probe: ["forest"], support: OPEN_AIR, autumn: AUTUMN_FOREST, onTable: table("forest") }),
  jungle: ground("jungle", { probe: ["forest"], support: OPEN_AIR, onTable: table("forest") }),
  "autumn-forest": { ...AUTUMN_FOREST, onTable: table("forest") },
  bamboo: ground("bamboo", { probe: ["forest"], support: ["none", "stone"], onTable: table("forest") }),
  "lavender-field": field("lavender"),
  "sunflower-field": field("sunflowers"),
  "flower-field": field("flowers"),
  "tulip-field": field("flowers"),
  "poppy-field": field("flowers"),
  "rapeseed-field": field("rapeseed"),
  "cotton-field": field("flowers"),
  wheat: field("wheat"),
  grain: field("wheat"),
  "rice-field": field("rice"),
  "rice-terrace": field("terraces"),
  "tea-garden": ground("tea", { terrain: "hills", time: ["golden", "dawn"], support: ["wood", "stone"] }),
  vineyard: field("vines"),
  road: ground("road", {
    terrain: "hills",
    time: ["golden", "day"],
    support: ["none"],
    rain: CITY,
    at: { night: CITY },
  }),
  waterfall: ground("waterfall", { probe: ["forest"], support: ["none", "stone"] }),
  field: ground("hills", { terrain: "hills", ...HOURS_OF_FIELDS, onTable: WIDE }),
  meadow: ground("meadow", {
    probe: ["park"],
    support: OPEN_AIR,
    // Only a painted sky has stars.
    at: { sunset: ROLLING, dusk: ROLLING, night: ROLLING, dawn: SUNRISE, golden: SUNRISE },
    onTable: table("park", "sunrise"),
    underSky: ROLLING,
  }),
  garden: ground("garden", {
    probe: ["park"],
    at: { sunset: SUNRISE, dawn: SUNRISE, golden: SUNRISE, night: CITY },
    onTable: table("park", "forest"),
    underSky: { setting: "ground", ...ROLLING },
  }),
  room: { ...room("window", "plaster", "wood"), dark: DARK_ROOM },
  lab: room("window", "plaster", "marble"),
  library: room("library", "wood"),
  living: furnished("living", "wood", "plaster"),
  bedroom: furnished("bedroom", "wood", "plaster"),
  office: furnished("office", "wood", "plaster"),
  cafe: furnished("cafe", "wood"),
  restaurant: furnished("restaurant", "wood", "marble"),
  lobby: furnished("lobby", "marble"),
  boutique: furnished("boutique", "marble", "plaster"),
  cabin: furnished("cabin", "wood"),
  "red-wall": room("red-wall", "stone"),
  ink: room("ink", "stone", "dark"),
  brick: room("brick", "wood", "stone"),
  neon: room("neon", "dark"),
  "black-gold": room("gold", "dark"),
  cave: room("dark", "stone"),
  gym: room("dark", "stone"),
  kitchen: room("kitchen", "marble", "wood"),
  bathroom: room("bathroom", "marble", "plaster"),
  street: { ...table("city"), support: ["stone"], rain: CITY, at: { night: CITY, dusk: CITY } },
  "night-city": CITY,
  bokeh: CITY,
  harbour: { ...table("sunset"), support: ["stone"] },
  space: ground("regolith", { support: ["none", "stone"] }),
  lunar: ground("regolith", {}),
  orbit: ground("regolith", {}),
  pool: { setting: "water" },
  underwater: ground("seabed", { support: ["none", "stone"] }),
  reef: ground("reef", { support: ["none", "stone"] }),
  corals: ground("reef", { support: ["none", "stone"] }),
  studio: PODIUM,
  seamless: SEAMLESS,
  "white-seamless": SEAMLESS,
  hearth: furnished("cabin", "wood"),
  gradient: { setting: "gradient" },
  holographic: { setting: "gradient" },
  cosmetic: { setting: "water", alternative: { setting: "podium" } },
};

/** They say how a picture is lit as much as where it is set: any other place and a feast come before them. */
export const WEAK_PLACES: ReadonlySet<string> = new Set([
  "bokeh",
  "seamless",
  "white-seamless",
  "studio",
  "sky",
  "blue-sky",
  "corals",
  "space",
  "grain",
  "hearth",
  "trees",
]);

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/**
 * Open country by how much a word says about it, least first: hills are where tea grows, and water falls in a forest. Of
 * several in a prompt the one that says most is shown, and the first of equals.
 */
export const COUNTRIES: readonly ReadonlySet<string>[] = [
  words("mountain lake hills field meadow garden forest jungle snow beach street underwater"),
  words("road"),
  words(
    "bamboo autumn-forest flower-field lavender-field sunflower-field tulip-field poppy-field rapeseed-field cotton-field wheat rice-field rice-terrace tea-garden vineyard glacier lunar orbit",
  ),
  words("waterfall reef"),
];

/** Flowers that a field is full of where a prompt names both. */
export const FIELDS_OF: Readonly<Record<string, string>> = {
  sunflower: "sunflower-field",
  tulip: "tulip-field",
  rose: "flower-field",
  lily: "flower-field",
  iris: "flower-field",
  flower: "flower-field",
};

export const FESTIVALS: Readonly<Record<string, PlaceRule>> = {
  "new-year": { setting: "new-year" },
  christmas: { setting: "christmas", support: ["wood"], supports: TABLE_TOPS },
  birthday: { setting: "birthday" },
  valentine: { setting: "valentine" },
  "mid-autumn": { ...WIDE, time: ["night"], support: ["wood", "stone"] },
  "dragon-boat": ground("bamboo", { probe: ["forest"], support: ["none", "stone"] }),
  sale: { setting: "podium" },
  "national-day": { setting: "new-year" },
  halloween: { ...table("forest"), time: ["dusk"] },
  thanksgiving: table("forest", "park"),
  easter: ground("meadow", { probe: ["park"], support: ["none", "wood"] }),
  "teachers-day": room("library", "wood"),
  "fathers-day": { ...room("window", "wood"), dark: DARK_ROOM },
  oriental: room("ink", "stone", "wood"),
};

export const WEATHERS: Readonly<Record<string, PlaceRule>> = {
  rain: { ...table("city"), support: ["dark"], at: { night: CITY } },
  storm: { ...table("city"), support: ["dark"], at: { night: CITY } },
  "rain-night": CITY,
  wet: { ...table("city"), support: ["dark"], at: { night: CITY } },
  snow: PLACES.snow as PlaceRule,
  fog: PLACES.lake as PlaceRule,
};

const WOODEN_TABLE: PlaceRule = {
  ...table("forest", "park", "apartment", "sunrise"),
  at: { sunset: SUNRISE, dawn: SUNRISE },
};

/** By the slot "support", where the prompt names no place. */
export const SUPPORTS: Readonly<Record<string, PlaceRule>> = {
  podium: PODIUM,
  clear: PODIUM,
  wood: { ...WOODEN_TABLE, onPodium: PODIUM, underSky: WIDE },
  table: { ...WOODEN_TABLE, underSky: WIDE },
  marble: MARBLE_ROOM,
  plaster: { ...room("window", "plaster"), dark: DARK_ROOM },
  stone: {
    ...room("dark", "stone"),
    onPodium: PODIUM,
    autumn: AUTUMN_FOREST,
    at: { sunset: WIDE, dusk: WIDE, dawn: WIDE, golden: WIDE, night: WIDE },
  },
  fabric: { setting: "drape" },
  paper: { setting: "paper" },
  sand: BEACH,
  dark: { ...room("dark", "dark"), at: { night: CITY } },
};

/** Where neither place nor support is named. */
export const OPEN: PlaceRule = {
  setting: "podium",
  at: { night: CITY, sunset: WIDE, dusk: WIDE, dawn: WIDE, golden: ground("hills", { terrain: "hills", lake: false }) },
  winter: ground("snow", { terrain: "snow", time: ["day"] }),
  autumn: AUTUMN_FOREST,
};

/** Where a look is named instead of a place, by mood: the first that the prompt has. */
export const MOODS: readonly { readonly mood: string; readonly color?: string; readonly rule: PlaceRule }[] = [
  { mood: "luxury", color: "black", rule: room("gold", "dark") },
  { mood: "tech", rule: room("neon", "dark") },
];

/** What is seen in the sky without a place: the country that it is seen over. */
const AURORA: PlaceRule = { ...WIDE, terrain: "snow", alternative: ground("snow", { terrain: "snow" }) };
export const SIGHTS: Partial<Record<Sight, PlaceRule>> = { aurora: AURORA, meteor: WIDE };
/** The same for words that may also speak of light or of ornaments: what the product stands on comes before them. */
export const WEAK_SIGHTS: Partial<Record<Sight, PlaceRule>> = {
  stars: WIDE,
  moon: WIDE,
  crescent: WIDE,
  rainbow: ground("hills", { terrain: "hills", time: ["day"] }),
};

/** Light through a window means a wall that it falls on. */
export const WINDOW: PlaceRule = { ...room("window", "plaster"), dark: DARK_ROOM };

export const DEFAULT_PLACE: Pick<
  SceneSpec,
  "setting" | "support" | "time" | "terrain" | "lake" | "probe" | "ground" | "room" | "interior" | "onClear"
> = {
  setting: "podium",
  support: "plaster",
  onClear: false,
  time: "day",
  terrain: "alpine",
  lake: false,
  probe: "apartment",
  ground: "meadow",
  room: "window",
  interior: null,
};
