import type { LightShafts } from "../finish/light-shafts.ts";
import { ATMOSPHERES } from "../landscape/atmosphere.ts";
import { type GroundCover, paintLandscape } from "../landscape/paint-landscape.ts";
import { Sky } from "../landscape/sky.ts";
import { Terrain, type TerrainShape } from "../landscape/terrain.ts";
import { assertFinite, sampleBilinear } from "../math/float-image.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, lerp } from "../math/scalar.ts";
import { normalized, scaled, type Vec3 } from "../math/vector.ts";
import type { TerrainName } from "../scene-spec.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { tiltBy } from "../textures/bump.ts";
import { sandHeight, sandTone } from "../textures/sand.ts";
import { snowHeight, snowTone } from "../textures/snow.ts";
import { stoneHeight, stoneTone } from "../textures/stone.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Shape } from "../tracer/shape.ts";
import { Sphere } from "../tracer/sphere.ts";

const HORIZON = 0.44;
const STONE = 2;

interface Country {
  readonly shape: TerrainShape;
  readonly cover: GroundCover;
  readonly fog: number;
  readonly eyeHeight: number;
  /** What the product stands on. */
  readonly ground: { readonly color: Vec3; readonly tone: Texture; readonly height: Texture };
}

type Texture = (x: number, z: number) => number;

/** Stones, or lumps of snow or sand, around the product and half sunk in the ground. */
function looseStones(x: number, z: number, side: number, random: () => number): Shape[] {
  return Array.from({ length: 11 }, (_, i) => {
    const radius = 0.022 + 0.07 * random() ** 2;
    const away = (0.48 + 0.85 * random()) * (i % 3 === 0 ? side : -side);
    return new Sphere({ x: x + away, y: -radius * 0.25, z: z - 0.55 + 1.3 * random(), radius, material: STONE });
  });
}

const AUTUMN_GRASS: Vec3 = [0.3, 0.15, 0.035];

const stone = (color: Vec3): Country["ground"] => ({ color, tone: stoneTone, height: stoneHeight });

