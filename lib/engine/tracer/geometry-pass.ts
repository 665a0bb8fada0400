import type { Camera } from "../subject/camera.ts";
import { FAR, Hit, Ray } from "./ray.ts";
import { type Scene, trace } from "./scene.ts";

/** What the camera sees at a reduced resolution; light is sampled and denoised here. */
export interface GeometryBuffer {
  readonly width: number;
  readonly height: number;
  /** Full-resolution pixels per pixel. */
  readonly scale: number;
  /** Distance along the ray; FAR where the backdrop is seen. */
  readonly depth: Float32Array;
  /** -1 where the backdrop is seen. */
  readonly material: Int16Array;
  readonly normal: Float32Array;
  readonly position: Float32Array;
}

/** Ray from the camera through a point of the picture, in full-resolution pixels. */
export function aimCamera(camera: Camera, ray: Ray, x: number, y: number): void {
  const dx = (x - camera.centreXPx) / camera.focalPx;
  const dy = (camera.horizonPx - y) / camera.focalPx;
  const k = 1 / Math.sqrt(dx * dx + dy * dy + 1);
  ray.ox = 0;
  ray.oy = camera.height;
  ray.oz = 0;
  ray.dx = dx * k;
  ray.dy = dy * k;
  ray.dz = k;
}

export function traceGeometry(scene: Scene, scale: number): GeometryBuffer {
  const { camera } = scene;
  const width = Math.ceil(camera.widthPx / scale);
  const height = Math.ceil(camera.heightPx / scale);
  const count = width * height;
  const buffer: GeometryBuffer = {
    width,
    height,
    scale,
    depth: new Float32Array(count).fill(FAR),
    material: new Int16Array(count).fill(-1),
    normal: new Float32Array(count * 3),
    position: new Float32Array(count * 3),
  };
  const ray = new Ray();
  const hit = new Hit();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      aimCamera(camera, ray, (x + 0.5) * scale, (y + 0.5) * scale);
      hit.t = FAR;
      if (!trace(scene, ray, hit, false)) continue;
      const i = y * width + x;
      buffer.depth[i] = hit.t;
      buffer.material[i] = hit.material;
      buffer.normal[i * 3] = hit.nx;
      buffer.normal[i * 3 + 1] = hit.ny;
      buffer.normal[i * 3 + 2] = hit.nz;
      buffer.position[i * 3] = hit.x;
      buffer.position[i * 3 + 1] = hit.y;
      buffer.position[i * 3 + 2] = hit.z;
    }
  }
  return buffer;
}
