import { mixed, scaled, type Vec3 } from "../math/vector.ts";
import type { SceneSpec, Sight } from "../scene-spec.ts";
import type { Atmosphere } from "./atmosphere.ts";
import { atmosphereOf } from "./weather.ts";

/** What outshines everything stands behind the camera, low enough to light what is before it. */
const MOON_BEHIND: Vec3 = [-0.62, 0.42, -0.6];
export const SUN_BEHIND: Vec3 = [-0.24, 0.44, -0.87];
const DARK = { glow: [0, 0, 0], sun: MOON_BEHIND, stars: true } as const;

const lit = (hour: Atmosphere, sights: readonly Sight[]): Atmosphere => {
  if (sights.includes("rainbow")) return { ...hour, sun: SUN_BEHIND, glow: [0, 0, 0] };
  if (sights.includes("aurora")) {
    const green: Vec3 = [0.03, 0.2, 0.13];
    return {
      ...hour,
      ...DARK,
      zenith: [0.004, 0.012, 0.02],
      horizon: [0.014, 0.05, 0.052],
      horizonSun: [0.014, 0.05, 0.052],
      clouds: { ...hour.clouds, amount: 0.12 },
      fog: [0.012, 0.042, 0.045],
      fogSun: [0.012, 0.042, 0.045],
      ambient: mixed(hour.ambient, green, 0.5),
      direct: mixed(scaled(hour.direct, 0.75), green, 0.25),
    };
  }
  if (sights.includes("moon") || sights.includes("crescent")) return hour;
  if (sights.includes("stars") || sights.includes("galaxy") || sights.includes("meteor")) {
    return {
      ...hour,
      ...DARK,
      zenith: [0.004, 0.007, 0.019],
      // The glow that is left on the horizon.
      horizon: [0.034, 0.042, 0.07],
      horizonSun: [0.045, 0.045, 0.062],
      clouds: { ...hour.clouds, amount: 0.14 },
      fog: [0.024, 0.033, 0.06],
      fogSun: [0.03, 0.036, 0.06],
      ambient: scaled(hour.ambient, 1.6),
      direct: scaled(hour.direct, 1.1),
      exposure: hour.exposure * 1.15,
    };
  }
  return hour;
};

/** Sky and light of the hour, in its weather, under what is seen in the sky: snow may fall from a clear one. */
export function atmosphereUnder({ time, weather, sights }: Pick<SceneSpec, "time" | "weather" | "sights">): Atmosphere {
  return lit(atmosphereOf({ time, weather: weather === "snow" && sights.length > 0 ? "clear" : weather }), sights);
}
