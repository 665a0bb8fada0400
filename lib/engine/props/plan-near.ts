import type { RenderJob } from "../engine.ts";
import type { Vec3 } from "../math/vector.ts";
import { readPrompt } from "../prompt/read-prompt.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { NearThing } from "./near-layer.ts";
import type { NearName } from "./near-things.ts";

type Leaf = readonly [Vec3, Vec3];

const GREEN: Leaf = [
  [0.03, 0.09, 0.018],
  [0.17, 0.3, 0.06],
];
const DEEP_GREEN: Leaf = [
  [0.012, 0.05, 0.018],
  [0.07, 0.18, 0.055],
];
const DUSKY: Leaf = [
  [0.008, 0.014, 0.01],
  [0.035, 0.05, 0.034],
];
const GREY_GREEN: Leaf = [
  [0.09, 0.14, 0.09],
  [0.3, 0.37, 0.26],
];
const STRAW: Leaf = [
  [0.3, 0.2, 0.09],
  [0.66, 0.5, 0.28],
];
const RIPE: Leaf = [
  [0.42, 0.22, 0.05],
  [0.85, 0.54, 0.16],
];
const AUTUMN: Leaf = [
  [0.3, 0.06, 0.012],
  [0.75, 0.34, 0.05],
];
const FIR: Leaf = [
  [0.012, 0.035, 0.022],
  [0.05, 0.1, 0.06],
];
const STONE: Leaf = [
  [0.012, 0.012, 0.014],
  [0.16, 0.155, 0.15],
];
const WHITE: Vec3 = [0.92, 0.92, 0.94];
const PINK: Vec3 = [0.86, 0.42, 0.55];
const LILAC: Vec3 = [0.4, 0.27, 0.72];
const YELLOW: Vec3 = [0.9, 0.66, 0.08];
const GOLD: Vec3 = [0.95, 0.62, 0.2];

/** One thing of a look: in an upper or a lower corner, on the side of the light or `across` from it. */
interface Near {
  readonly name: NearName;
  readonly top: boolean;
  readonly across: boolean;
  readonly blurPx: number;
  readonly leaf?: Leaf;
  readonly bloom?: (spec: SceneSpec) => readonly Vec3[];
}

const high = (name: NearName, across: boolean, blurPx: number, more: Partial<Near> = {}): Near => ({
  name,
  top: true,
  across,
  blurPx,
  ...more,
});
const low = (name: NearName, across: boolean, blurPx: number, more: Partial<Near> = {}): Near => ({
  name,
  top: false,
  across,
  blurPx,
  ...more,
});

const petals = ({ bloom }: SceneSpec): readonly Vec3[] => [bloom];
const wild = (): readonly Vec3[] => [WHITE, PINK, YELLOW];
const papers = ({ palette }: SceneSpec): readonly Vec3[] => [palette.accent, GOLD, WHITE, palette.deep];

const GROUNDS: Readonly<Record<SceneSpec["ground"], readonly Near[]>> = {
  meadow: [low("grass", true, 12, { bloom: wild }), low("grass", false, 18)],
  hills: [low("grass", true, 12, { bloom: wild }), high("bough", false, 16)],
  garden: [high("bough", true, 15, { bloom: petals }), low("bough", false, 19, { bloom: petals })],
  moss: [low("fern", true, 12), high("bough", false, 15)],
  snow: [high("fir", true, 9, { leaf: FIR, bloom: () => [WHITE] })],
  dunes: [low("grass", true, 13, { leaf: STRAW })],
  autumn: [high("bough", false, 14, { leaf: AUTUMN }), low("bough", true, 18, { leaf: AUTUMN })],
  bamboo: [high("bough", false, 14)],
  jungle: [high("palm", false, 12), low("palm", true, 18)],
  lavender: [low("grass", true, 13, { bloom: () => [LILAC] })],
  sunflowers: [low("grass", true, 15, { bloom: () => [YELLOW] })],
  flowers: [low("grass", true, 13, { bloom: petals })],
  rapeseed: [low("grass", true, 14, { bloom: () => [YELLOW] })],
  wheat: [low("grass", true, 13, { leaf: RIPE })],
  rice: [low("grass", true, 13)],
  terraces: [low("grass", true, 13)],
  road: [],
  tea: [high("bough", false, 16), low("bough", true, 19)],
  vines: [high("bough", false, 15)],
  waterfall: [low("fern", true, 13), high("bough", false, 15)],
  clouds: [],
  seabed: [],
  reef: [],
  ice: [],
  regolith: [low("stones", true, 15, { leaf: STONE })],
};
const ROOMS: Readonly<Record<SceneSpec["room"], readonly Near[]>> = {
  window: [high("bough", false, 16, { leaf: GREY_GREEN })],
  kitchen: [low("bough", false, 19)],
  bathroom: [high("bough", false, 15, { leaf: GREY_GREEN })],
  dark: [low("fern", false, 15, { leaf: DUSKY })],
  library: [low("bough", false, 19, { leaf: DEEP_GREEN })],
  "red-wall": [high("blossoms", true, 9, { bloom: () => [[0.9, 0.36, 0.4], WHITE] })],
  ink: [high("bough", true, 14, { leaf: DUSKY })],
  brick: [low("fern", true, 17)],
  neon: [],
  gold: [],
};
const SETS: Partial<Record<SceneSpec["setting"], readonly Near[]>> = {
  landscape: [low("grass", true, 12), high("bough", false, 13, { leaf: DEEP_GREEN })],
  drape: [low("balls", true, 13, { bloom: () => [WHITE, [0.9, 0.86, 0.8]] })],
  beach: [high("palm", false, 9)],
  water: [high("palm", false, 15)],
  "new-year": [
    high("blossoms", true, 8, {
      bloom: () => [
        [0.9, 0.36, 0.4],
        [0.94, 0.66, 0.67],
      ],
    }),
  ],
  christmas: [low("fir", true, 16, { leaf: FIR })],
  birthday: [high("falling", true, 8, { bloom: papers }), high("falling", false, 12, { bloom: papers })],
  valentine: [high("falling", true, 8, { bloom: petals }), high("falling", false, 13, { bloom: petals })],
};

