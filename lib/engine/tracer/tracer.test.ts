import { describe, expect, it } from "vitest";
import { floatImage } from "../math/float-image.ts";
import { Arch } from "./arch.ts";
import { Box } from "./box.ts";
import { Cylinder } from "./cylinder.ts";
import { denoised } from "./denoise.ts";
import { Ellipsoid } from "./ellipsoid.ts";
import { Heart } from "./heart.ts";
import { HeightField } from "./height-field.ts";
import { KeyLight } from "./key-light.ts";
import { Lathe } from "./lathe.ts";
import { Liquid } from "./liquid.ts";
import { FAR, Hit, Ray } from "./ray.ts";
import type { Shape } from "./shape.ts";
import { Sphere } from "./sphere.ts";
import { Sweep } from "./sweep.ts";

type Point = [number, number, number];

function shoot(shape: Pick<Shape, "intersect">, from: Point, to: Point): Hit | null {
  const ray = new Ray();
  const hit = new Hit();
  const length = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  [ray.ox, ray.oy, ray.oz] = from;
  [ray.dx, ray.dy, ray.dz] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length, (to[2] - from[2]) / length];
  hit.t = FAR;
  return shape.intersect(ray, hit) ? hit : null;
}

const SHAPES: [string, Shape][] = [
  ["sphere", new Sphere({ x: 0, y: 0, z: 5, radius: 1, material: 3 })],
  ["cylinder", new Cylinder({ x: 0, z: 5, radius: 1, bottom: -1, top: 1, material: 3 })],
  ["box", new Box({ x: 0, y: 0, z: 5, halfX: 1, halfY: 1, halfZ: 1, turn: 0.3, material: 3 })],
  ["ellipsoid", new Ellipsoid({ x: 0, y: 0, z: 5, radiusX: 1.2, radiusY: 0.8, radiusZ: 1, turn: 0.4, material: 3 })],
  [
    "leaning ellipsoid",
    new Ellipsoid({ x: 0, y: 0, z: 5, radiusX: 1.2, radiusY: 0.7, radiusZ: 1, turn: 0.4, lean: 0.6, material: 3 }),
  ],
  [
    "lathe",
    new Lathe({
      origin: [0, 0, 5],
      axis: [0.6, 0.8, 0],
      profile: [
        [0, -0.9],
        [0.6, -0.8],
        [1, 0],
        [0.5, 0.6],
        [0.5, 0.9],
        [0, 0.9],
      ],
      material: 3,
    }),
  ],
  [
    "liquid",
    new Liquid({
      bounds: [-1.1, -1.1, 3.9, 1.1, 1.1, 6.1],
      cell: 0.05,
      field: (x, y, z) => 1 - Math.hypot(x, y, z - 5),
      material: 3,
    }),
  ],
  ["heart", new Heart({ x: 0, y: 0, z: 5, size: 1, turn: 0.4, material: 3 })],
  ["arch", new Arch({ x: 0, bottom: -1, spring: 0.2, radius: 1, front: 4.5, back: 5.5, material: 3 })],
  ["disc", new Arch({ x: 0, bottom: -1, spring: 0, radius: 1, disc: true, front: 4.5, back: 5.5, material: 3 })],
];

describe.each(SHAPES)("a %s", (_name, shape) => {
  it("is met from every side with a unit normal that faces the ray", () => {
    for (let i = 0; i < 200; i++) {
      const a = i * 2.399963;
      const up = Math.sin(i * 0.7) * 3;
      const from: [number, number, number] = [Math.cos(a) * 4, up, 5 + Math.sin(a) * 4];
      const hit = shoot(shape, from, [0.02, 0.03, 5.01]);
      expect(hit).not.toBeNull();
      if (!hit) continue;
      expect(Math.hypot(hit.nx, hit.ny, hit.nz)).toBeCloseTo(1, 6);
      expect(hit.nx * from[0] + hit.ny * from[1] + hit.nz * (from[2] - 5)).toBeGreaterThan(0);
    }
  });

  it("lies within its bounds, and nearly fills them", () => {
    const met = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -FAR, -FAR, -FAR];
    for (let i = 0; i < 40_000; i++) {
      const from: Point = [Math.cos(i * 2.399963) * 9, Math.sin(i * 0.7) * 9, 5 + Math.sin(i * 2.399963) * 9];
      const to: Point = [Math.sin(i * 1.3) * 1.4, Math.sin(i * 3.1) * 1.4, 5 + Math.sin(i * 0.37) * 1.4];
      const hit = shoot(shape, from, to);
      if (!hit) continue;
      const way = hit.t / Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
      for (let axis = 0; axis < 3; axis++) {
        const at = (from[axis] as number) + ((to[axis] as number) - (from[axis] as number)) * way;
        met[axis] = Math.min(met[axis] as number, at);
        met[axis + 3] = Math.max(met[axis + 3] as number, at);
      }
    }
    for (let axis = 0; axis < 3; axis++) {
      const [low, high] = [shape.bounds[axis] as number, shape.bounds[axis + 3] as number];
      expect(met[axis]).toBeGreaterThanOrEqual(low - 1e-9);
      expect(met[axis + 3]).toBeLessThanOrEqual(high + 1e-9);
      expect((met[axis + 3] as number) - (met[axis] as number)).toBeGreaterThan(0.5 * (high - low));
    }
  });

  it("is missed beside it and behind a nearer limit", () => {
    expect(shoot(shape, [0, 0, 0], [3, 0, 5])).toBeNull();
    const ray = new Ray();
    const hit = new Hit();
    hit.t = 2;
    expect(shape.intersect(ray, hit)).toBe(false);
    expect(hit.t).toBe(2);
  });
});

