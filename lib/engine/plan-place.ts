import type { PromptReading } from "./prompt/read-prompt.ts";
import type { DayTime, GroundName, ProbeName, RoomName, SceneSpec, SupportName, TerrainName } from "./scene-spec.ts";

export type PlannedPlace = Pick<
  SceneSpec,
  "setting" | "support" | "time" | "terrain" | "lake" | "probe" | "ground" | "room"
>;

/** From the words about place, support, time and season to a setting; `base` and `index` choose where words leave it open. */
export function placeFor(reading: PromptReading, base: number, index: number): PlannedPlace {
  const { wanted } = reading;
  const place = wanted.place[0];
  const support = wanted.support[0];
  const time = timeFor(reading);
  const dark = wanted.mood.includes("dark") || wanted.color[0] === "black";
  const onTable = wanted.support.includes("table");
  const pick = <T>(...options: [T, ...T[]]): T => options[(base + index) % options.length] ?? options[0];
  switch (place) {
    case "mountain":
    case "lake":
      return landscape(
        wanted.season[0] === "winter" || wanted.place.includes("snow") ? "snow" : "alpine",
        time ?? pick<DayTime>("golden", "sunset", "dawn"),
        true,
      );
    case "snow":
      return ground("snow", pedestal(support), { terrain: "snow", time: time ?? "day" });
    case "hills":
      return landscape("hills", time ?? "golden", wanted.place.includes("lake"));
    case "desert":
      return ground("dunes", pedestal(support), { terrain: "dunes", time: time ?? "golden" });
    case "sky":
      return time === "night" || time === "sunset"
        ? landscape("alpine", time, true)
        : { ...plain("beach"), time: time ?? "day" };
    case "beach":
      return { ...plain("beach"), time: time ?? "day" };
    case "forest":
      return onTable
        ? table("forest", supportFor(support, "wood"))
        : ground("moss", pedestal(support, pick<SupportName>("none", "stone", "wood")), { probe: "forest" });
    case "meadow": {
      const probe = time === "sunset" || time === "dawn" || time === "golden" ? "sunrise" : "park";
      return onTable
        ? table(probe, supportFor(support, "wood"))
        : ground("meadow", pedestal(support, pick<SupportName>("none", "stone", "wood")), { probe });
    }
    case "garden":
      return table(pick<ProbeName>("park", "forest"), supportFor(support, "wood"));
    case "room":
      return interior(dark ? "dark" : "window", supportFor(support, pick<SupportName>("plaster", "wood")));
    case "kitchen":
    case "bathroom":
      return interior(
        place,
        supportFor(support, pick<SupportName>("marble", place === "kitchen" ? "wood" : "plaster")),
      );
    case "street":
      return time === "night" || time === "dusk" ? plain("city") : table("city", supportFor(support, "stone"));
    case "night-city":
      return plain("city");
    case "harbour":
      return table("sunset", supportFor(support, "stone"));
    case "pool":
      return plain("water");
    case "studio":
      return support === "fabric" ? plain("drape") : plain("podium");
    case "seamless":
      return support === "podium" ? plain("podium") : plain("paper");
    case "gradient":
      return plain("gradient");
    case "cosmetic":
      return plain(pick<SceneSpec["setting"]>("water", "podium"));
    default:
      if (wanted.festival[0] === "new-year") return { ...plain("new-year"), time: "day" };
      if (wanted.festival[0] === "christmas") return { ...plain("christmas"), support: supportFor(support, "wood") };
      return withoutPlace(reading, dark, time, support, pick);
  }
}

function withoutPlace(
  { wanted }: PromptReading,
  dark: boolean,
  time: DayTime | undefined,
  support: string | undefined,
  pick: <T>(...options: [T, ...T[]]) => T,
): PlannedPlace {
  switch (support) {
    case "podium":
      return plain("podium");
    case "wood":
    case "table":
      return table(
        time === "sunset" || time === "dawn" ? "sunrise" : pick<ProbeName>("forest", "park", "apartment", "sunrise"),
        "wood",
      );
    case "marble":
    case "plaster":
      return interior(dark ? "dark" : "window", support);
    case "stone":
      return time && time !== "day" ? landscape("alpine", time, true) : interior("dark", "stone");
    case "fabric":
      return plain("drape");
    case "paper":
      return plain("paper");
    case "sand":
      return { ...plain("beach"), time: time ?? "day" };
    case "dark":
      return plain("city");
    default:
  }
  if (time === "night") return pick<boolean>(true, false) ? landscape("alpine", "night", true) : plain("city");
  if (time && time !== "day") return landscape(pick<TerrainName>("alpine", "hills"), time, true);
  if (wanted.light.includes("window") || wanted.light.includes("blind")) return interior("window", "plaster");
  if (wanted.season[0] === "winter") return landscape("snow", "day", true);
  if (wanted.mood.includes("luxury") && wanted.color.includes("black")) return plain("city");
  return plain("podium");
}

function timeFor({ wanted, unwanted }: PromptReading): DayTime | undefined {
  const time = wanted.time.find((name): name is DayTime => name in TIMES);
  return time && !unwanted.time.includes(time) ? time : undefined;
}

const TIMES: Record<DayTime, true> = { dawn: true, day: true, golden: true, sunset: true, dusk: true, night: true };

function plain(setting: SceneSpec["setting"]): PlannedPlace {
  return {
    setting,
    support: setting === "city" ? "dark" : "plaster",
    time: setting === "city" ? "night" : "day",
    terrain: "alpine",
    lake: false,
    probe: "apartment",
    ground: "meadow",
    room: "window",
  };
}

function interior(room: RoomName, support: SupportName): PlannedPlace {
  return { ...plain("interior"), room, support };
}

function ground(name: GroundName, support: SupportName, more: Partial<PlannedPlace>): PlannedPlace {
  return { ...plain("ground"), ground: name, support, ...more };
}

/** What the product stands on in open country: what was asked for, else the ground itself. */
function pedestal(word: string | undefined, fallback: SupportName = "none"): SupportName {
  return word === "wood" || word === "stone" || word === "marble" || word === "podium" ? word : fallback;
}

function landscape(terrain: TerrainName, time: DayTime, lake: boolean): PlannedPlace {
  return { ...plain("landscape"), support: "stone", terrain, time, lake };
}

function table(probe: ProbeName, support: SupportName): PlannedPlace {
  return { ...plain("table"), support, probe, time: probe === "sunrise" ? "golden" : "day" };
}

function supportFor(word: string | undefined, fallback: SupportName): SupportName {
  switch (word) {
    case "wood":
    case "marble":
    case "stone":
    case "plaster":
    case "fabric":
      return word;
    case "table":
      return "wood";
    case "dark":
      return "dark";
    default:
      return fallback;
  }
}
