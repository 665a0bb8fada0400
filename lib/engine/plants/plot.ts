import type { Vec3 } from "../math/vector.ts";
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

/** Colour of an upright thin thing in the light: the sun shines on it and through it. */
export function litColor(plot: Plot, color: Vec3, light: number, share: number): Vec3 {
  const { key } = plot.scene;
  const at = (c: 0 | 1 | 2) => color[c] * (key.color[c] * light * 0.62 + plot.ambient[c]) * share;
  return [at(0), at(1), at(2)];
}