describe("a doorway", () => {
  it("lets a ray through the hole of an arch and stops it at the frame", () => {
    const arch = new Arch({ x: 0, bottom: -1, spring: 0.2, radius: 1, hole: 0.6, front: 4.5, back: 5.5, material: 3 });
    expect(shoot(arch, [0, 0, 0], [0, 0, 5])).toBeNull();
    expect(shoot(arch, [0.8, 0, 0], [0.8, 0, 5])?.t).toBeCloseTo(4.5);
  });
});

describe("a heart", () => {
  const heart = new Heart({ x: 0, y: 0, z: 5, size: 1, material: 3 });

  it("has two lobes with a notch between them and a point below", () => {
    expect(shoot(heart, [0.5, 0.85, 0], [0.5, 0.85, 5])).not.toBeNull();
    expect(shoot(heart, [-0.5, 0.85, 0], [-0.5, 0.85, 5])).not.toBeNull();
    expect(shoot(heart, [0, 1.1, 0], [0, 1.1, 5])).toBeNull();
    expect(shoot(heart, [0, -0.9, 0], [0, -0.9, 5])).not.toBeNull();
    expect(shoot(heart, [0.6, -0.8, 0], [0.6, -0.8, 5])).toBeNull();
  });

  it("faces whom it is seen by, and a ray that leaves it meets it no more", () => {
    const hit = shoot(heart, [0.3, 0.2, 0], [0.3, 0.2, 5]);
    expect(hit?.nz).toBeLessThan(-0.5);
    expect(Math.hypot(hit?.nx ?? 0, hit?.ny ?? 0, hit?.nz ?? 0)).toBeCloseTo(1, 6);
    expect(shoot(heart, [0.3, 0.2, hit?.t ?? 0], [0.3, 0.2, 0])).toBeNull();
  });
});

describe("what a lathe turned", () => {
  const bowl = new Lathe({
    origin: [0, 0, 5],
    profile: [
      [0, 0],
      [1, 0],
      [1, 1],
      [0.8, 1],
      [0.8, 0.2],
      [0, 0.2],
    ],
    material: 3,
  });

  it("has an inside, whose wall is met from within", () => {
    expect(shoot(bowl, [0, 0.6, 5], [1, 0.6, 5])?.t).toBeCloseTo(0.8);
    expect(shoot(bowl, [0, 3, 5], [0, 0, 5])?.t).toBeCloseTo(2.8);
  });

  it("is not met by a ray that leaves it", () => {
    expect(shoot(bowl, [0.9, 0.6, 5], [3, 0.6, 5])).toBeNull();
    expect(shoot(bowl, [0.5, 0.1, 5], [0.5, -3, 5])).toBeNull();
  });
});

describe("a sweep", () => {
  it("is closed from the floor through the bend to the wall", () => {
    const sweep = new Sweep(-0.3, 6, 0.5);
    for (let y = -1.5; y < 2; y += 0.05) expect(shoot(sweep, [0, 1, 0], [0, y, 6.5])).not.toBeNull();
  });
});

