import type { Look } from "../finish/finish.ts";
import { assertFinite } from "../math/float-image.ts";
import type { Vec3 } from "../math/vector.ts";
import { lightProbe } from "../probes/light-probe.ts";
import type { DayTime, ProbeName } from "../scene-spec.ts";
import type { StageInput } from "../staged-scene.ts";
import type { Camera } from "../subject/camera.ts";
import { turnAutumnal } from "./autumnal.ts";
import type { Surroundings } from "./surroundings.ts";

interface Place {
  /** Directions worth looking at, in degrees: each was looked at with the spread of `YAW_SPREAD`. */
  readonly yaws: readonly number[];
  readonly fieldOfView: number;
  readonly horizon: number;
  readonly blurPx: number;
  readonly sparkle: number;
  /** Brightness of the ambient light, and of the plate beside it. */
  readonly gain: number;
  readonly plateGain?: number;
  /** Key light for a light from the right; its x is mirrored for the left. */
  readonly key: { readonly direction: Vec3; readonly color: Vec3 };
  readonly luminance: number;
  /** How far windows and sky may go beyond white; see `Look.brightLimit`. */
  readonly brightLimit?: number;
  /** White balance of the panorama. */
  readonly balance?: Vec3;
  readonly toneMap: Look["toneMap"];
  /** Taken at an hour that shows; others are made of day. */
  readonly ownHour?: boolean;
  /** Its greens turn in autumn. */
  readonly leafy?: boolean;
  /** Strength of the light that streams through the air in v3. */
  readonly shafts: number;
}

const PLACES: Record<ProbeName, Place> = {
  forest: {
    yaws: [195, 150, 172, 214],
    fieldOfView: 70,
    horizon: 0.52,
    blurPx: 11,
    sparkle: 5,
    gain: 0.6,
    key: { direction: [0.75, 0.85, 0.3], color: [3.4, 2.9, 2.1] },
    luminance: 0.28,
    toneMap: "filmic",
    leafy: true,
    shafts: 0.55,
  },
  apartment: {
    yaws: [104, 78, 116, 92],
    fieldOfView: 70,
    horizon: 0.44,
    blurPx: 8,
    sparkle: 0,
    gain: 0.95,
    key: { direction: [0.85, 0.8, -0.3], color: [2.9, 2.75, 2.5] },
    luminance: 0.58,
    brightLimit: 2.2,
    balance: [0.93, 1, 1.16],
    toneMap: "neutral",
    shafts: 0.3,
  },
  sunrise: {
    yaws: [66, 300, 78, 326],
    fieldOfView: 60,
    horizon: 0.42,
    blurPx: 6,
    sparkle: 1,
    gain: 1,
    key: { direction: [0.6, 0.5, 0.55], color: [3.2, 2.3, 1.3] },
    luminance: 0.3,
    toneMap: "filmic",
    leafy: true,
    ownHour: true,
    shafts: 0.35,
  },
  park: {
    yaws: [165, 100, -30, 190, -60],
    fieldOfView: 62,
    horizon: 0.44,
    blurPx: 8,
    sparkle: 1.5,
    gain: 0.9,
    key: { direction: [0.65, 0.85, 0.2], color: [3, 2.8, 2.3] },
    luminance: 0.34,
    toneMap: "filmic",
    leafy: true,
    shafts: 0.25,
  },
  city: {
    yaws: [100, 155, 62, 190],
    fieldOfView: 66,
    horizon: 0.46,
    blurPx: 9,
    sparkle: 2,
    gain: 1,
    plateGain: 2.4,
    key: { direction: [0.6, 0.95, -0.3], color: [1.5, 1.5, 1.5] },
    luminance: 0.38,
    toneMap: "neutral",
    shafts: 0.1,
  },
  sunset: {
    yaws: [62, 28, 345, 92],
    fieldOfView: 62,
    horizon: 0.43,
    blurPx: 7,
    sparkle: 2,
    gain: 0.9,
    key: { direction: [0.6, 0.55, 0.4], color: [2.6, 2, 1.4] },
    luminance: 0.37,
    toneMap: "filmic",
    ownHour: true,
    shafts: 0.25,
  },
};

