import { type FloatImage, floatImage } from "../math/float-image.ts";
import { hash2 } from "../math/noise.ts";
import { aimCamera, type GeometryBuffer } from "./geometry-pass.ts";
import { FAR, Hit, Ray } from "./ray.ts";
import { occluded, type Scene, shadeSecondary, trace } from "./scene.ts";

/**
 * Monte Carlo light at the geometry buffer's resolution. Samples follow the R2 sequence (Roberts 2018), shifted by a
 * hash of the pixel: no state, so neither tiles nor threads can change the result.
 */
const R2_X = 0.7548776662;
const R2_Y = 0.569840291;
const OFFSET = 2e-3;
/** Share of the shadow rays that every pixel gets. */
const FIRST_SHARE = 0.35;

const ray = new Ray();
const hit = new Hit();
const out = new Float64Array(3);
const frame = new Float64Array(6);

/** Two vectors that complete a unit normal to a basis (Duff et al. 2017). */
function completeBasis(nx: number, ny: number, nz: number): void {
  const sign = nz >= 0 ? 1 : -1;
  const a = -1 / (sign + nz);
  const b = nx * ny * a;
  frame[0] = 1 + sign * nx * nx * a;
  frame[1] = sign * b;
  frame[2] = -sign * nx;
  frame[3] = b;
  frame[4] = sign + ny * ny * a;
  frame[5] = -ny;
}

function startAt(buffer: GeometryBuffer, i: number): void {
  ray.ox = (buffer.position[i * 3] as number) + (buffer.normal[i * 3] as number) * OFFSET;
  ray.oy = (buffer.position[i * 3 + 1] as number) + (buffer.normal[i * 3 + 1] as number) * OFFSET;
  ray.oz = (buffer.position[i * 3 + 2] as number) + (buffer.normal[i * 3 + 2] as number) * OFFSET;
}

/** Cosine times visibility of the key light, one channel. */
export function traceDirect(scene: Scene, buffer: GeometryBuffer, samples: number): FloatImage {
  const { width, height } = buffer;
  const image = floatImage(width, height, 1);
  const { key } = scene;
  const first = Math.min(samples, Math.ceil(samples * FIRST_SHARE) + 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if ((buffer.material[i] as number) < 0) continue;
      const nx = buffer.normal[i * 3] as number;
      const ny = buffer.normal[i * 3 + 1] as number;
      const nz = buffer.normal[i * 3 + 2] as number;
      if (nx * key.direction[0] + ny * key.direction[1] + nz * key.direction[2] < -0.1) continue;
      startAt(buffer, i);
      const h1 = hash2(x, y);
      const h2 = hash2(x + 911, y + 577);
      let sum = 0;
      let lit = 0;
      let count = 0;
      // Where the first rays agree, all light or all shadow, the others would too: penumbras are few.
      for (; count < samples && (count < first || (lit > 0 && lit < count)); count++) {
        key.aim(ray, (h1 + count * R2_X) % 1, (h2 + count * R2_Y) % 1);
        const cosine = nx * ray.dx + ny * ray.dy + nz * ray.dz;
        if (cosine <= 0 || occluded(scene, ray)) continue;
        sum += cosine;
        lit++;
      }
      image.data[i] = sum / count;
    }
  }
  return image;
}

/** Light from everywhere else over a cosine hemisphere, one bounce; RGB. */
export function traceIndirect(scene: Scene, buffer: GeometryBuffer, samples: number): FloatImage {
  const { width, height } = buffer;
  const image = floatImage(width, height, 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if ((buffer.material[i] as number) < 0) continue;
      const nx = buffer.normal[i * 3] as number;
      const ny = buffer.normal[i * 3 + 1] as number;
      const nz = buffer.normal[i * 3 + 2] as number;
      completeBasis(nx, ny, nz);
      startAt(buffer, i);
      const h1 = hash2(x + 3313, y + 71);
      const h2 = hash2(x + 17, y + 4441);
      let r = 0;
      let g = 0;
      let b = 0;
      for (let s = 0; s < samples; s++) {
        const r1 = (h1 + s * R2_X) % 1;
        const phi = 2 * Math.PI * ((h2 + s * R2_Y) % 1);
        const sin = Math.sqrt(r1);
        const up = Math.sqrt(1 - r1);
        gather(scene, nx, ny, nz, Math.cos(phi) * sin, Math.sin(phi) * sin, up, h2, r1);
        r += out[0] as number;
        g += out[1] as number;
        b += out[2] as number;
      }
      image.data[i * 3] = r / samples;
      image.data[i * 3 + 1] = g / samples;
      image.data[i * 3 + 2] = b / samples;
    }
  }
  return image;
}

