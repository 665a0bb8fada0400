import type { RgbOut } from "../math/color.ts";
import { type FloatImage, floatImage } from "../math/float-image.ts";
import { clamp } from "../math/scalar.ts";
import { addSeenThrough } from "./clear.ts";
import { aimCamera, type GeometryBuffer } from "./geometry-pass.ts";
import { FAR, Hit, placeHit, Ray } from "./ray.ts";
import { type Haze, type Material, type Scene, shadeSecondary, trace } from "./scene.ts";

/** Denoised light on a geometry buffer: direct (1 channel), indirect and specular (3 channels each). */
export interface SampledLight {
  readonly geometry: GeometryBuffer;
  readonly direct: FloatImage;
  readonly indirect: FloatImage;
  readonly specular: FloatImage;
}

/** Linear HDR picture and, per pixel, the distance of what it shows. */
export interface ShadedPicture {
  readonly color: FloatImage;
  readonly depth: Float32Array;
}

/** Stands for "as far as can be" in the depth map: finite, so that lens blur can be computed with it. */
export const BACKDROP_DEPTH = 30;

const ray = new Ray();
const hit = new Hit();
const mirror = new Ray();
const mirrorHit = new Hit();
const out: RgbOut = new Float64Array(3);
const albedo: RgbOut = new Float64Array(3);
/** direct, indirect RGB, specular RGB at the point being shaded. */
const light = new Float64Array(7);

/** Full-resolution colour times the sampled light; `antialias` squared rays where the geometry has an edge, else one. */
export function shade(scene: Scene, sampled: SampledLight, antialias: number): ShadedPicture {
  const { camera } = scene;
  const { widthPx: width, heightPx: height } = camera;
  const color = floatImage(width, height, 3);
  const depth = new Float32Array(width * height);
  const edges = edgeMap(sampled.geometry, scene);
  const { scale } = sampled.geometry;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const coarse = ((y / scale) | 0) * sampled.geometry.width + ((x / scale) | 0);
      const rays = edges[coarse] ? antialias : 1;
      // Away from edges the relief is where its neighbourhood says: no need to march there again.
      const guess = rays === 1 && sampled.geometry.material[coarse] === scene.field?.material ? coarse : -1;
      let r = 0;
      let g = 0;
      let b = 0;
      let z = 0;
      for (let sy = 0; sy < rays; sy++) {
        for (let sx = 0; sx < rays; sx++) {
          z += shadePoint(scene, sampled, x + (sx + 0.5) / rays, y + (sy + 0.5) / rays, guess);
          r += out[0] as number;
          g += out[1] as number;
          b += out[2] as number;
        }
      }
      const share = 1 / (rays * rays);
      const i = y * width + x;
      color.data[i * 3] = r * share;
      color.data[i * 3 + 1] = g * share;
      color.data[i * 3 + 2] = b * share;
      depth[i] = z * share;
    }
  }
  return { color, depth };
}

/** `guess`: the sampled pixel whose relief this point is on, or -1. */
function shadePoint(scene: Scene, sampled: SampledLight, x: number, y: number, guess: number): number {
  const { camera } = scene;
  aimCamera(camera, ray, x, y);
  hit.t = FAR;
  if (guess >= 0 && scene.field?.intersectFrom(ray, hit, nearestAround(sampled.geometry, guess))) placeHit(ray, hit);
  else if (!trace(scene, ray, hit, false)) {
    scene.backdrop(x / camera.widthPx, y / camera.heightPx, ray, out);
    return BACKDROP_DEPTH;
  }
  if (scene.emission?.(hit, ray, out)) return hit.t;
  gatherLight(sampled, x, y);
  const { key } = scene;
  const gx = hit.nx;
  const gy = hit.ny;
  const gz = hit.nz;
  let direct = (light[0] as number) * key.throughGobo(hit.x, hit.y, hit.z);
  const upright = hit.ny > 0.9 && Math.abs(hit.y - (scene.subject?.elevation ?? 0)) < 0.02;
  if (scene.bump?.(hit)) {
    const flat = Math.max(0.12, gx * key.direction[0] + gy * key.direction[1] + gz * key.direction[2]);
    const bumped = Math.max(0, hit.nx * key.direction[0] + hit.ny * key.direction[1] + hit.nz * key.direction[2]);
    direct *= Math.min(bumped / flat, 2.5);
  }
  scene.albedo(hit, false, albedo);
  out[0] = (albedo[0] as number) * (direct * key.color[0] + (light[1] as number));
  out[1] = (albedo[1] as number) * (direct * key.color[1] + (light[2] as number));
  out[2] = (albedo[2] as number) * (direct * key.color[2] + (light[3] as number));
  const material = scene.materials[hit.material];
  if (material?.clear) addSeenThrough(scene, ray, hit, out);
  if (material && material.reflectance > 0) addReflection(scene, material, direct);
  if (upright && scene.subject) {
    const share = scene.subject.contact(hit.x, hit.z);
    for (let c = 0; c < 3; c++) (out[c] as number) *= share;
  }
  if (scene.haze) addHaze(scene.haze, x / camera.widthPx);
  return hit.t;
}

