import type { LightShafts } from "../finish/light-shafts.ts";
import { type GroundCover, paintLandscape } from "../landscape/paint-landscape.ts";
import { atmosphereUnder } from "../landscape/sights.ts";
import { Sky } from "../landscape/sky.ts";
import { Terrain, type TerrainShape } from "../landscape/terrain.ts";
import { veilOf } from "../landscape/weather.ts";
import { assertFinite } from "../math/float-image.ts";
import { normalized, scaled, type Vec3 } from "../math/vector.ts";
import type { TerrainName } from "../scene-spec.ts";
import type { StageInput } from "../staged-scene.ts";
import type { Camera } from "../subject/camera.ts";
import type { Surroundings } from "./surroundings.ts";

interface Country {
  readonly shape: TerrainShape;
  readonly cover: GroundCover;
  readonly fog: number;
  readonly eyeHeight: number;
  /** Share of the hour's clouds. */
  readonly clouds?: number;
}

const AUTUMN_GRASS: Vec3 = [0.3, 0.15, 0.035];

const COUNTRIES: Record<TerrainName, Country> = {
  alpine: {
    shape: { name: "alpine", relief: 0.62, flatness: 0 },
    cover: { rock: [0.2, 0.17, 0.16], grass: [0.1, 0.12, 0.05], snowLine: 0.55, sand: null },
    fog: 0.34,
    eyeHeight: 0.075,
  },
  snow: {
    shape: { name: "snow", relief: 0.62, flatness: 0 },
    cover: { rock: [0.3, 0.31, 0.34], grass: [0.75, 0.78, 0.82], snowLine: -0.2, sand: null },
    fog: 0.3,
    eyeHeight: 0.075,
  },
  hills: {
    shape: { name: "hills", relief: 0.35, flatness: 0 },
    cover: { rock: [0.16, 0.18, 0.08], grass: [0.16, 0.22, 0.06], snowLine: 9, sand: null },
    fog: 0.3,
    eyeHeight: 0.09,
  },
  dunes: {
    shape: { name: "dunes", relief: 0.34, flatness: 0.6 },
    cover: { rock: [0.2, 0.17, 0.16], grass: [0.2, 0.2, 0.1], snowLine: 9, sand: [0.74, 0.46, 0.24] },
    fog: 0.25,
    eyeHeight: 0.3,
    clouds: 0.3,
  },
};

/** Focal length of the painted country as a share of the picture's longer side. */
const LENS = 0.95;

/** Light streams from a low sun that is in the picture or near it. */
function shaftsFrom({ sun, atmosphere }: Sky, horizon: number, aspect: number): LightShafts | undefined {
  if (sun[2] <= 0.3 || sun[1] > 0.35 || atmosphere.stars) return undefined;
  const side = Math.max(1, aspect);
  return {
    x: 0.5 + (LENS * side * sun[0]) / sun[2] / aspect,
    y: horizon - (LENS * side * sun[1]) / sun[2],
    strength: 0.5,
  };
}

/** A wide country under the sky of the hour, marched ray by ray: mountains and a lake, snow, hills, dunes. */
export function paintedCountry({ spec, quality }: StageInput, camera: Camera): Surroundings {
  const { widthPx, heightPx } = camera;
  const country = COUNTRIES[spec.terrain];
  const hour = atmosphereUnder(spec);
  const veil = veilOf(spec);
  const clouds = { ...hour.clouds, amount: hour.clouds.amount * (country.clouds ?? 1) };
  const atmosphere = { ...hour, clouds };
  // The preset suns stand to the right for sunset and to the left else; the spec's side decides.
  // Stars are points and a rainbow is thin: a small or blurred plate would make lanterns and smoke of them.
  const sharp = atmosphere.stars || spec.sights.length > 0;
  const share = atmosphere.stars ? 1 : quality.backdropScale;
  const sky = new Sky(atmosphere, spec.seed, atmosphere.sun[0] * spec.side < 0, {
    sights: spec.sights,
    layout: spec.layout,
    side: spec.side,
    pixel: 1 / (LENS * Math.max(widthPx, heightPx) * share),
    fine: quality.version === "v3",
  });
  const cover = spec.autumn ? { ...country.cover, grass: AUTUMN_GRASS } : country.cover;
  const terrain = new Terrain(country.shape, quality.terrainSize, spec.seed, sky.sun);
  const plate = paintLandscape(terrain, sky, cover, {
    width: Math.max(1, Math.round(widthPx * share)),
    height: Math.max(1, Math.round(heightPx * share)),
    horizon: camera.horizonPx / heightPx,
    eyeHeight: country.eyeHeight,
    lens: LENS,
    water: spec.lake,
    fog: country.fog * veil.haze,
  });
  assertFinite(plate, "landscape");
  return {
    plate,
    light(dx, dy, dz, out) {
      sky.gradient(dx, Math.max(dy, 0.02), dz, out);
      if (dy < 0) for (let c = 0; c < 3; c++) (out[c] as number) *= 0.25;
    },
    key: {
      direction: [sky.sun[0] * 1.3, Math.max(0.42, sky.sun[1] * 1.25), sky.sun[2]],
      angle: Math.max(0.06, veil.angle),
      // A slab in the light of stars alone would be black beside the product.
      color: scaled(atmosphere.direct, spec.setting === "landscape" && atmosphere.stars && sharp ? 1.15 : 0.8),
    },
    subjectLight: 0.9 / Math.max(1, atmosphere.exposure) ** 1.5,
    aperturePx: atmosphere.stars ? 1.2 : sharp ? 3 : 7,
    look: {
      toneMap: "filmic",
      exposure: atmosphere.exposure,
      bloom: 0.1,
      vignette: 0.12,
      grain: 0.009,
      contrast: 1.16,
      saturation: 1.1,
    },
    elementLight: {
      direction: normalized([0.62 * Math.sign(sky.sun[0] || 1), -0.55, 0.42]),
      color: scaled(atmosphere.direct, 0.49),
      ambient: [atmosphere.ambient[0] * 1.3 + 0.16, atmosphere.ambient[1] * 1.3 + 0.12, atmosphere.ambient[2] + 0.1],
      rim: scaled(atmosphere.fogSun, 0.9),
    },
    shafts: shaftsFrom(sky, camera.horizonPx / heightPx, widthPx / heightPx),
    air:
      spec.terrain === "snow" && spec.ground !== "ice" && !sharp
        ? "snowfall"
        : spec.terrain === "dunes" || spec.time === "night"
          ? undefined
          : "motes",
  };
}
