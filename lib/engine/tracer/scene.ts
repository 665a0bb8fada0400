import type { RgbOut } from "../math/color.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Camera } from "../subject/camera.ts";
import { SUBJECT_MATERIAL, type SubjectProxy } from "../subject/subject-proxy.ts";
import type { HeightField } from "./height-field.ts";
import type { KeyLight } from "./key-light.ts";
import { FAR, Hit, placeHit, type Ray } from "./ray.ts";
import type { Shape } from "./shape.ts";
import type { Sweep } from "./sweep.ts";

/** How a surface mirrors; its colour comes from `Scene.albedo`. */
export interface Material {
  /** Reflectance straight on (F0); 0 for chalk, 0.04 for most things, above 0.3 for metal. */
  readonly reflectance: number;
  readonly roughness: number;
  /** A metal has no colour but in its reflections. */
  readonly metal?: boolean;
  /** Reflections take the surface's hue: silk. */
  readonly satin?: boolean;
  /** Mirrors are traced at full resolution with the bumped normal: water. */
  readonly live?: boolean;
  /** Light passes through a convex solid of it. */
  readonly clear?: Clearness;
}

export interface Clearness {
  /** How much of each channel one world unit swallows, as in exp(-length × this). */
  readonly swallows: Vec3;
  /** Share of its own lit colour over what is seen through it, 0 to 1. */
  readonly veil: number;
  /** A shell of it, with air within, bends no light. */
  readonly thin?: boolean;
}

/** Everything between the camera and the backdrop. Functions write linear HDR colours into `out` and keep no state. */
export interface Scene {
  readonly camera: Camera;
  readonly subject: SubjectProxy | null;
  readonly sweep: Sweep | null;
  /** Ground with relief, in place of the sweep. */
  readonly field?: HeightField | undefined;
  readonly shapes: readonly Shape[];
  /** By material number; 0 and 1 are the sweep's floor and wall. */
  readonly materials: readonly (Material | undefined)[];
  readonly key: KeyLight;
  /** Multiplies the cut-out's own colours where they light or are mirrored; below 1 in dark scenes. Default 0.95. */
  readonly subjectLight?: number;
  /** Air that things fade into with distance. */
  readonly haze?: Haze | undefined;
  /** Share of the environment's light that a surface seen by an indirect ray receives. */
  readonly bounce: number;
  /** `coarse` is asked for by light bounces: no fine texture, or it would become noise. */
  albedo(hit: Hit, coarse: boolean, out: RgbOut): void;
  /** Tilts `hit`'s normal and answers true, or leaves it. */
  bump?(hit: Hit): boolean;
  /** Replaces the lit colour of a hit (a sea); false when the surface is lit as usual. */
  emission?(hit: Hit, ray: Ray, out: RgbOut): boolean;
  /** Light from a direction that meets nothing. */
  environment(dx: number, dy: number, dz: number, out: RgbOut): void;
  /** What a camera ray sees that meets nothing; u and v are shares of the picture. */
  backdrop(u: number, v: number, ray: Ray, out: RgbOut): void;
}

export interface Haze {
  /** Distance where it begins, and share of the view lost per world unit from there on. */
  readonly from: number;
  readonly perUnit: number;
  /** Colour at a share of the picture's width. */
  readonly color: (u: number, out: RgbOut) => void;
}

const scratch = new Hit();
scratch.anySurface = true;

/** Nearest surface within `hit.t`, with position, or false. */
export function trace(scene: Scene, ray: Ray, hit: Hit, withSubject: boolean): boolean {
  let found = scene.sweep?.intersect(ray, hit) ?? false;
  const { shapes, field } = scene;
  for (let i = 0; i < shapes.length; i++) if ((shapes[i] as Shape).intersect(ray, hit)) found = true;
  if (field?.intersect(ray, hit)) found = true;
  if (withSubject && scene.subject?.intersect(ray, hit)) found = true;
  if (found) placeHit(ray, hit);
  return found;
}

/** Whether anything stands in the way of a ray to the key light; the sweep lies behind and below everything and casts no shadow. */
export function occluded(scene: Scene, ray: Ray): boolean {
  scratch.t = FAR;
  const { shapes, field } = scene;
  if (field?.shades(ray, scratch)) return true;
  for (let i = 0; i < shapes.length; i++) if ((shapes[i] as Shape).intersect(ray, scratch)) return true;
  return scene.subject?.intersect(ray, scratch) ?? false;
}

const ambient = new Float64Array(3);
const shadowRay = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 1 } satisfies Ray;

/** Shadow rays towards the key light for a surface that is looked at through a clear solid. */
const RAYS_THROUGH_CLEAR = 10;
const FIRST_RAYS = 3;
const R2_X = 0.7548776662;
const R2_Y = 0.569840291;

/**
 * Approximate light leaving a surface that an indirect or mirror ray met: one shadow ray and the environment. `closely` with
 * more shadow rays and fine texture.
 */
export function shadeSecondary(scene: Scene, hit: Hit, r1: number, r2: number, out: RgbOut, closely = false): void {
  if (hit.material === SUBJECT_MATERIAL && scene.subject) {
    scene.subject.colorAt(hit.x, hit.y, out);
    const light = scene.subjectLight ?? 0.95;
    for (let c = 0; c < 3; c++) (out[c] as number) *= light;
    return;
  }
  scene.albedo(hit, !closely, out);
  const { key } = scene;
  let lit = hit.nx * key.direction[0] + hit.ny * key.direction[1] + hit.nz * key.direction[2];
  if (lit > 0) {
    shadowRay.ox = hit.x + hit.nx * 2e-3;
    shadowRay.oy = hit.y + hit.ny * 2e-3;
    shadowRay.oz = hit.z + hit.nz * 2e-3;
    const rays = closely ? RAYS_THROUGH_CLEAR : 1;
    let open = 0;
    let sent = 0;
    // Where the first agree, all light or all shadow, the others would too.
    for (; sent < rays && (sent < FIRST_RAYS || (open > 0 && open < sent)); sent++) {
      key.aim(shadowRay, (r1 + sent * R2_X) % 1, (r2 + sent * R2_Y) % 1);
      if (!occluded(scene, shadowRay)) open++;
    }
    lit *= open > 0 ? (open / sent) * key.throughGobo(hit.x, hit.y, hit.z) : 0;
  } else lit = 0;
  scene.environment(hit.nx, hit.ny * 0.7 + 0.3, hit.nz, ambient);
  const color: Vec3 = key.color;
  (out[0] as number) *= lit * color[0] + (ambient[0] as number) * scene.bounce;
  (out[1] as number) *= lit * color[1] + (ambient[1] as number) * scene.bounce;
  (out[2] as number) *= lit * color[2] + (ambient[2] as number) * scene.bounce;
}
