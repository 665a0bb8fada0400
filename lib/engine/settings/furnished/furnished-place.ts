import { blurred, discBlurred } from "../../math/blur.ts";
import { assertFinite, meanColor } from "../../math/float-image.ts";
import { seededRandom } from "../../math/random.ts";
import { clamp, smoothstep } from "../../math/scalar.ts";
import { multiplied, scaled, type Vec3 } from "../../math/vector.ts";
import type { DayTime, InteriorName } from "../../scene-spec.ts";
import type { StageInput } from "../../staged-scene.ts";
import type { Camera } from "../../subject/camera.ts";
import { coated } from "../../textures/coat.ts";
import { KeyLight } from "../../tracer/key-light.ts";
import { renderScene } from "../../tracer/render-scene.ts";
import type { Scene } from "../../tracer/scene.ts";
import { Sweep } from "../../tracer/sweep.ts";
import { goboNamed } from "../gobo-named.ts";
import { Stock } from "../stock.ts";
import type { Surroundings } from "../surroundings.ts";
import { INTERIORS, type InteriorLight } from "./interiors.ts";

/** Longer side of the plate in pixels, and the lens blur in them; a picture out of focus needs no more. */
const PLATE_SIDE_PX = 352;
const BLUR_PX = 6.5;
/** In metres: where the eye is above the floor, a little over a table, and how far the back wall is from it. */
const EYE = 1.02;
const WALL = 5.4;
/** Focal length as a share of the plate's longer side: wider than the picture's own, so that a room is seen as one. */
const LENS = 1.15;
/** How variations look at a room: from nearer by a factor, and past its middle by a share of the picture's width. */
const VIEWS = [
  { nearer: 1, past: 0 },
  { nearer: 1.12, past: 0.05 },
  { nearer: 1.28, past: -0.13 },
  { nearer: 0.94, past: 0.1 },
] as const;

/** A window or lamp counts at most this much in what the room sheds on the table. */
const BRIGHTEST = 3;

/** Linear light of a shade of cloth with a lamp behind it. */
const LAMP: Vec3 = [3.1, 2.15, 1.2];

/** What an hour makes of daylight through the windows, and of the lamps. */
const HOURS: Readonly<Record<DayTime, { readonly day: Vec3; readonly lamps: number; readonly luminance: number }>> = {
  dawn: { day: [0.7, 0.68, 0.74], lamps: 1, luminance: 0.9 },
  day: { day: [1, 1, 1], lamps: 0.85, luminance: 1 },
  golden: { day: [1.15, 0.86, 0.54], lamps: 1, luminance: 0.95 },
  sunset: { day: [0.95, 0.55, 0.32], lamps: 1.1, luminance: 0.85 },
  dusk: { day: [0.22, 0.24, 0.42], lamps: 1.3, luminance: 0.62 },
  night: { day: [0.025, 0.035, 0.075], lamps: 1.5, luminance: 0.5 },
};