function addHaze({ from, perUnit, color }: Haze, u: number): void {
  if (hit.t <= from) return;
  const share = 1 - Math.exp((from - hit.t) * perUnit);
  color(u, mirrorOut);
  for (let c = 0; c < 3; c++) out[c] = (out[c] as number) + ((mirrorOut[c] as number) - (out[c] as number)) * share;
}

/** Joint bilateral gather of the four nearest light samples: bilinear, kept within the surface. */
function gatherLight({ geometry, direct, indirect, specular }: SampledLight, x: number, y: number): void {
  const { width, height, scale, material, normal, position } = geometry;
  const lx = x / scale - 0.5;
  const ly = y / scale - 0.5;
  const ix = Math.floor(lx);
  const iy = Math.floor(ly);
  light.fill(0);
  let total = 1e-12;
  for (let j = 0; j < 2; j++) {
    for (let i = 0; i < 2; i++) {
      const tx = ix + i < 0 ? 0 : ix + i >= width ? width - 1 : ix + i;
      const ty = iy + j < 0 ? 0 : iy + j >= height ? height - 1 : iy + j;
      const t = ty * width + tx;
      if ((material[t] as number) < 0) continue;
      const t3 = t * 3;
      const along =
        hit.nx * (normal[t3] as number) + hit.ny * (normal[t3 + 1] as number) + hit.nz * (normal[t3 + 2] as number);
      const off = Math.abs(
        ((position[t3] as number) - hit.x) * hit.nx +
          ((position[t3 + 1] as number) - hit.y) * hit.ny +
          ((position[t3 + 2] as number) - hit.z) * hit.nz,
      );
      const along2 = along > 0 ? along * along : 0;
      const along4 = along2 * along2;
      const bilinear = (i ? lx - ix : 1 - lx + ix) * (j ? ly - iy : 1 - ly + iy) + 1e-3;
      const weight = bilinear * (along4 * along4 + 1e-5) * Math.exp(-60 * off) + 1e-9;
      total += weight;
      (light[0] as number) += weight * (direct.data[t] as number);
      (light[1] as number) += weight * (indirect.data[t3] as number);
      (light[2] as number) += weight * (indirect.data[t3 + 1] as number);
      (light[3] as number) += weight * (indirect.data[t3 + 2] as number);
      (light[4] as number) += weight * (specular.data[t3] as number);
      (light[5] as number) += weight * (specular.data[t3 + 1] as number);
      (light[6] as number) += weight * (specular.data[t3 + 2] as number);
    }
  }
  const share = 1 / total;
  for (let c = 0; c < 7; c++) (light[c] as number) *= share;
}

