import { describe, expect, it } from "vitest";
import { seededRandom } from "../math/random.ts";
import { Box } from "./box.ts";
import { Ellipsoid } from "./ellipsoid.ts";
import { FAR, Hit, Ray } from "./ray.ts";
import type { Shape } from "./shape.ts";
import { ShapeTree } from "./shape-tree.ts";
import { Sphere } from "./sphere.ts";

const random = seededRandom(7);
const within = (range: number) => (random() - 0.5) * 2 * range;

/** Things of all sizes, some inside others, some far from all. */
const shapes: Shape[] = Array.from({ length: 90 }, (_, i) => {
  const at = { x: within(3), y: within(1), z: 5 + within(3), turn: within(2), material: i };
  const size = 0.02 + 0.6 * random() ** 4;
  if (i % 3 === 0) return new Sphere({ ...at, radius: size });
  if (i % 3 === 1) return new Box({ ...at, halfX: size, halfY: size * 0.4, halfZ: size * 0.7 });
  return new Ellipsoid({ ...at, radiusX: size, radiusY: size * 1.5, radiusZ: size * 0.5 });
});
const tree = new ShapeTree(shapes);

/** Every third ray runs along an axis, where the slabs of a box divide by nothing. */
const rays = Array.from({ length: 4_000 }, (_, i) => {
  const ray = Object.assign(new Ray(), { ox: within(4), oy: within(2), oz: 5 + within(4) });
  const [dx, dy, dz] = i % 3 === 0 ? [0, i % 2 ? 1 : -1, 0] : [within(1), within(1), within(1)];
  const length = Math.hypot(dx, dy, dz);
  return Object.assign(ray, { dx: dx / length, dy: dy / length, dz: dz / length });
});

function nearest(shape: Pick<Shape, "intersect">, ray: Ray): Hit | null {
  const hit = Object.assign(new Hit(), { t: FAR });
  return shape.intersect(ray, hit) ? hit : null;
}

const eachOfThem = {
  intersect: (ray: Ray, hit: Hit) => shapes.filter((shape) => shape.intersect(ray, hit)).length > 0,
};

describe("a tree of shapes", () => {
  it("is met exactly where the nearest of its shapes is met", () => {
    const expected = rays.map((ray) => nearest(eachOfThem, ray));
    expect(expected.filter(Boolean).length).toBeGreaterThan(300);
    expect(rays.map((ray) => nearest(tree, ray))).toEqual(expected);
  });

  it("tells whether anything is in the way, and asks no further", () => {
    for (const ray of rays) {
      const any = Object.assign(new Hit(), { t: FAR, anySurface: true });
      expect(tree.intersect(ray, any)).toBe(nearest(tree, ray) !== null);
    }
  });

  it("leaves what lies behind a nearer surface alone", () => {
    for (const ray of rays) {
      const hit = nearest(tree, ray);
      if (hit) expect(tree.intersect(ray, Object.assign(new Hit(), { t: hit.t }))).toBe(false);
    }
  });

  it("may be empty", () => {
    expect(new ShapeTree([]).intersect(new Ray(), Object.assign(new Hit(), { t: FAR }))).toBe(false);
  });
});