/** Shoots from the point set by `startAt` along a direction given in the basis of `completeBasis`. */
function gather(
  scene: Scene,
  nx: number,
  ny: number,
  nz: number,
  a: number,
  b: number,
  up: number,
  r1: number,
  r2: number,
): void {
  ray.dx = (frame[0] as number) * a + (frame[3] as number) * b + nx * up;
  ray.dy = (frame[1] as number) * a + (frame[4] as number) * b + ny * up;
  ray.dz = (frame[2] as number) * a + (frame[5] as number) * b + nz * up;
  hit.t = FAR;
  if (trace(scene, ray, hit, true)) shadeSecondary(scene, hit, r1, r2, out);
  else scene.environment(ray.dx, ray.dy, ray.dz, out);
}

/** Mirror light for materials that have a reflectance: GGX-jittered reflections; RGB. */
export function traceSpecular(scene: Scene, buffer: GeometryBuffer, samples: number): FloatImage {
  const { width, height, scale } = buffer;
  const image = floatImage(width, height, 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const material = scene.materials[buffer.material[i] as number];
      if (!material || material.reflectance <= 0 || material.live) continue;
      const nx = buffer.normal[i * 3] as number;
      const ny = buffer.normal[i * 3 + 1] as number;
      const nz = buffer.normal[i * 3 + 2] as number;
      aimCamera(scene.camera, ray, (x + 0.5) * scale, (y + 0.5) * scale);
      const vx = ray.dx;
      const vy = ray.dy;
      const vz = ray.dz;
      completeBasis(nx, ny, nz);
      startAt(buffer, i);
      const h1 = hash2(x, y);
      const h2 = hash2(x + 3313, y + 71);
      const alpha = material.roughness * material.roughness;
      const count = material.roughness > 0.02 ? samples : 1;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let s = 0; s < count; s++) {
        const r1 = ((h1 + s * R2_X) % 1) * 0.98;
        const phi = 2 * Math.PI * ((h2 + s * R2_Y) % 1);
        const cos = Math.sqrt(Math.max(0, (1 - r1) / (1 + (alpha * alpha - 1) * r1)));
        // Rounding can leave cos a hair above 1.
        const sin = Math.sqrt(Math.max(0, 1 - cos * cos));
        const ca = Math.cos(phi) * sin;
        const cb = Math.sin(phi) * sin;
        const mx = (frame[0] as number) * ca + (frame[3] as number) * cb + nx * cos;
        const my = (frame[1] as number) * ca + (frame[4] as number) * cb + ny * cos;
        const mz = (frame[2] as number) * ca + (frame[5] as number) * cb + nz * cos;
        const d = 2 * (vx * mx + vy * my + vz * mz);
        ray.dx = vx - d * mx;
        ray.dy = vy - d * my;
        ray.dz = vz - d * mz;
        hit.t = FAR;
        if (trace(scene, ray, hit, true)) shadeSecondary(scene, hit, h2, h1, out);
        else scene.environment(ray.dx, ray.dy, ray.dz, out);
        r += out[0] as number;
        g += out[1] as number;
        b += out[2] as number;
      }
      image.data[i * 3] = r / count;
      image.data[i * 3 + 1] = g / count;
      image.data[i * 3 + 2] = b / count;
    }
  }
  return image;
}
