import type { RgbOut } from "../math/color.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { Ray } from "../tracer/ray.ts";
import { occluded, type Scene } from "../tracer/scene.ts";
import type { ShadedPicture } from "../tracer/shade-pass.ts";

/** Where things grow, and the light they grow in: a picture that is being planted. */
export interface Plot {
  readonly scene: Scene;
  readonly picture: ShadedPicture;
  /** Height of the ground, in world units. */
  readonly groundAt: (x: number, z: number) => number;
  /** Soft light on things that stand up, linear RGB. */
  readonly ambient: Vec3;
  readonly random: () => number;
}

export interface Spot {
  readonly x: number;
  readonly z: number;
  readonly y: number;
  /** In the picture, pixels; `unitPx` is the length of a world unit there. */
  readonly px: number;
  readonly py: number;
  readonly unitPx: number;
}

export function spotAt({ scene: { camera }, groundAt }: Plot, x: number, z: number): Spot {
  const y = groundAt(x, z);
  const unitPx = camera.focalPx / z;
  return { x, y, z, px: camera.centreXPx + x * unitPx, py: camera.horizonPx + (camera.height - y) * unitPx, unitPx };
}

const ray = new Ray();

/** Share of the key light that reaches a point `lift` above a spot. */
export function lightOn({ scene }: Plot, { x, y, z }: Spot, lift: number): number {
  const { key } = scene;
  [ray.dx, ray.dy, ray.dz] = key.direction;
  ray.ox = x;
  ray.oy = y + lift;
  ray.oz = z;
  return occluded(scene, ray) ? 0 : key.throughGobo(x, y + lift, z);
}

const airColor: RgbOut = new Float64Array(3);

/** A lit colour as it is seen through the scene's haze from the camera. */
export function throughAir({ scene: { haze, camera } }: Plot, color: Vec3, { px, x, y, z }: Spot): Vec3 {
  const way = haze ? Math.hypot(x, camera.height - y, z) - haze.from : 0;
  if (!haze || way <= 0) return color;
  haze.color(Math.min(1, Math.max(0, px / camera.widthPx)), airColor);
  return mixed(
    color,
    [airColor[0] as number, airColor[1] as number, airColor[2] as number],
    1 - Math.exp(-way * haze.perUnit),
  );
}

/** Colour of an upright thin thing in the light: the sun shines on it and through it. */
export function litColor(plot: Plot, color: Vec3, light: number, share: number): Vec3 {
  const { key } = plot.scene;
  const at = (c: 0 | 1 | 2) => color[c] * (key.color[c] * light * 0.62 + plot.ambient[c]) * share;
  return [at(0), at(1), at(2)];
}
