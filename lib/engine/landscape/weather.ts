import { luminance } from "../math/color.ts";
import { mixed, scaled, type Vec3 } from "../math/vector.ts";
import type { SceneSpec, Weather } from "../scene-spec.ts";
import { ATMOSPHERES, type Atmosphere } from "./atmosphere.ts";

/** What a weather makes of the light of an hour. */
interface Veil {
  /** Share of colour that sky and light lose. */
  readonly grey: number;
  /** Share of the sky that its clouds cover more, 0 to 1. */
  readonly cloud: number;
  /** Multiplies direct and ambient light. */
  readonly direct: number;
  readonly ambient: number;
  /** Multiplies the haze of the distance. */
  readonly haze: number;
  /** Least angular radius of the light, in radians. */
  readonly angle: number;
}

const VEILS: Record<Weather, Veil> = {
  clear: { grey: 0, cloud: 0, direct: 1, ambient: 1, haze: 1, angle: 0 },
  overcast: { grey: 0.72, cloud: 0.75, direct: 0.42, ambient: 1.15, haze: 1.5, angle: 0.4 },
  rain: { grey: 0.8, cloud: 0.9, direct: 0.3, ambient: 1, haze: 2.2, angle: 0.45 },
  fog: { grey: 0.3, cloud: 0.2, direct: 0.7, ambient: 1.4, haze: 2.1, angle: 0.3 },
  snow: { grey: 0.5, cloud: 0.6, direct: 0.62, ambient: 1.1, haze: 1.7, angle: 0.2 },
};

export const veilOf = ({ weather }: Pick<SceneSpec, "weather">): Veil => VEILS[weather];

function greyed(color: Vec3, share: number): Vec3 {
  const level = luminance(...color);
  return mixed(color, [level * 0.97, level, level * 1.05], share);
}

/** The sky and light of an hour in its weather. */
export function atmosphereOf({ time, weather }: Pick<SceneSpec, "time" | "weather">): Atmosphere {
  const hour = ATMOSPHERES[time];
  const { grey, cloud, direct, ambient } = VEILS[weather];
  if (weather === "clear") return hour;
  const { clouds } = hour;
  // Under a closed sky the zenith is as bright as the horizon is without its sun.
  const veiled = greyed(mixed(hour.zenith, hour.horizon, 0.55), grey);
  return {
    ...hour,
    zenith: mixed(hour.zenith, veiled, cloud),
    horizon: greyed(hour.horizon, grey),
    horizonSun: greyed(mixed(hour.horizonSun, hour.horizon, cloud), grey),
    sunColor: scaled(hour.sunColor, 1 - cloud),
    clouds: {
      ...clouds,
      from: clouds.from - 0.22 * cloud,
      to: clouds.to + 0.08 * cloud,
      dark: greyed(clouds.dark, grey),
      lit: greyed(scaled(clouds.lit, 1 - 0.35 * cloud), grey),
    },
    fog: greyed(hour.fog, grey),
    fogSun: greyed(mixed(hour.fogSun, hour.fog, cloud), grey),
    ambient: greyed(scaled(hour.ambient, ambient), grey),
    direct: greyed(scaled(hour.direct, direct), grey),
    stars: hour.stars && cloud < 0.5,
  };
}
