import type { RgbOut } from "../math/color.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Hit, Ray } from "../tracer/ray.ts";
import type { Material, Scene } from "../tracer/scene.ts";
import { tiltBy } from "./bump.ts";

/** What a shape is covered with: colour, polish and relief. */
export interface Coat {
  readonly material: Material;
  /** Linear colour at a place; `coarse` without fine texture. Coordinates run along the surface, in world units. */
  color(a: number, b: number, coarse: boolean, out: RgbOut, hit: Hit): void;
  /** Height in world units over the same coordinates, for surfaces that face up or towards the camera. */
  readonly relief?: { height(a: number, b: number): number; readonly step: number } | undefined;
  /** For what shines by itself: the light towards the ray's origin, in place of all that falls on it. */
  glow?(hit: Hit, ray: Ray, out: RgbOut): void;
}

export function plainCoat(color: Vec3, material: Material = { reflectance: 0.03, roughness: 0.5 }): Coat {
  return {
    material,
    color(_a, _b, _coarse, out) {
      out[0] = color[0];
      out[1] = color[1];
      out[2] = color[2];
    },
  };
}

/** Chrome, gold, brass: `color` is what it mirrors of each channel. */
export function metalCoat(color: Vec3, roughness = 0.16): Coat {
  return plainCoat([color[0] * 0.7, color[1] * 0.7, color[2] * 0.7], { reflectance: 0.7, roughness, metal: true });
}

const NOTHING: Vec3 = [0.5, 0.5, 0.5];

/** The parts of a scene that follow from what each material number is covered with. */
export function coated(
  coats: readonly (Coat | undefined)[],
): Pick<Scene, "materials" | "albedo" | "bump" | "emission"> {
  return {
    materials: coats.map((coat) => coat?.material),
    albedo(hit, coarse, out) {
      const coat = coats[hit.material];
      if (!coat) {
        for (let c = 0; c < 3; c++) out[c] = NOTHING[c] as number;
        return;
      }
      if (hit.ny > 0.4) coat.color(hit.x, hit.z, coarse, out, hit);
      else if (hit.nx * hit.nx > hit.nz * hit.nz) coat.color(hit.z, hit.y, coarse, out, hit);
      else coat.color(hit.x, hit.y, coarse, out, hit);
    },
    emission(hit, ray, out) {
      const coat = coats[hit.material];
      if (!coat?.glow) return false;
      coat.glow(hit, ray, out);
      return true;
    },
    bump(hit) {
      const relief = coats[hit.material]?.relief;
      if (!relief) return false;
      if (hit.ny > 0.4) tiltBy(hit, relief.height, hit.x, hit.z, relief.step);
      else if (hit.nz < -0.6) tiltUpright(hit, relief.height, relief.step);
      else return false;
      return true;
    },
  };
}

/** The same for a wall that faces the camera: slopes along x and y. */
function tiltUpright(hit: Hit, height: (a: number, b: number) => number, step: number): void {
  const here = height(hit.x, hit.y);
  const nx = hit.nx - (height(hit.x + step, hit.y) - here) / step;
  const ny = hit.ny - (height(hit.x, hit.y + step) - here) / step;
  const k = 1 / Math.sqrt(nx * nx + ny * ny + hit.nz * hit.nz);
  hit.nx = nx * k;
  hit.ny = ny * k;
  hit.nz *= k;
}
