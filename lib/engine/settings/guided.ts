import { blurred } from "../math/blur.ts";
import { luminance } from "../math/color.ts";
import { type FloatImage, resized, sampleBilinear } from "../math/float-image.ts";
import { clamp } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { supportCoat } from "../textures/support-coats.ts";
import { goboNamed } from "./gobo-named.ts";
import type { Surroundings } from "./surroundings.ts";
import { tableScene } from "./table-scene.ts";

const SOFT_SIDE = 32;

/** The prompt's support before a plate made from the guide image, lit from the plate's brighter side in its colours. */
export function stageGuided({ spec, subject, facts }: StageInput, plate: FloatImage): StagedScene {
  const { width, height } = subject;
  const camera = cameraFor(facts, width, height, { horizon: 0.42, lens: 1.7 });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const soft = blurred(resized(plate, SOFT_SIDE, SOFT_SIDE), 2);
  const light = lightOf(soft);
  const side = light.side !== 0 ? light.side : spec.side;
  const tint = (strength: number): Vec3 => [
    light.color[0] * strength,
    light.color[1] * strength,
    light.color[2] * strength,
  ];
  const surroundings: Surroundings = {
    plate,
    key: { direction: [0.6 * side, 0.62, light.behind ? 0.55 : -0.2], angle: 0.06, color: tint(2.4) },
    light(dx, dy, dz, out) {
      // The plate wraps around: what lies behind the camera looks like what lies before it.
      const x = clamp((dx / (Math.abs(dz) + 0.6)) * 0.5 + 0.5) * (SOFT_SIDE - 1);
      const y = clamp(0.42 - dy * 0.5) * (SOFT_SIDE - 1);
      for (let c = 0; c < 3; c++) out[c] = sampleBilinear(soft, x, y, c) * 0.9 + 0.02;
    },
    aperturePx: 4.5,
    look: {
      toneMap: "neutral",
      exposure: 1,
      targetLuminance: clamp(light.mean * 1.1, 0.08, 0.5),
      bloom: 0.07,
      vignette: 0.08,
      grain: 0.008,
      contrast: 1.06,
      saturation: 1.04,
    },
    elementLight: {
      direction: [0.6 * side, -0.58, 0.5],
      color: tint(1.2),
      ambient: [0.3 + 0.25 * light.color[0], 0.3 + 0.22 * light.color[1], 0.3 + 0.22 * light.color[2]],
      rim: tint(0.6),
    },
  };
  return tableScene({
    camera,
    subject: proxy,
    top: supportCoat(spec.support, spec.seed, spec.palette.support),
    surroundings,
    gobo: goboNamed(spec.gobo, spec.seed),
    depth: 1.7,
  });
}

interface PlateLight {
  /** Brightest third's colour, its largest channel 1. */
  readonly color: Vec3;
  readonly side: -1 | 0 | 1;
  /** The brightest part is in the picture's upper middle: a sun or window behind the product. */
  readonly behind: boolean;
  readonly mean: number;
}

function lightOf({ width, height, data }: FloatImage): PlateLight {
  const levels: { at: number; level: number }[] = [];
  let logSum = 0;
  let left = 0;
  let right = 0;
  for (let at = 0; at < width * height; at++) {
    const level = luminance(data[at * 3] as number, data[at * 3 + 1] as number, data[at * 3 + 2] as number);
    levels.push({ at, level });
    logSum += Math.log(level + 0.003);
    if (at % width < width / 2) left += level;
    else right += level;
  }
  levels.sort((a, b) => b.level - a.level || a.at - b.at);
  const bright = levels.slice(0, Math.ceil(levels.length / 3));
  const sum: [number, number, number] = [0, 0, 0];
  for (const { at } of bright) for (let c = 0; c < 3; c++) sum[c as 0 | 1 | 2] += data[at * 3 + c] as number;
  const peak = Math.max(...sum, 1e-6);
  const share = (right - left) / Math.max(1e-6, right + left);
  return {
    color: [sum[0] / peak, sum[1] / peak, sum[2] / peak],
    side: share > 0.06 ? 1 : share < -0.06 ? -1 : 0,
    behind: (levels[0]?.level ?? 0) > 2.2 * Math.exp(logSum / levels.length),
    mean: Math.exp(logSum / levels.length),
  };
}