/** What an hour makes of a photograph taken by day: factors for plate and soft light, its key light, and of its brightness. */
interface Hour {
  readonly tint: Vec3;
  readonly key: Vec3;
  readonly luminance: number;
}

const HOURS: Partial<Record<DayTime, Hour>> = {
  sunset: { tint: [1.2, 0.86, 0.66], key: [3.4, 1.7, 0.75], luminance: 0.85 },
  dusk: { tint: [0.62, 0.56, 0.86], key: [2.2, 1.25, 1.1], luminance: 0.62 },
  night: { tint: [0.13, 0.2, 0.38], key: [0.7, 0.9, 1.35], luminance: 0.4 },
};

const PLATE_WIDTH = 384;
/** Narrower pictures get a narrower plate instead of a taller one: 1 x 2048 would otherwise ask for 300 million pixels. */
const NARROWEST_FULL_PLATE = 1 / 4;
const NEUTRAL: Vec3 = [1, 1, 1];
const YAW_SPREAD = 8;

/** A photographed place out of focus, and its light. `chance` (0 to 1) turns the view a little. */
export function photographedPlace({ spec, quality }: StageInput, camera: Camera, chance: number): Surroundings {
  const place = PLACES[spec.probe];
  const rich = quality.version === "v3";
  const yaw = (place.yaws[spec.layout % place.yaws.length] as number) + (chance - 0.5) * YAW_SPREAD;
  const probe = lightProbe(spec.probe);
  const aspect = camera.widthPx / camera.heightPx;
  const detail = (rich ? 1.5 : 1) * Math.min(1, aspect / NARROWEST_FULL_PLATE);
  const plate = probe.plate({
    yaw,
    fieldOfView: place.fieldOfView,
    horizon: place.horizon,
    aspect,
    width: Math.max(1, Math.round(PLATE_WIDTH * detail)),
    blurPx: place.blurPx * detail * spec.softness,
    sparkle: place.sparkle,
  });
  const hour = place.ownHour ? undefined : HOURS[spec.time];
  const balance = (place.balance ?? NEUTRAL).map((gain, c) => gain * (hour?.tint[c] ?? 1));
  for (let i = 0; i < plate.data.length; i++)
    (plate.data[i] as number) *= (place.plateGain ?? 1) * (balance[i % 3] as number);
  if (spec.autumn && place.leafy) turnAutumnal(plate);
  assertFinite(plate, "backdrop plate");
  const [kx, ky, kz] = place.key.direction;
  const keyColor = hour?.key ?? place.key.color;
  const [red, green, blue] = keyColor;
  const filmic = place.toneMap === "filmic";
  return {
    plate,
    light(dx, dy, dz, out) {
      probe.light(dx, dy, dz, yaw, out);
      for (let c = 0; c < 3; c++) (out[c] as number) *= place.gain * (balance[c] as number);
    },
    key: { direction: [kx * spec.side, ky, kz], angle: 0.045, color: keyColor },
    aperturePx: 5,
    look: {
      toneMap: place.toneMap,
      exposure: 1,
      targetLuminance: place.luminance * (hour?.luminance ?? 1),
      brightLimit: place.brightLimit,
      bloom: 0.06,
      vignette: 0.1,
      grain: 0.009,
      contrast: filmic ? 1.1 : 1.02,
      saturation: filmic ? 1.1 : 1.04,
    },
    elementLight: {
      direction: [0.6 * spec.side, -0.6, 0.5],
      color: [red * 0.5, green * 0.5, blue * 0.5],
      ambient: [0.5, 0.5, 0.48],
      rim: [0.5, 0.47, 0.4],
    },
    shafts: { x: 0.5 + 0.42 * spec.side, y: -0.22, strength: spec.time === "night" ? 0 : place.shafts },
    air: "motes",
  };
}
