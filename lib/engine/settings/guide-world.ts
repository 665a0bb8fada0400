import type { Look } from "../finish/finish.ts";
import type { GuidePlan } from "../guide/plan-guide.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, meanColor, resized, sampleBilinear } from "../math/float-image.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { mixed, scaled } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { type Camera, cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { KeyLight } from "../tracer/key-light.ts";
import { Sweep } from "../tracer/sweep.ts";

/** The guide comes through in its own colours. */
const LOOK: Look = {
  toneMap: "neutral",
  exposure: 1,
  bloom: 0.015,
  vignette: 0,
  grain: 0.004,
  contrast: 1,
  saturation: 1,
};
/** What noise leaves of the guide is a backdrop with a light of its own, and no even wash. */
const VIGNETTE = 0.3;
const GRAIN = 0.018;
export const GUIDE_TONE_MAP = LOOK.toneMap;

/** Key light of a picture with hard contrasts and of one with none, beside ambient light of 1 from everywhere. */
const KEY = { hard: 2.2, soft: 0.8 } as const;
const SUN = 0.05;
const OVERCAST = 0.2;

/**
 * A guide without words is the set: the product stands on a ground that looks like the guide where no shadow falls. What
 * the product keeps from it and throws on it is all that the ground takes part with.
 */
export function stageGuideWorld({ spec, subject, facts }: StageInput, { plate, strength }: GuidePlan): StagedScene {
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.38, lens: 1.8, layout: 0 });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const light = lightOf(plate, spec.side);
  const brightness = lerp(KEY.soft, KEY.hard, light.hardness);
  const key = new KeyLight({
    direction: [0.75 * light.side, 0.95, light.behind ? 0.5 : -0.3],
    angle: lerp(OVERCAST, SUN, light.hardness),
    color: scaled(light.tint, brightness),
  });
  const unshaded = key.color.map((value) => value * key.direction[1] + 1);
  const seen = (px: number, py: number, c: number) =>
    sampleBilinear(plate, (px / camera.widthPx) * plate.width - 0.5, (py / camera.heightPx) * plate.height - 0.5, c);
  const level = clamp(2 * light.luminance, 0.2, 1);
  return {
    scene: {
      camera,
      subject: proxy,
      sweep: new Sweep(0),
      shapes: [],
      materials: [],
      key,
      bounce: 0.4,
      subjectLight: 0.6,
      albedo({ x, y, z }, _coarse, out) {
        const [px, py] = placeOf(camera, x, y, z);
        for (let c = 0; c < 3; c++) out[c] = seen(px, py, c) / (unshaded[c] as number);
      },
      environment(_dx, _dy, _dz, out) {
        out.fill(1);
      },
      backdrop(u, v, _ray, out) {
        for (let c = 0; c < 3; c++) out[c] = seen(u * camera.widthPx, v * camera.heightPx, c);
      },
    },
    aperturePx: 0,
    look: { ...LOOK, vignette: VIGNETTE * (1 - strength), grain: lerp(GRAIN, LOOK.grain, strength) },
    elementLight: {
      direction: [0.6 * light.side, -0.62, light.behind ? 0.3 : 0.55],
      color: scaled(light.tint, 1.15 * level),
      ambient: scaled(light.tint, 0.5 * level),
      rim: scaled(light.tint, (light.behind ? 0.7 : 0.35) * level),
    },
  };
}

function placeOf({ focalPx, centreXPx, horizonPx, height }: Camera, x: number, y: number, z: number) {
  return [centreXPx + (focalPx * x) / z, horizonPx - (focalPx * (y - height)) / z] as const;
}

const SMALL = 32;
/** Halves of a picture that differ by this share in brightness tell the light's side. */
const CLEAR_SIDE = 0.08;
/** The brightest twentieth this many times as bright as the mean, in the upper part, is the light itself. */
const LAMP = 2.4;

/** What a picture tells about the light in it; `fallback` is the side where its halves do not differ. */
function lightOf(plate: FloatImage, fallback: number) {
  const small = resized(plate, SMALL, SMALL);
  const { data } = small;
  const mean = meanColor(small);
  const cells = Array.from({ length: SMALL ** 2 }, (_, i) => ({
    x: (i % SMALL) / SMALL - 0.5,
    y: Math.floor(i / SMALL) / SMALL,
    bright: luminance(data[i * 3] as number, data[i * 3 + 1] as number, data[i * 3 + 2] as number),
  }));
  const overall = luminance(...mean) + 1e-4;
  const lean = cells.reduce((sum, { x, bright }) => sum + Math.sign(x) * bright, 0) / (cells.length * overall);
  const spread =
    Math.sqrt(cells.reduce((sum, { bright }) => sum + (bright - overall) ** 2, 0) / cells.length) / overall;
  const brightest = cells.toSorted((a, b) => b.bright - a.bright).slice(0, Math.ceil(cells.length / 20));
  const share = (of: (cell: (typeof cells)[number]) => number) =>
    brightest.reduce((sum, cell) => sum + of(cell), 0) / brightest.length;
  const white = scaled(mean, 1 / overall);
  return {
    luminance: overall,
    side: Math.abs(lean) > CLEAR_SIDE ? Math.sign(lean) : fallback,
    behind: share(({ bright }) => bright) > LAMP * overall && share(({ y }) => y) < 0.55,
    hardness: smoothstep(0.15, 0.8, spread),
    tint: mixed([1, 1, 1], white, 0.45),
  };
}
