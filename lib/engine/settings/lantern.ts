import { smoothstep } from "../math/scalar.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { type Coat, plainCoat } from "../textures/coat.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import { Sphere } from "../tracer/sphere.ts";
import { GOLD_LEAF } from "./festive-things.ts";
import type { Stock } from "./stock.ts";

const RIBS = 14;
const SILK: Vec3 = [0.42, 0.014, 0.01];
const RIM: Vec3 = [0.36, 0.008, 0.006];
const FLESH: Vec3 = [1.25, 0.1, 0.025];
const FLAME: Vec3 = [2.7, 1.15, 0.26];
/** Cords run out of the picture. */
const CORD_LENGTH = 6;
/** Half height of the body as a share of its radius. */
const SQUAT = 0.84;

/** Red silk over ribs with a flame inside: brightest where one looks straight through, dark along ribs and outline. */
const LIT_SILK: Coat = {
  ...plainCoat(SILK),
  glow(hit, ray, out) {
    const facing = Math.max(0, -(ray.dx * hit.nx + ray.dy * hit.ny + ray.dz * hit.nz));
    const turn = (Math.atan2(hit.nx, -hit.nz) * RIBS) / (2 * Math.PI);
    const fromRib = Math.abs(turn - Math.round(turn)) * 2;
    // Between ribs the silk is drawn inwards; at the poles they meet and nothing is left between them.
    const spread = Math.sqrt(Math.max(0, 1 - hit.ny * hit.ny));
    const rib = smoothstep(0.24, 0.06, fromRib) * smoothstep(0.1, 0.35, spread);
    const hollow = 0.74 + 0.26 * smoothstep(0.05, 0.9, fromRib);
    // The flame stands low in the lantern.
    const lit = facing ** 1.7 * (0.82 - 0.5 * hit.ny);
    const warm = mixed(mixed(RIM, FLESH, smoothstep(0.05, 0.75, lit)), FLAME, 0.62 * smoothstep(0.55, 1.12, lit));
    for (let c = 0; c < 3; c++) out[c] = (warm[c] as number) * hollow * (1 - 0.42 * rib);
  },
};
const CORD: Coat = plainCoat([0.34, 0.012, 0.01]);
/** Threads side by side. */
const FRINGE: Coat = {
  ...plainCoat(SILK),
  color(_a, _b, coarse, out, hit) {
    const thread = coarse ? 0.7 : 0.45 + 0.55 * Math.abs(Math.sin(Math.atan2(hit.nx, -hit.nz) * 13));
    out[0] = 0.75 * thread;
    out[1] = 0.045 * thread;
    out[2] = 0.03 * thread;
  },
};

/** A round lantern on a cord, with caps of gold and a tassel; the middle of its body and its radius in world units. */
export function lantern(stock: Stock, [x, y, z]: Vec3, radius: number): void {
  const gold = stock.material(GOLD_LEAF);
  const cord = stock.material(CORD);
  const rod = (thickness: number, bottom: number, top: number, material: number, bevel = 0.1) =>
    new Cylinder({
      x,
      z,
      radius: thickness * radius,
      bottom: y + bottom * radius,
      top: y + top * radius,
      bevel: bevel * thickness * radius,
      material,
    });
  stock.add(
    new Ellipsoid({
      x,
      y,
      z,
      radiusX: radius,
      radiusY: SQUAT * radius,
      radiusZ: radius,
      material: stock.material(LIT_SILK),
    }),
    rod(0.46, 0.72, 0.92, gold),
    rod(0.34, 0.92, 0.98, gold),
    rod(0.46, -0.92, -0.72, gold),
    rod(0.3, -0.98, -0.92, gold),
    rod(0.035, -1.3, -0.98, cord),
    new Sphere({ x, y: y - 1.32 * radius, z, radius: 0.1 * radius, material: gold }),
    rod(0.125, -1.52, -1.4, gold),
    rod(0.15, -2.25, -1.5, stock.material(FRINGE), 0.3),
    rod(0.03, 0.95, 0.95 + CORD_LENGTH / radius, cord),
  );
}