function addReflection(scene: Scene, material: Material, direct: number): void {
  const { key } = scene;
  const cosine = -(ray.dx * hit.nx + ray.dy * hit.ny + ray.dz * hit.nz);
  const grazing = (1 - clamp(cosine)) ** 5;
  const fresnel = material.reflectance + (1 - material.reflectance) * grazing * (1 - material.roughness * 0.8);
  if (material.live) traceMirror(scene);
  const keep = material.metal ? 0 : 1 - fresnel;
  // Satin's threads colour what they mirror, and keep its brightness.
  const tint = material.metal
    ? 1 / material.reflectance
    : material.satin
      ? 1 / Math.max(albedo[0] as number, albedo[1] as number, albedo[2] as number, 0.05)
      : 0;
  for (let c = 0; c < 3; c++)
    out[c] = (out[c] as number) * keep + fresnel * (light[4 + c] as number) * (tint ? (albedo[c] as number) * tint : 1);
  // The key light's own highlight (GGX), capped: a few white pixels must not become a bloom.
  const hx = key.direction[0] - ray.dx;
  const hy = key.direction[1] - ray.dy;
  const hz = key.direction[2] - ray.dz;
  const cosHalf = Math.max(0, hx * hit.nx + hy * hit.ny + hz * hit.nz) / Math.sqrt(hx * hx + hy * hy + hz * hz + 1e-12);
  const alpha = Math.max(material.roughness * material.roughness, 0.03);
  const spread = cosHalf * cosHalf * (alpha * alpha - 1) + 1;
  const highlight = Math.min(((alpha * alpha) / (Math.PI * spread * spread)) * fresnel * 0.75 * direct, 6);
  for (let c = 0; c < 3; c++)
    (out[c] as number) += highlight * (key.color[c] as number) * (material.satin ? (albedo[c] as number) * tint : 1);
}

/** One mirror ray with the bumped normal, into the specular slots of `light`. */
function traceMirror(scene: Scene): void {
  const d = 2 * (ray.dx * hit.nx + ray.dy * hit.ny + ray.dz * hit.nz);
  mirror.ox = hit.x;
  mirror.oy = hit.y + 1e-3;
  mirror.oz = hit.z;
  mirror.dx = ray.dx - d * hit.nx;
  mirror.dy = Math.abs(ray.dy - d * hit.ny) + 1e-3;
  mirror.dz = ray.dz - d * hit.nz;
  mirrorHit.t = FAR;
  if (trace(scene, mirror, mirrorHit, true)) shadeSecondary(scene, mirrorHit, 0.5, 0.5, mirrorOut);
  else scene.environment(mirror.dx, mirror.dy, mirror.dz, mirrorOut);
  light[4] = mirrorOut[0] as number;
  light[5] = mirrorOut[1] as number;
  light[6] = mirrorOut[2] as number;
}

/** A little nearer than the nearest of a sampled pixel and its neighbours. */
function nearestAround({ width, height, depth }: GeometryBuffer, i: number): number {
  const x = i % width;
  const y = (i - x) / width;
  let nearest = depth[i] as number;
  for (let j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++)
    for (let k = Math.max(0, x - 1); k <= Math.min(width - 1, x + 1); k++)
      nearest = Math.min(nearest, depth[j * width + k] as number);
  return nearest * 0.99;
}

const mirrorOut: RgbOut = new Float64Array(3);

/** Planes are straight lines in 1 / distance: a kink of more than this share is a fold's or a dune's outline. */
const KINK = 0.025;

/** 1 where a neighbour shows another material, bends away, lies more than 12% nearer or farther, beyond a kink, or in what is clear. */
function edgeMap({ width, height, depth, material, normal }: GeometryBuffer, { materials }: Scene): Uint8Array {
  const edges = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const kinked = (a: number, b: number) =>
        Math.abs((depth[i] as number) / (depth[a] as number) + (depth[i] as number) / (depth[b] as number) - 2) > KINK;
      if (materials[material[i] as number]?.clear) edges[i] = 1;
      const inside = x > 0 && y > 0 && x < width - 1 && y < height - 1;
      if (inside && (kinked(i - 1, i + 1) || kinked(i - width, i + width))) edges[i] = 1;
      for (let j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
        for (let k = Math.max(0, x - 1); k <= Math.min(width - 1, x + 1); k++) {
          const t = j * width + k;
          const along =
            (normal[t * 3] as number) * (normal[i * 3] as number) +
            (normal[t * 3 + 1] as number) * (normal[i * 3 + 1] as number) +
            (normal[t * 3 + 2] as number) * (normal[i * 3 + 2] as number);
          const bent = (material[i] as number) >= 0 && along < 0.97;
          const stepped = Math.abs((depth[t] as number) - (depth[i] as number)) > 0.12 * (depth[i] as number);
          if (material[t] !== material[i] || bent || stepped) edges[i] = 1;
        }
      }
    }
  }
  return edges;
}