/** A furnished room beyond the table, out of focus, and its light. */
export function furnishedPlace(name: InteriorName, { spec, quality }: StageInput, camera: Camera): Surroundings {
  const interior = INTERIORS[name];
  const hour = HOURS[spec.time];
  const light: InteriorLight = {
    day: scaled(hour.day, interior.daylight),
    lamp: scaled(LAMP, hour.lamps * interior.lamplight),
  };
  const random = seededRandom(spec.seed + 5);
  const stock = new Stock(interior.floor(spec), interior.wall(spec));
  interior.furnish({ spec, stock, light, wallZ: WALL, side: spec.side, random, rich: quality.version === "v3" });
  const { side } = spec;
  const around = (dx: number, dy: number, dz: number, out: Float64Array) => {
    // The window's side of the room is bright, the ceiling paler than the floor, lamps everywhere.
    const window = smoothstep(-0.2, 0.9, dx * side) * smoothstep(0.9, 0.2, Math.abs(dy - 0.15));
    const ceiling = 0.4 + 0.35 * clamp(dy * 0.7 + 0.5);
    for (let c = 0; c < 3; c++) {
      const day = light.day[c] as number;
      out[c] =
        day * (ceiling + 1.3 * window * (dz > 0.9 ? 0.5 : 1)) +
        0.09 * (light.lamp[c] as number) * (0.6 + 0.4 * ceiling);
    }
  };
  const detail = quality.version === "v3" ? 1.4 : 1;
  const scale = Math.min(1, (PLATE_SIDE_PX * detail) / Math.max(camera.widthPx, camera.heightPx));
  const widthPx = Math.max(1, Math.round(camera.widthPx * scale));
  const heightPx = Math.max(1, Math.round(camera.heightPx * scale));
  const sidePx = Math.max(widthPx, heightPx);
  const view = VIEWS[spec.layout % VIEWS.length] ?? VIEWS[0];
  const focalPx = LENS * view.nearer * sidePx;
  const scene: Scene = {
    ...coated(stock.coats),
    camera: {
      widthPx,
      heightPx,
      focalPx,
      centreXPx: widthPx * (0.5 + view.past * side),
      horizonPx: camera.horizonPx * scale,
      height: EYE,
      distance: WALL,
      unitPx: focalPx / WALL,
    },
    subject: null,
    sweep: new Sweep(0, WALL, 0),
    shapes: stock.shapes,
    key: new KeyLight({
      direction: [0.8 * side, 0.55, -0.4],
      angle: 0.05,
      color: multiplied(light.day, [2.4, 2.2, 1.9]),
      gobo: goboNamed("window", spec.seed),
      goboCentre: [-0.3 * side, 1.4, WALL],
    }),
    bounce: 0.7,
    environment: around,
    backdrop(_u, _v, _ray, out) {
      out.set(light.day);
    },
  };
  const picture = renderScene(
    scene,
    {
      ...quality,
      directScale: 1,
      indirectScale: 2,
      directSamples: 8,
      indirectSamples: 16,
      specularSamples: 6,
      antialias: 2,
    },
    () => {},
  ).color;
  const plate = blurred(discBlurred(picture, (BLUR_PX * sidePx * spec.softness) / PLATE_SIDE_PX), 1);
  assertFinite(plate, "furnished room");
  const mean = meanColor(plate, BRIGHTEST);
  const dim = hour.luminance * interior.luminance;
  return {
    plate,
    light(dx, dy, dz, out) {
      around(dx, dy, dz, out);
      for (let c = 0; c < 3; c++) out[c] = 0.55 * (out[c] as number) + 0.5 * (mean[c] as number);
    },
    key: {
      direction: [0.8 * side, 0.8, -0.35],
      angle: 0.07,
      color: lampAndDay(light, 1.9),
    },
    aperturePx: 5,
    look: {
      toneMap: "neutral",
      exposure: 1,
      targetLuminance: 0.6 * dim,
      brightLimit: 1.5,
      bloom: 0.05,
      vignette: 0.1,
      grain: 0.008,
      contrast: 1.1,
      saturation: 1.06,
    },
    elementLight: {
      direction: [0.6 * side, -0.58, 0.55],
      color: scaled(lampAndDay(light, 1), 0.75),
      ambient: scaled([0.46, 0.44, 0.42], Math.sqrt(dim)),
      rim: scaled([0.5, 0.46, 0.4], dim),
    },
    shafts: { x: 0.5 + 0.5 * side, y: -0.2, strength: 0.08 * dim },
    air: "motes",
  };
}

/** Lamps near the product as a share of those in the room; an eye that has got used to them sees them paler. */
const NEAR_LAMPS: Vec3 = [0.085, 0.1, 0.135];

/** The window's light and that of lamps near the product, whichever the hour leaves. */
function lampAndDay({ day, lamp }: InteriorLight, strength: number): Vec3 {
  return [0, 1, 2].map(
    (c) => strength * ((day[c] as number) + (NEAR_LAMPS[c] as number) * (lamp[c] as number)),
  ) as unknown as Vec3;
}