describe("ground with relief", () => {
  const height = (x: number, z: number) => 0.2 * Math.sin(x * 1.7) + 0.1 * Math.cos(z * 2.1);
  const field = new HeightField({ near: 1, far: 20, halfView: 0.5, size: 256, height, material: 2, sun: [1, 1, 0] });

  it("is met where its height says, from the camera and from itself", () => {
    for (let i = 0; i < 60; i++) {
      const target: [number, number, number] = [Math.sin(i) * 1.2, -1.5, 4 + (i % 9)];
      const hit = shoot(field, [0, 1.4, 0], target);
      expect(hit).not.toBeNull();
      if (!hit) continue;
      const way = hit.t / Math.hypot(target[0], target[1] - 1.4, target[2]);
      const [x, y, z] = [target[0] * way, 1.4 + (target[1] - 1.4) * way, target[2] * way];
      expect(Math.abs(y - height(x, z))).toBeLessThan(0.02);
      expect(Math.hypot(hit.nx, hit.ny, hit.nz)).toBeCloseTo(1, 6);
      // The sky over it is free, the ground under a low ray is not.
      expect(shoot(field, [x, y + 0.01, z], [x, y + 5, z])).toBeNull();
    }
  });

  it("is met where it rises just before its far end", () => {
    const rising = (_x: number, z: number) => 1.5 * Math.max(0, z - 16);
    const slope = new HeightField({
      near: 1,
      far: 20,
      halfView: 0.5,
      size: 256,
      height: rising,
      material: 2,
      sun: [1, 1, 0],
    });
    for (let y = 0; y < 5.9; y += 0.05) expect(shoot(slope, [0, 1.4, 0], [1, y, 20]), `${y}`).not.toBeNull();
    expect(shoot(slope, [0, 1.4, 0], [1, 6.1, 20])).toBeNull();
  });

  it("keeps the sun from where its own relief stands in the way, and from nowhere else", () => {
    const sun: [number, number, number] = [1, 0.16, 0.35];
    const lit = new HeightField({ near: 1, far: 20, halfView: 0.5, size: 256, height, material: 2, sun });
    const length = Math.hypot(...sun);
    const ray = new Ray();
    [ray.dx, ray.dy, ray.dz] = [sun[0] / length, sun[1] / length, sun[2] / length];
    let shaded = 0;
    for (let i = 0; i < 400; i++) {
      const z = 3 + (i % 20) * 0.4;
      const x = (Math.floor(i / 20) / 20 - 0.5) * 0.7 * z;
      // By how much the straight way to the sun clears the relief, beyond what a ray skips.
      let clearance = 1;
      for (let way = 0.15; way < 5; way += 0.02) {
        const [tx, ty, tz] = [x + ray.dx * way, height(x, z) + ray.dy * way, z + ray.dz * way];
        clearance = Math.min(clearance, (ty - height(tx, tz)) / way);
      }
      // Beyond the sides of the grid its border goes on: what lies there is not compared.
      if (Math.abs(clearance) < 0.03 || Math.abs(x + ray.dx * 3) > 0.5 * z) continue;
      [ray.ox, ray.oy, ray.oz] = [x, height(x, z) + 0.002, z];
      expect(lit.shades(ray, new Hit()), `${x}, ${z}`).toBe(clearance < 0);
      if (clearance < 0) shaded++;
    }
    expect(shaded).toBeGreaterThan(10);
  });

  it("is met from a start near it at the same place as from afar", () => {
    const ray = new Ray();
    const [afar, near] = [new Hit(), new Hit()];
    [ray.ox, ray.oy, ray.oz] = [0, 1.4, 0];
    const length = Math.hypot(0.3, 1.5, 5);
    [ray.dx, ray.dy, ray.dz] = [0.3 / length, -1.5 / length, 5 / length];
    afar.t = FAR;
    near.t = FAR;
    expect(field.intersect(ray, afar)).toBe(true);
    expect(field.intersectFrom(ray, near, afar.t * 0.99)).toBe(true);
    expect(near.t).toBeCloseTo(afar.t, 2);
  });
});

describe("a key light", () => {
  it("stays within its disc and keeps a pattern's up direction upwards", () => {
    const key = new KeyLight({ direction: [-0.7, 0.9, -0.6], angle: 0.1, color: [1, 1, 1] });
    const ray = new Ray();
    for (let i = 0; i < 50; i++) {
      key.aim(ray, (i * 0.37) % 1, (i * 0.61) % 1);
      const cosine = ray.dx * key.direction[0] + ray.dy * key.direction[1] + ray.dz * key.direction[2];
      expect(cosine).toBeGreaterThanOrEqual(Math.cos(0.1) - 1e-9);
      expect(Math.hypot(ray.dx, ray.dy, ray.dz)).toBeCloseTo(1, 9);
    }
  });
});

describe("the denoiser", () => {
  const size = 16;
  const plane = () => {
    const depth = new Float32Array(size * size).fill(1);
    const normal = new Float32Array(size * size * 3);
    const position = new Float32Array(size * size * 3);
    for (let i = 0; i < size * size; i++) {
      // Two planes that meet at a right angle in the middle.
      normal.set(i % size < size / 2 ? [0, 1, 0] : [1, 0, 0], i * 3);
      const x = i % size;
      position.set(x < size / 2 ? [x * 0.05, 0, i / size / 20] : [0.4, (x - 8) * 0.05, i / size / 20], i * 3);
    }
    return { width: size, height: size, scale: 1, depth, material: new Int16Array(size * size), normal, position };
  };

  it("smooths within a surface and never across an edge", () => {
    const image = floatImage(size, size, 1);
    for (let i = 0; i < image.data.length; i++) image.data[i] = (i % size < size / 2 ? 1 : 3) + (i % 2 ? 0.4 : -0.4);
    const out = denoised(image, plane(), 3).data;
    for (let i = 0; i < out.length; i++) {
      const expected = i % size < size / 2 ? 1 : 3;
      expect(Math.abs((out[i] ?? 0) - expected)).toBeLessThan(0.25);
    }
  });
});
