import type { PromptReading } from "./prompt/read-prompt.ts";
import type { DayTime, ProbeName, SceneSpec, SupportName, TerrainName } from "./scene-spec.ts";

export type PlannedPlace = Pick<SceneSpec, "setting" | "support" | "time" | "terrain" | "lake" | "probe">;

/** From the words about place, support, time and season to a setting; `base` and `index` choose where words leave it open. */
export function placeFor(reading: PromptReading, base: number, index: number): PlannedPlace {
  const { wanted } = reading;
  const place = wanted.place[0];
  const support = wanted.support[0];
  const time = timeFor(reading);
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
      return landscape("snow", time ?? "day", wanted.place.includes("lake"));
    case "hills":
      return landscape("hills", time ?? "golden", wanted.place.includes("lake"));
    case "desert":
      return landscape("dunes", time ?? "golden", false);
    case "sky":
      return time === "night" || time === "sunset"
        ? landscape("alpine", time, true)
        : { ...plain("beach"), time: time ?? "day" };
    case "beach":
      return { ...plain("beach"), time: time ?? "day" };
    case "forest":
      return table("forest", supportFor(support, "wood"));
    case "meadow":
      return table(
        time === "sunset" || time === "dawn" || time === "golden" ? "sunrise" : "park",
        supportFor(support, "wood"),
      );
    case "garden":
      return table(pick<ProbeName>("park", "forest"), supportFor(support, "wood"));
    case "room":
    case "kitchen":
      return table("apartment", supportFor(support, pick<SupportName>("marble", "wood")));
    case "bathroom":
      return table("apartment", supportFor(support, "marble"));
    case "street":
      return time === "night" || time === "dusk" ? plain("city") : table("city", supportFor(support, "stone"));
    case "night-city":
      return plain("city");
    case "harbour":
      return table("sunset", supportFor(support, "stone"));
    case "pool":
      return plain("water");
    case "studio":
      return { ...plain("podium"), support: support === "fabric" ? "fabric" : "plaster" };
    case "cosmetic":
      return plain(pick<SceneSpec["setting"]>("water", "podium"));
    default:
      return withoutPlace(reading, time, support, pick);
  }
}

function withoutPlace(
  { wanted }: PromptReading,
  time: DayTime | undefined,
  support: string | undefined,
  pick: <T>(...options: [T, ...T[]]) => T,
): PlannedPlace {
  switch (support) {
    case "podium":
      return plain("podium");
    case "wood":
      return table(
        time === "sunset" || time === "dawn" ? "sunrise" : pick<ProbeName>("forest", "park", "apartment", "sunrise"),
        "wood",
      );
    case "marble":
    case "plaster":
      return table(pick<ProbeName>("apartment", "city"), support);
    case "stone":
      return time && time !== "day"
        ? landscape("alpine", time, true)
        : table(pick<ProbeName>("park", "sunset"), "stone");
    case "fabric":
      return { ...plain("podium"), support: "fabric" };
    case "sand":
      return { ...plain("beach"), time: time ?? "day" };
    case "dark":
      return plain("city");
    default:
  }
  if (time === "night") return pick<boolean>(true, false) ? landscape("alpine", "night", true) : plain("city");
  if (time && time !== "day") return landscape(pick<TerrainName>("alpine", "hills"), time, true);
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
  };
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
    case "dark":
      return "dark";
    default:
      return fallback;
  }
}
