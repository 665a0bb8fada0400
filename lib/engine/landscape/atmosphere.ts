import type { Vec3 } from "../math/vector.ts";
import type { DayTime } from "../scene-spec.ts";

/** Sky, clouds and haze of a time of day. Colours are linear HDR. */
export interface Atmosphere {
  /** Towards the sun (or moon); normalised before use. */
  readonly sun: Vec3;
  readonly zenith: Vec3;
  readonly horizon: Vec3;
  /** Horizon on the sun's side. */
  readonly horizonSun: Vec3;
  readonly sunColor: Vec3;
  /** Wide glow, halo and disc around the sun. */
  readonly glow: Vec3;
  /** How fast the horizon's colour gives way to the zenith's, and how narrow the sun's side is. */
  readonly falloff: number;
  readonly sunSide: number;
  readonly clouds: {
    readonly amount: number;
    readonly scale: number;
    readonly stretch: number;
    readonly from: number;
    readonly to: number;
    readonly dark: Vec3;
    readonly lit: Vec3;
  };
  readonly fog: Vec3;
  readonly fogSun: Vec3;
  readonly ambient: Vec3;
  readonly direct: Vec3;
  readonly exposure: number;
  readonly stars: boolean;
}

export const ATMOSPHERES: Record<DayTime, Atmosphere> = {
  sunset: {
    sun: [0.3, 0.085, 1],
    zenith: [0.055, 0.1, 0.3],
    horizon: [0.55, 0.26, 0.3],
    horizonSun: [1.7, 0.6, 0.16],
    sunColor: [1, 0.5, 0.18],
    glow: [0.5, 1.4, 22],
    falloff: 4.6,
    sunSide: 3,
    clouds: {
      amount: 1,
      scale: 0.8,
      stretch: 1.6,
      from: 0.46,
      to: 0.68,
      dark: [0.15, 0.11, 0.2],
      lit: [1.55, 0.52, 0.3],
    },
    fog: [0.42, 0.25, 0.3],
    fogSun: [1.45, 0.62, 0.25],
    ambient: [0.17, 0.19, 0.36],
    direct: [3.6, 1.45, 0.55],
    exposure: 1.02,
    stars: false,
  },
  golden: {
    sun: [-0.75, 0.2, 0.75],
    zenith: [0.16, 0.3, 0.58],
    horizon: [0.8, 0.66, 0.52],
    horizonSun: [1.5, 0.95, 0.5],
    sunColor: [1, 0.75, 0.42],
    glow: [0.4, 0.6, 10],
    falloff: 3.8,
    sunSide: 3,
    clouds: {
      amount: 0.9,
      scale: 0.75,
      stretch: 1,
      from: 0.5,
      to: 0.72,
      dark: [0.5, 0.45, 0.52],
      lit: [1.5, 1.02, 0.74],
    },
    fog: [0.72, 0.6, 0.52],
    fogSun: [1.4, 0.95, 0.55],
    ambient: [0.3, 0.32, 0.42],
    direct: [3.3, 2.1, 1.05],
    exposure: 0.9,
    stars: false,
  },
  dusk: {
    sun: [-0.9, 0.22, 0.42],
    zenith: [0.07, 0.11, 0.3],
    horizon: [0.7, 0.36, 0.46],
    horizonSun: [1.15, 0.55, 0.42],
    sunColor: [1, 0.5, 0.35],
    glow: [0.25, 0.3, 0],
    falloff: 4.2,
    sunSide: 2,
    clouds: {
      amount: 1,
      scale: 0.75,
      stretch: 1.4,
      from: 0.45,
      to: 0.7,
      dark: [0.24, 0.17, 0.3],
      lit: [1.5, 0.62, 0.5],
    },
    fog: [0.5, 0.33, 0.46],
    fogSun: [0.98, 0.52, 0.48],
    ambient: [0.2, 0.22, 0.4],
    direct: [3.4, 1.45, 0.75],
    exposure: 1,
    stars: false,
  },
  day: {
    sun: [-0.55, 0.62, 0.35],
    zenith: [0.1, 0.26, 0.62],
    horizon: [0.55, 0.72, 0.9],
    horizonSun: [0.75, 0.82, 0.9],
    sunColor: [1, 0.95, 0.85],
    glow: [0.12, 0.3, 0],
    falloff: 5,
    sunSide: 4,
    clouds: {
      amount: 1,
      scale: 0.7,
      stretch: 1,
      from: 0.5,
      to: 0.72,
      dark: [0.62, 0.68, 0.78],
      lit: [1.35, 1.33, 1.3],
    },
    fog: [0.56, 0.7, 0.86],
    fogSun: [0.7, 0.78, 0.86],
    ambient: [0.32, 0.42, 0.6],
    direct: [2.3, 2.15, 1.85],
    exposure: 0.9,
    stars: false,
  },
  dawn: {
    sun: [-0.35, 0.1, 1],
    zenith: [0.22, 0.32, 0.55],
    horizon: [0.78, 0.62, 0.7],
    horizonSun: [1.35, 0.85, 0.65],
    sunColor: [1, 0.75, 0.55],
    glow: [0.35, 0.6, 6],
    falloff: 3.5,
    sunSide: 4,
    clouds: {
      amount: 0.8,
      scale: 0.7,
      stretch: 1,
      from: 0.5,
      to: 0.75,
      dark: [0.55, 0.48, 0.62],
      lit: [1.3, 0.86, 0.8],
    },
    fog: [0.82, 0.7, 0.78],
    fogSun: [1.25, 0.92, 0.78],
    ambient: [0.36, 0.36, 0.5],
    direct: [1.9, 1.25, 0.95],
    exposure: 0.95,
    stars: false,
  },
  night: {
    sun: [0.3, 0.24, 1],
    zenith: [0.006, 0.01, 0.028],
    horizon: [0.03, 0.045, 0.085],
    horizonSun: [0.06, 0.07, 0.11],
    sunColor: [0.55, 0.65, 0.9],
    glow: [0.06, 0.25, 0],
    falloff: 3.2,
    sunSide: 3,
    clouds: {
      amount: 0.5,
      scale: 0.8,
      stretch: 1,
      from: 0.52,
      to: 0.8,
      dark: [0.01, 0.014, 0.03],
      lit: [0.09, 0.11, 0.17],
    },
    fog: [0.03, 0.045, 0.085],
    fogSun: [0.07, 0.085, 0.13],
    ambient: [0.045, 0.06, 0.12],
    direct: [0.42, 0.52, 0.78],
    exposure: 2.7,
    stars: true,
  },
};
