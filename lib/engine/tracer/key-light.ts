import { normalized, type Vec3 } from "../math/vector.ts";
import type { Gobo } from "./gobo.ts";
import type { Ray } from "./ray.ts";

/** The one shadow-casting light: a distant disc (sun, softbox), perhaps with a pattern held before it. */
export class KeyLight {
  /** Towards the light. */
  readonly direction: Vec3;
  /** Linear RGB irradiance of a surface that faces the light. */
  readonly color: Vec3;
  readonly #gobo: Gobo | null;
  readonly #goboCentre: Vec3;
  readonly #across: Vec3;
  readonly #up: Vec3;
  readonly #oneMinusCos: number;

  /** `angle` is the disc's radius in radians: 0.03 a sun, 0.12 a softbox. */
  constructor(light: { direction: Vec3; angle: number; color: Vec3; gobo?: Gobo | null; goboCentre?: Vec3 }) {
    this.direction = normalized(light.direction);
    this.color = light.color;
    this.#gobo = light.gobo ?? null;
    this.#goboCentre = light.goboCentre ?? [0, 0.4, 0];
    this.#oneMinusCos = 1 - Math.cos(light.angle);
    const [x, y, z] = this.direction;
    // Built from world up: any other basis throws the pattern sideways.
    const across = normalized(Math.abs(x) + Math.abs(z) < 1e-6 ? [1, 0, 0] : [-z, 0, x]);
    const up: Vec3 = [y * across[2] - z * across[1], z * across[0] - x * across[2], x * across[1] - y * across[0]];
    this.#across = across;
    this.#up = up[1] < 0 ? [-up[0], -up[1], -up[2]] : up;
  }

  /** Points `ray` at a place of the disc picked by two numbers in [0, 1). */
  aim(ray: Ray, r1: number, r2: number): void {
    const cos = 1 - r1 * this.#oneMinusCos;
    const sin = Math.sqrt(Math.max(0, 1 - cos * cos));
    const a = Math.cos(2 * Math.PI * r2) * sin;
    const b = Math.sin(2 * Math.PI * r2) * sin;
    ray.dx = this.direction[0] * cos + this.#across[0] * a + this.#up[0] * b;
    ray.dy = this.direction[1] * cos + this.#across[1] * a + this.#up[1] * b;
    ray.dz = this.direction[2] * cos + this.#across[2] * a + this.#up[2] * b;
  }

  /** Share of the light that the pattern lets through towards a point: analytic, so free of noise. */
  throughGobo(x: number, y: number, z: number): number {
    if (!this.#gobo) return 1;
    const px = x - this.#goboCentre[0];
    const py = y - this.#goboCentre[1];
    const pz = z - this.#goboCentre[2];
    const u = px * this.#across[0] + py * this.#across[1] + pz * this.#across[2];
    const v = px * this.#up[0] + py * this.#up[1] + pz * this.#up[2];
    return this.#gobo.at(u, v);
  }
}
