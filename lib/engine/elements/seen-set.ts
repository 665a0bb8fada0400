import type { Vec3 } from "../math/vector.ts";
import type { Camera } from "../subject/camera.ts";
import { BACKDROP_DEPTH } from "../tracer/shade-pass.ts";

/** The larger side of the grid: shadows are soft. */
const GRID_SIDE = 384;

/** The key light as it falls on a set: towards the light, y up, z into the picture. */
export interface Lit {
  readonly direction: Vec3;
  readonly color: Vec3;
}

/** What the camera sees of a set, on a coarse grid. */
export interface SeenSet {
  readonly camera: Camera;
  readonly key: Lit;
  readonly width: number;
  readonly height: number;
  /** Picture pixels per cell. */
  readonly step: number;
  /** World position of each cell's surface, three numbers a cell; z is 0 where the backdrop is seen. */
  readonly position: Float32Array;
  /** Cosine between each cell's surface and the light, 0 to 1. */
  readonly facing: Float32Array;
}

/** `depth`: distance along the ray through each pixel of the picture. */
export function seenSet(camera: Camera, key: Lit, depth: Float32Array): SeenSet {
  const { widthPx, heightPx, focalPx, centreXPx, horizonPx } = camera;
  const step = Math.max(1, Math.floor(Math.max(widthPx, heightPx) / GRID_SIDE));
  const width = Math.ceil(widthPx / step);
  const height = Math.ceil(heightPx / step);
  const position = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const px = Math.min(widthPx - 1, x * step + (step >> 1));
      const py = Math.min(heightPx - 1, y * step + (step >> 1));
      const along = depth[py * widthPx + px] as number;
      if (along >= BACKDROP_DEPTH * 0.9) continue;
      const dx = (px + 0.5 - centreXPx) / focalPx;
      const dy = (horizonPx - py - 0.5) / focalPx;
      const z = along / Math.sqrt(dx * dx + dy * dy + 1);
      position.set([dx * z, camera.height + dy * z, z], (y * width + x) * 3);
    }
  }
  return { camera, key, width, height, step, position, facing: facingOf(position, width, height, key.direction) };
}

/** Normals from the neighbours' positions. */
function facingOf(position: Float32Array, width: number, height: number, towards: Vec3): Float32Array {
  const facing = new Float32Array(width * height);
  const difference = (from: number, to: number): Vec3 => [
    (position[to * 3] as number) - (position[from * 3] as number),
    (position[to * 3 + 1] as number) - (position[from * 3 + 1] as number),
    (position[to * 3 + 2] as number) - (position[from * 3 + 2] as number),
  ];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (!position[i * 3 + 2]) continue;
      const [ax, ay, az] = x + 1 < width ? difference(i, i + 1) : difference(i - 1, i);
      const [bx, by, bz] = y > 0 ? difference(i, i - width) : difference(i + width, i);
      const [nx, ny, nz] = [by * az - bz * ay, bz * ax - bx * az, bx * ay - by * ax];
      const length = Math.hypot(nx, ny, nz);
      // Flat, or at the border of a picture one cell wide.
      if (!(length > 0)) continue;
      const cosine = (nx * towards[0] + ny * towards[1] + nz * towards[2]) / length;
      facing[i] = Math.min(1, Math.max(0, cosine));
    }
  }
  return facing;
}