const COUNTRIES: Record<TerrainName, Country> = {
  alpine: {
    shape: { name: "alpine", relief: 0.62, flatness: 0 },
    cover: { rock: [0.2, 0.17, 0.16], grass: [0.1, 0.12, 0.05], snowLine: 0.55, sand: null },
    fog: 0.34,
    eyeHeight: 0.075,
    ground: stone([0.135, 0.118, 0.115]),
  },
  snow: {
    shape: { name: "snow", relief: 0.62, flatness: 0 },
    cover: { rock: [0.3, 0.31, 0.34], grass: [0.75, 0.78, 0.82], snowLine: -0.2, sand: null },
    fog: 0.3,
    eyeHeight: 0.075,
    ground: { color: [0.93, 0.93, 0.94], tone: snowTone, height: snowHeight },
  },
  hills: {
    shape: { name: "hills", relief: 0.35, flatness: 0 },
    cover: { rock: [0.16, 0.18, 0.08], grass: [0.16, 0.22, 0.06], snowLine: 9, sand: null },
    fog: 0.3,
    eyeHeight: 0.09,
    ground: stone([0.16, 0.15, 0.12]),
  },
  dunes: {
    shape: { name: "dunes", relief: 0.34, flatness: 0.6 },
    cover: { rock: [0.2, 0.17, 0.16], grass: [0.2, 0.2, 0.1], snowLine: 9, sand: [0.74, 0.46, 0.24] },
    fog: 0.25,
    eyeHeight: 0.3,
    ground: { color: [0.7, 0.45, 0.25], tone: sandTone, height: sandHeight },
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

/** A slab of rock before a wide country: mountains and a lake, snow, hills, dunes. */
export function stageLandscape({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { width, height } = subject;
  const country = COUNTRIES[spec.terrain];
  const atmosphere = ATMOSPHERES[spec.time];
  // The preset suns stand to the right for sunset and to the left else; the spec's side decides.
  const sky = new Sky(atmosphere, spec.seed, atmosphere.sun[0] * spec.side < 0);
  const camera = cameraFor(facts, width, height, { horizon: HORIZON, lens: 1.7 });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const cover = spec.autumn ? { ...country.cover, grass: AUTUMN_GRASS } : country.cover;
  const terrain = new Terrain(country.shape, quality.terrainSize, spec.seed, sky.sun);
  // Stars are points: a small or blurred plate would make them lanterns.
  const share = atmosphere.stars ? 1 : quality.backdropScale;
  const plate = paintLandscape(terrain, sky, cover, {
    width: Math.max(1, Math.round(width * share)),
    height: Math.max(1, Math.round(height * share)),
    horizon: camera.horizonPx / height,
    eyeHeight: country.eyeHeight,
    lens: LENS,
    water: spec.lake,
    fog: country.fog,
  });
  assertFinite(plate, "landscape");
  const random = seededRandom(spec.seed);
  const x = proxy?.centreX ?? 0;
  const z = proxy?.centreZ ?? camera.distance;
  // The slab must reach the picture's lower edge, also under a product that floats high in it.
  const nearest = (camera.height * camera.focalPx) / Math.max(1, height - camera.horizonPx);
  const edge = z + 1.2;
  const reach = Math.max(1.75, (proxy?.maxHalfWidth ?? 0) + 1.2, (edge - nearest + 0.3) / 2);
  return {
    scene: {
      camera,
      subject: proxy,
      sweep: null,
      shapes: [
        new Cylinder({
          x: x + 0.25 * spec.side,
          z: edge - reach,
          radius: reach,
          bottom: -0.35,
          top: 0,
          bevel: 0.06,
          material: STONE,
        }),
        new Cylinder({
          x: x + (reach + 0.15) * spec.side,
          z: z + 0.7 + 0.4 * random(),
          radius: 0.5,
          bottom: -0.6,
          top: -0.16,
          bevel: 0.05,
          material: STONE,
        }),
        new Cylinder({
          x: x - reach * spec.side,
          z: z + 0.5,
          radius: 0.3 + 0.15 * random(),
          bottom: -0.5,
          top: -0.12,
          bevel: 0.05,
          material: STONE,
        }),
        ...(quality.version === "v3" ? looseStones(x, z, spec.side, random) : []),
      ],
      materials: [undefined, undefined, { reflectance: 0.04, roughness: 0.4 }],
      key: new KeyLight({
        direction: [sky.sun[0] * 1.3, Math.max(0.42, sky.sun[1] * 1.25), sky.sun[2]],
        angle: 0.06,
        color: scaled(atmosphere.direct, 0.8),
      }),
      bounce: 0.55,
      subjectLight: 0.9 / Math.max(1, atmosphere.exposure) ** 1.5,
      albedo(hit, coarse, out) {
        const k = coarse ? 1 : country.ground.tone(hit.x, hit.z + hit.y * 2.3);
        out[0] = country.ground.color[0] * k;
        out[1] = country.ground.color[1] * k;
        out[2] = country.ground.color[2] * k;
      },
      bump(hit) {
        const top = hit.ny > 0.5;
        tiltBy(hit, country.ground.height, hit.x, hit.z + hit.y * 1.3, 0.004, 1, top ? 1 : 0.2);
        return true;
      },
      environment(dx, dy, dz, out) {
        sky.gradient(dx, Math.max(dy, 0.02), dz, out);
        if (dy < 0) {
          for (let c = 0; c < 3; c++) (out[c] as number) *= 0.25;
        } else if (dz > 0.2 && dy < 0.35) {
          const px = (camera.focalPx * dx) / dz + camera.centreXPx;
          const py = camera.horizonPx - (camera.focalPx * dy) / dz;
          const share = clamp((0.35 - dy) * 8);
          if (px > 0 && px < width && py > 0) {
            for (let c = 0; c < 3; c++) {
              out[c] = lerp(
                out[c] as number,
                sampleBilinear(plate, (px / width) * plate.width, (py / height) * plate.height, c),
                share,
              );
            }
          }
        }
        for (let c = 0; c < 3; c++) out[c] = Math.min(out[c] as number, 6);
      },
      backdrop(u, v, _ray, out) {
        for (let c = 0; c < 3; c++) out[c] = sampleBilinear(plate, u * plate.width - 0.5, v * plate.height - 0.5, c);
      },
    },
    shafts: shaftsFrom(sky, camera.horizonPx / height, width / height),
    air: spec.terrain === "snow" ? "snowfall" : spec.time === "night" ? undefined : "motes",
    aperturePx: atmosphere.stars ? 1.2 : 7,
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
  };
}
