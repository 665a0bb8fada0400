import { describe, expect, it } from "vitest";
import type { Vec3 } from "../math/vector.ts";
import { addSeenThrough, Clear } from "./clear.ts";
import { KeyLight } from "./key-light.ts";
import { FAR, Hit, placeHit, Ray } from "./ray.ts";
import { type Clearness, occluded, type Scene } from "./scene.ts";
import type { Shape } from "./shape.ts";
import { Sphere } from "./sphere.ts";

const SKY: Vec3 = [0, 0, 1];
const GRASS: Vec3 = [0, 1, 0];
const MATERIAL = 3;
const COLORLESS: Clearness = { swallows: [0, 0, 0], veil: 0 };

/** Sky above the horizon and grass below it, seen past a ball of a clear material. */
function ballOf(clear: Clearness | undefined): { scene: Scene; ball: Shape } {
  const solid = new Sphere({ x: 0, y: 1, z: 4, radius: 0.5, material: MATERIAL });
  const ball = clear ? new Clear(solid) : solid;
  const country = (_dx: number, dy: number, _dz: number, out: Float64Array) => out.set(dy > 0 ? SKY : GRASS);
  const scene: Scene = {
    camera: {
      widthPx: 100,
      heightPx: 100,
      focalPx: 150,
      centreXPx: 50,
      horizonPx: 50,
      height: 1,
      distance: 4,
      unitPx: 40,
    },
    subject: null,
    sweep: null,
    shapes: [ball],
    materials: [undefined, undefined, undefined, { reflectance: 0.04, roughness: 0.1, ...(clear && { clear }) }],
    key: new KeyLight({ direction: [0, 1, 0], angle: 0.05, color: [1, 1, 1] }),
    bounce: 0.5,
    albedo: (_hit, _coarse, out) => out.fill(1),
    environment: country,
    backdrop: (_u, _v, ray, out) => country(ray.dx, ray.dy, ray.dz, out as Float64Array),
  };
  return { scene, ball };
}

/** What is seen of the country through a point of the ball, `up` above its middle. */
function seenAt(up: number, clear: Clearness): number[] {
  const { scene, ball } = ballOf(clear);
  const ray = new Ray();
  const far = Math.hypot(up, 3);
  Object.assign(ray, { ox: 0, oy: 1, oz: 0.5, dx: 0, dy: up / far, dz: 3 / far });
  const hit = new Hit();
  hit.t = FAR;
  expect(ball.intersect(ray, hit)).toBe(true);
  placeHit(ray, hit);
  const out = new Float64Array(3);
  addSeenThrough(scene, ray, hit, out);
  return [...out];
}

describe("a clear ball", () => {
  it("shows what is behind it upside down", () => {
    expect(seenAt(0.25, COLORLESS)).toEqual([...GRASS]);
    expect(seenAt(-0.25, COLORLESS)).toEqual([...SKY]);
  });

  it("that is a thin shell shows it as it is", () => {
    expect(seenAt(0.25, { ...COLORLESS, thin: true })).toEqual([...SKY]);
    expect(seenAt(-0.25, { ...COLORLESS, thin: true })).toEqual([...GRASS]);
  });

  it("swallows light by the length of the way through it", () => {
    const [, middle] = seenAt(-0.02, { swallows: [0, 1, 0], veil: 0, thin: true });
    const [, rim] = seenAt(-0.38, { swallows: [0, 1, 0], veil: 0, thin: true });
    expect(middle).toBeCloseTo(Math.exp(-1), 1);
    expect(rim).toBeGreaterThan(1.4 * (middle as number));
  });

  it("keeps little of the key light from what it shades, where an opaque one keeps all", () => {
    const share = (clear: Clearness | undefined) => {
      const { scene } = ballOf(clear);
      let stopped = 0;
      const ray = new Ray();
      for (let i = 0; i < 400; i++) {
        Object.assign(ray, { ox: 0.2 * Math.sin(i), oy: 0, oz: 4 + 0.2 * Math.cos(i * 1.7), dx: 0, dy: 1, dz: 0 });
        if (occluded(scene, ray)) stopped++;
      }
      return stopped / 400;
    };
    expect(share(undefined)).toBe(1);
    expect(share(COLORLESS)).toBeLessThan(0.4);
    expect(share(COLORLESS)).toBeGreaterThan(0.05);
  });
});
