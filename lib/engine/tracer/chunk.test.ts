import { expect, it } from "vitest";
import { seededRandom } from "../math/random.ts";
import { Chunk } from "./chunk.ts";
import { FAR, Hit, Ray } from "./ray.ts";

const form = { middle: [0.3, 0.2, 4], radii: [0.5, 0.3, 0.4], faces: 10, cut: 0.45, seed: 5, material: 3 } as const;

type Place = readonly [number, number, number];

function met(chunk: Chunk, from: Place, to: Place, limit = FAR): Hit | null {
  const way = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
  const length = Math.hypot(...way);
  const ray = Object.assign(new Ray(), { ox: from[0], oy: from[1], oz: from[2] });
  Object.assign(ray, { dx: way[0] / length, dy: way[1] / length, dz: way[2] / length });
  const hit = new Hit();
  hit.t = limit;
  return chunk.intersect(ray, hit) ? hit : null;
}

it("a chunk is met from every side on its way to the middle, at a face that looks back, lies within its bounds and hides behind what is nearer", () => {
  const chunk = new Chunk(form);
  const random = seededRandom(3);
  let flat = 0;
  for (let i = 0; i < 500; i++) {
    const [x, y, z] = [random() - 0.5, random() - 0.5, random() - 0.5].map((v) => v * 2) as [number, number, number];
    const far = 3 / Math.hypot(x, y, z);
    const from = [0.3 + x * far, 0.2 + y * far, 4 + z * far] as const;
    const hit = met(chunk, from, form.middle);
    if (!hit) throw new Error(`missed from ${from}`);
    expect(Math.hypot(hit.nx, hit.ny, hit.nz)).toBeCloseTo(1);
    expect(hit.nx * x + hit.ny * y + hit.nz * z).toBeGreaterThan(0);
    const at = from.map((v, c) => v + (((form.middle[c] as number) - v) * hit.t) / 3) as [number, number, number];
    for (let c = 0; c < 3; c++) {
      expect(at[c]).toBeGreaterThanOrEqual((chunk.bounds[c] as number) - 1e-9);
      expect(at[c]).toBeLessThanOrEqual((chunk.bounds[c + 3] as number) + 1e-9);
    }
    const whole = ((at[0] - 0.3) / 0.5) ** 2 + ((at[1] - 0.2) / 0.3) ** 2 + ((at[2] - 4) / 0.4) ** 2;
    if (whole < 0.98) flat++;
    expect(met(chunk, from, form.middle, hit.t - 1e-6)).toBeNull();
  }
  // Much of the ellipsoid has been struck off, and some of it is left.
  expect(flat).toBeGreaterThan(150);
  expect(flat).toBeLessThan(500);
});

it("a chunk is not met by a ray that passes it or starts behind it", () => {
  const chunk = new Chunk(form);
  expect(met(chunk, [0.3, 0.6, 0], [0.3, 0.6, 4])).toBeNull();
  expect(met(chunk, [0.3, 0.2, 6], [0.3, 0.2, 7])).toBeNull();
});
