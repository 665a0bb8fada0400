import type { RenderJob } from "../engine.ts";
import { type PromptReading, readPrompt } from "../prompt/read-prompt.ts";
import { withStandIns } from "../prompt/stand-ins.ts";
import type { GroundName, SceneSpec } from "../scene-spec.ts";
import type { PropName, PropPlace } from "./draw-props.ts";

/** A thing that the main prompt asks for, drawn by the engine and painted by its name. */
export interface PlannedProp {
  readonly name: PropName;
  readonly prompt: string;
  readonly place: PropPlace;
  /** Lens blur in pixels of a 1024 px picture. */
  readonly blurPx: number;
}

export const FLOWERS: readonly string[] = [
  "peach-blossom",
  "rose",
  "sunflower",
  "lily",
  "tulip",
  "iris",
  "bougainvillea",
  "flower",
  "wildflower",
];
export const LEAVES: readonly string[] = ["leaf", "autumn-leaf", "branch", "holly"];
/** Things that a ground grows itself. */
const GROWN: Partial<Record<GroundName, readonly string[]>> = {
  meadow: ["wildflower"],
  hills: ["wildflower"],
  garden: ["wildflower", "flower", "rose", "leaf"],
  moss: ["branch"],
  snow: ["holly"],
  sunflowers: ["sunflower", "flower"],
  flowers: FLOWERS.filter((name) => name !== "peach-blossom"),
  lavender: ["iris", "flower"],
  rapeseed: ["flower"],
};
/** Feasts that would be covered by it: a fir stands there already, balloons hang where a spray would. */
const BROUGHT: Partial<Record<SceneSpec["setting"], readonly string[]>> = {
  christmas: ["holly"],
  valentine: ["rose", "flower"],
};
/** What each meaning is called for the painter. */
const NAMES: Readonly<Record<string, string>> = {
  "peach-blossom": "peach blossom",
  "autumn-leaf": "autumn leaves",
  branch: "leaf",
};

/** Sprays and twigs for flowers and leaves in the main prompt; v3 adds a second one, nearer and out of focus, and petals. */
export function planProps(job: RenderJob, spec: SceneSpec): PlannedProp[] {
  const reading = withStandIns(readPrompt(job.prompt, job.negativePrompt));
  const { setting, ground } = spec;
  const growing = (setting === "ground" ? GROWN[ground] : BROUGHT[setting]) ?? [];
  const flower = named(reading, FLOWERS, growing);
  const leaf = named(reading, LEAVES, growing);
  const rich = job.version === "v3";
  // Away from the light, where the key's own shadow pattern leaves room.
  const right = spec.side < 0;
  const painted = (thing: string) => {
    const color = bloomColor(reading, thing);
    return `${color ? `${color} ` : ""}${NAMES[thing] ?? thing}`;
  };
  const props: PlannedProp[] = [];
  if (flower) {
    props.push({ name: "blossoms", prompt: painted(flower), place: { right, top: true }, blurPx: 1.8 });
  }
  if (leaf)
    props.push({
      name: "leaves",
      prompt: NAMES[leaf] ?? leaf,
      place: { right: flower ? !right : right, top: true },
      blurPx: 2,
    });
  const outdoors = spec.setting === "table" && (spec.probe === "forest" || spec.probe === "park");
  if (rich && outdoors && !flower && !leaf && !reading.unwanted.thing.includes("leaf")) {
    props.push({ name: "leaves", prompt: "leaf", place: { right, top: true }, blurPx: 4.5 });
  }
  if (rich && (flower || leaf)) {
    const near = flower ? "blossoms" : "leaves";
    props.push({
      name: near,
      prompt: flower ? painted(flower) : (NAMES[leaf ?? ""] ?? "leaf"),
      place: { right: !right, top: false },
      blurPx: 6,
    });
  }
  return props;
}

/** Flowers of no kind and petals take the picture's colour; a rose is as its kind unless a colour stands before it. */
export function bloomColor({ wanted, colorOf }: PromptReading, thing: string): string | undefined {
  return colorOf[thing] ?? (UNCOLORED.has(thing) ? wanted.color[0] : undefined);
}

const UNCOLORED: ReadonlySet<string> = new Set(["flower", "petal", "peach-blossom"]);

function named({ wanted }: PromptReading, list: readonly string[], but: readonly string[]): string | undefined {
  return wanted.thing.find((thing) => list.includes(thing) && !but.includes(thing));
}