const BALLS: readonly Near[] = [low("balls", true, 15, { bloom: ({ palette }) => [palette.accent, palette.deep] })];

function looksOf({ setting, ground, room, interior, probe, terrain, gobo }: SceneSpec): readonly Near[] {
  if (setting === "ground") return GROUNDS[ground];
  if (setting === "landscape" && terrain === "snow") return GROUNDS.snow;
  if (setting === "interior") return ROOMS[room];
  if (setting === "table") {
    // A bough would hide the room that was asked for.
    if (interior) return BY_WINDOWS.has(interior) ? [low("fern", false, 19, { leaf: GREY_GREEN })] : [];
    if (probe === "forest" || probe === "park") return [low("fern", true, 17)];
    if (probe === "city" || probe === "sunset") return [];
    return probe === "sunrise" ? [low("grass", true, 14)] : [high("bough", true, 16)];
  }
  if (setting === "gradient") return BALLS;
  // Where leaves throw their shadow on the wall, the bough they hang on may be seen.
  if (setting === "podium" || setting === "paper")
    return gobo === "leaves" || gobo === "bough" ? [high("bough", false, 17, { leaf: GREY_GREEN })] : BALLS;
  return SETS[setting] ?? [];
}

const BY_WINDOWS: ReadonlySet<SceneSpec["interior"]> = new Set(["living", "bedroom", "office", "cafe"]);

const PLANTS = new Set<NearName>(["bough", "palm", "fern", "grass", "fir"]);

/** What the prompt itself asks to be hung up, in both versions. */
function hungIn({ things, palette, gilded }: SceneSpec): Near[] {
  const ribbon: Vec3 = gilded ? GOLD : palette.deep;
  return [
    ...(things.includes("chinese-knot") ? [high("knot", false, 1.2)] : []),
    ...(things.includes("ribbon") ? [high("ribbon", true, 1.6, { leaf: [ribbon, ribbon] })] : []),
  ];
}

/**
 * What hangs or stands between the lens and the product: things of the prompt, and in v3 what belongs to the set, out of
 * focus. No plants where the prompt forbids leaves, nothing out of focus where it wants all of it sharp.
 */
export function planNear(job: RenderJob, spec: SceneSpec): NearThing[] {
  const { unwanted } = readPrompt(job.prompt, job.negativePrompt, job.sceneType);
  const leafless = unwanted.thing.includes("leaf") || unwanted.light.includes("leaves");
  // What the sky shows is what the picture is about: nothing hangs before it.
  const free = (near: Near) => !near.top || spec.sights.length === 0;
  const blurred = job.version === "v3" && spec.softness > 0 ? looksOf(spec).filter(free) : [];
  return [...blurred, ...hungIn(spec)]
    .filter(({ name }) => !(leafless && PLANTS.has(name)))
    .map(({ name, top, across, blurPx, leaf, bloom }) => ({
      name,
      place: { top, right: spec.side > 0 !== across },
      blurPx,
      leaf: leaf ?? (spec.autumn ? AUTUMN : GREEN),
      bloom: bloom?.(spec) ?? [],
    }));
}
