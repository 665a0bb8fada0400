import type { Look } from "../finish/finish.ts";
import { assertFinite } from "../math/float-image.ts";
import { seededRandom } from "../math/random.ts";
import type { Vec3 } from "../math/vector.ts";
import { lightProbe } from "../probes/light-probe.ts";
import type { ProbeName } from "../scene-spec.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { KeyLight } from "../tracer/key-light.ts";
import { goboNamed } from "./gobo-named.ts";
import { tableScene } from "./table-scene.ts";

interface Place {
  /** Directions worth looking at, in degrees. */
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
  readonly toneMap: Look["toneMap"];
  readonly depth: number;
}

const PLACES: Record<ProbeName, Place> = {
  forest: {
    yaws: [195, 150, 25],
    fieldOfView: 70,
    horizon: 0.52,
    blurPx: 11,
    sparkle: 5,
    gain: 0.6,
    key: { direction: [0.75, 0.85, 0.3], color: [3.4, 2.9, 2.1] },
    luminance: 0.28,
    toneMap: "filmic",
    depth: 2.2,
  },
  apartment: {
    yaws: [104, 78, 128],
    fieldOfView: 70,
    horizon: 0.44,
    blurPx: 8,
    sparkle: 0,
    gain: 0.8,
    key: { direction: [0.85, 0.8, -0.3], color: [2.6, 2.35, 2] },
    luminance: 0.44,
    toneMap: "neutral",
    depth: 2.2,
  },
  sunrise: {
    yaws: [62, 70, 78],
    fieldOfView: 60,
    horizon: 0.42,
    blurPx: 6,
    sparkle: 1,
    gain: 1,
    key: { direction: [0.6, 0.5, 0.55], color: [3.2, 2.3, 1.3] },
    luminance: 0.25,
    toneMap: "filmic",
    depth: 1.9,
  },
  park: {
    yaws: [-75, -20, 90, 160],
    fieldOfView: 62,
    horizon: 0.44,
    blurPx: 8,
    sparkle: 1.5,
    gain: 0.9,
    key: { direction: [0.65, 0.85, 0.2], color: [3, 2.8, 2.3] },
    luminance: 0.34,
    toneMap: "filmic",
    depth: 1.9,
  },
  city: {
    yaws: [0, 50, -70],
    fieldOfView: 66,
    horizon: 0.46,
    blurPx: 9,
    sparkle: 2,
    gain: 1,
    plateGain: 2.4,
    key: { direction: [0.6, 0.95, -0.3], color: [1.5, 1.5, 1.5] },
    luminance: 0.38,
    toneMap: "neutral",
    depth: 2,
  },
  sunset: {
    yaws: [60, 25, 95],
    fieldOfView: 62,
    horizon: 0.43,
    blurPx: 7,
    sparkle: 2,
    gain: 0.9,
    key: { direction: [0.6, 0.55, 0.4], color: [2.6, 2, 1.4] },
    luminance: 0.32,
    toneMap: "filmic",
    depth: 2,
  },
};

const PLATE_WIDTH = 384;

/** Wood, marble, stone or plaster before a photographed place out of focus, lit by that place. */
export function stageTable({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { width, height } = subject;
  const place = PLACES[spec.probe];
  const camera = cameraFor(facts, width, height, { horizon: 0.4, lens: 1.7 });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const yaw = (place.yaws[spec.layout % place.yaws.length] as number) + (random() - 0.5) * 8;
  const probe = lightProbe(spec.probe);
  const plate = probe.plate({
    yaw,
    fieldOfView: place.fieldOfView,
    horizon: place.horizon,
    aspect: width / height,
    width: quality.version === "v3" ? Math.round(PLATE_WIDTH * 1.5) : PLATE_WIDTH,
    blurPx: place.blurPx * (quality.version === "v3" ? 1.5 : 1) * spec.softness,
    sparkle: place.sparkle,
  });
  if (place.plateGain) for (let i = 0; i < plate.data.length; i++) (plate.data[i] as number) *= place.plateGain;
  assertFinite(plate, "backdrop plate");
  const [kx, ky, kz] = place.key.direction;
  return tableScene({
    camera,
    subject: proxy,
    support: spec.support,
    seed: spec.seed,
    plate,
    depth: place.depth + 0.3 * random(),
    key: new KeyLight({
      direction: [kx * spec.side, ky, kz],
      angle: 0.045,
      color: place.key.color,
      gobo: goboNamed(spec.gobo, spec.seed),
      goboCentre: [proxy?.centreX ?? 0, 0.4, camera.distance + 0.8],
    }),
    ambientLight(dx, dy, dz, out) {
      probe.light(dx, dy, dz, yaw, out);
      for (let c = 0; c < 3; c++) (out[c] as number) *= place.gain;
    },
    aperturePx: 5,
    look: {
      toneMap: place.toneMap,
      exposure: 1,
      targetLuminance: place.luminance,
      bloom: 0.06,
      vignette: 0.1,
      grain: 0.009,
      contrast: place.toneMap === "filmic" ? 1.1 : 1.02,
      saturation: place.toneMap === "filmic" ? 1.1 : 1.04,
    },
    elementLight: {
      direction: [0.6 * spec.side, -0.6, 0.5],
      color: [place.key.color[0] * 0.5, place.key.color[1] * 0.5, place.key.color[2] * 0.5],
      ambient: [0.5, 0.5, 0.48],
      rim: [0.5, 0.47, 0.4],
    },
  });
}
