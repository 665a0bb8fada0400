import type { Look } from "../finish/finish.ts";
import { veilOf } from "../landscape/weather.ts";
import { luminance } from "../math/color.ts";
import { assertFinite, type FloatImage } from "../math/float-image.ts";
import { lerp } from "../math/scalar.ts";
import { multiplied, scaled, type Vec3 } from "../math/vector.ts";
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
  /** See `LightShafts.beams`. */
  readonly beams?: number;
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
    beams: 2.3,
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

/** What an hour that the panorama was not taken at makes of it. */
interface Hour {
  /** Multiplies plate and light. */
  readonly tint: Vec3;
  /** Share of colour that the plate loses first. */
  readonly grey: number;
  /** Multiplies what the picture is exposed to, and the key light. */
  readonly exposed: number;
  readonly key: Vec3;
}

const HOURS: Partial<Record<DayTime, Hour>> = {
  dawn: { tint: [1.06, 0.95, 0.98], grey: 0.1, exposed: 1, key: [1, 0.88, 0.78] },
  golden: { tint: [1.16, 0.97, 0.76], grey: 0.25, exposed: 1, key: [1.1, 0.86, 0.56] },
  sunset: { tint: [1.35, 0.84, 0.58], grey: 0.3, exposed: 0.82, key: [1.15, 0.66, 0.36] },
  dusk: { tint: [0.72, 0.72, 1.08], grey: 0.35, exposed: 0.5, key: [0.62, 0.52, 0.66] },
  night: { tint: [0.4, 0.58, 1.1], grey: 0.6, exposed: 0.32, key: [0.28, 0.4, 0.7] },
};
const AS_TAKEN: Hour = { tint: [1, 1, 1], grey: 0, exposed: 1, key: [1, 1, 1] };

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
  const hour = (place.ownHour ? undefined : HOURS[spec.time]) ?? AS_TAKEN;
  const balance = place.balance ?? NEUTRAL;
  for (let i = 0; i < plate.data.length; i++)
    (plate.data[i] as number) *= (place.plateGain ?? 1) * (balance[i % 3] as number);
  const veil = veilOf(spec);
  if (spec.autumn && place.leafy) turnAutumnal(plate);
  if (spec.weather !== "clear") veiled(plate, veil.grey * 0.7, Math.min(0.6, 0.16 * veil.haze));
  if (hour !== AS_TAKEN) tinted(plate, hour);
  assertFinite(plate, "backdrop plate");
  const [kx, ky, kz] = place.key.direction;
  const keyColor = scaled(multiplied(place.key.color, hour.key), veil.direct);
  const filmic = place.toneMap === "filmic";
  return {
    plate,
    light(dx, dy, dz, out) {
      probe.light(dx, dy, dz, yaw, out);
      for (let c = 0; c < 3; c++) (out[c] as number) *= place.gain * (balance[c] as number) * (hour.tint[c] as number);
    },
    key: {
      direction: [kx * spec.side, ky, kz],
      angle: Math.max(0.045, veil.angle),
      color: keyColor,
    },
    aperturePx: 5,
    look: {
      toneMap: place.toneMap,
      exposure: 1,
      targetLuminance: place.luminance * hour.exposed,
      brightLimit: hour.exposed < 0.6 ? (place.brightLimit ?? 1.05) * 0.5 : place.brightLimit,
      bloom: 0.06,
      vignette: 0.1,
      grain: 0.009,
      contrast: filmic ? 1.1 : 1.02,
      saturation: filmic ? 1.1 : 1.04,
    },
    elementLight: {
      direction: [0.6 * spec.side, -0.6, 0.5],
      color: scaled(multiplied(place.key.color, hour.key), 0.5 * Math.sqrt(veil.direct) * Math.sqrt(hour.exposed)),
      ambient: scaled(multiplied([0.5, 0.5, 0.48], hour.tint), Math.sqrt(hour.exposed)),
      rim: scaled([0.5, 0.47, 0.4], hour.exposed),
    },
    shafts: {
      x: 0.5 + 0.42 * spec.side,
      y: -0.22,
      strength: place.shafts * (1 - veil.grey) * hour.exposed,
      beams: (place.beams ?? 0) * (1 - veil.grey) * hour.exposed,
    },
    air: "motes",
  };
}

/** Takes colour from a plate and lays mist over it, in place. */
function veiled(plate: FloatImage, grey: number, mist: number): void {
  const { data } = plate;
  let mean = 0;
  for (let i = 0; i < data.length; i += 3)
    mean += Math.min(2, luminance(data[i] as number, data[i + 1] as number, data[i + 2] as number));
  mean /= data.length / 3;
  for (let i = 0; i < data.length; i += 3) {
    // A sun would shine through any mist: it counts no more than a bright sky.
    const level = luminance(data[i] as number, data[i + 1] as number, data[i + 2] as number);
    const dim = level > 3 * mean ? (3 * mean) / level : 1;
    for (let c = 0; c < 3; c++) {
      const own = lerp((data[i + c] as number) * dim, level * dim, grey);
      data[i + c] = lerp(own, mean * (1.15 + 0.05 * c), mist);
    }
  }
}

/** Gives a plate the colour of another hour, in place. */
function tinted({ data }: FloatImage, { tint, grey }: Hour): void {
  for (let i = 0; i < data.length; i += 3) {
    const level = luminance(data[i] as number, data[i + 1] as number, data[i + 2] as number);
    for (let c = 0; c < 3; c++) data[i + c] = lerp(data[i + c] as number, level, grey) * (tint[c] as number);
  }
}
