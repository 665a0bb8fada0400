import { seededRandom } from "../math/random.ts";
import { normalized, type Vec3 } from "../math/vector.ts";
import type { Hit, Ray } from "./ray.ts";
import { type Bounds, NEAR, type Shape } from "./shape.ts";

/** A broken piece of stone or ice: an ellipsoid that planes have been struck off. */
export class Chunk implements Shape {
  readonly material: number;
  readonly bounds: Bounds;
  readonly #middle: Vec3;
  readonly #radii: Vec3;
  /** Unit normals in the space of the unit sphere, and how far from the middle each face lies. */
  readonly #faces: Float64Array;

  /** `faces` planes at 1 - `cut` to 1 of the radius; the same `seed` strikes the same ones. */
  constructor(form: {
    middle: Vec3;
    radii: Vec3;
    faces: number;
    cut: number;
    seed: number;
    material: number;
  }) {
    const { middle, radii, faces, cut, seed, material } = form;
    this.material = material;
    this.#middle = middle;
    this.#radii = radii;
    this.#faces = new Float64Array(faces * 4);
    const random = seededRandom(seed ^ 0x51c3);
    for (let i = 0; i < faces; i++) {
      // Spread evenly, then moved: no two cuts in one place.
      const y = 1 - (2 * (i + 0.2 + 0.6 * random())) / faces;
      const around = i * 2.39996 + 1.2 * random();
      const flat = Math.sqrt(Math.max(0, 1 - y * y));
      const [nx, ny, nz] = normalized([Math.cos(around) * flat, y, Math.sin(around) * flat]);
      this.#faces.set([nx, ny, nz, 1 - cut * random()], i * 4);
    }
    const [x, y, z] = middle;
    const [rx, ry, rz] = radii;
    this.bounds = [x - rx, y - ry, z - rz, x + rx, y + ry, z + rz];
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const [rx, ry, rz] = this.#radii;
    const px = (ray.ox - this.#middle[0]) / rx;
    const py = (ray.oy - this.#middle[1]) / ry;
    const pz = (ray.oz - this.#middle[2]) / rz;
    const dx = ray.dx / rx;
    const dy = ray.dy / ry;
    const dz = ray.dz / rz;
    const a = dx * dx + dy * dy + dz * dz;
    const b = px * dx + py * dy + pz * dz;
    const discriminant = b * b - a * (px * px + py * py + pz * pz - 1);
    if (discriminant < 0) return false;
    const root = Math.sqrt(discriminant);
    let enter = (-b - root) / a;
    let leave = (-b + root) / a;
    if (leave <= NEAR || enter >= hit.t) return false;
    let struck = -1;
    const faces = this.#faces;
    for (let i = 0; i < faces.length; i += 4) {
      const along = (faces[i] as number) * dx + (faces[i + 1] as number) * dy + (faces[i + 2] as number) * dz;
      const away =
        (faces[i + 3] as number) -
        ((faces[i] as number) * px + (faces[i + 1] as number) * py + (faces[i + 2] as number) * pz);
      if (along === 0) {
        if (away < 0) return false;
        continue;
      }
      const t = away / along;
      if (along > 0) leave = Math.min(leave, t);
      else if (t > enter) {
        enter = t;
        struck = i;
      }
      if (enter > leave) return false;
    }
    if (enter <= NEAR || enter >= hit.t) return false;
    const nx = (struck < 0 ? px + enter * dx : (faces[struck] as number)) / rx;
    const ny = (struck < 0 ? py + enter * dy : (faces[struck + 1] as number)) / ry;
    const nz = (struck < 0 ? pz + enter * dz : (faces[struck + 2] as number)) / rz;
    const k = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    hit.t = enter;
    hit.material = this.material;
    hit.nx = nx * k;
    hit.ny = ny * k;
    hit.nz = nz * k;
    return true;
  }
}
