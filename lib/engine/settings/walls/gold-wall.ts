import { metalCoat } from "../../textures/coat.ts";
import { plasterCoat, supportCoat } from "../../textures/support-coats.ts";
import { Arch } from "../../tracer/arch.ts";
import { Box } from "../../tracer/box.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import { Sphere } from "../../tracer/sphere.ts";
import type { Furnishing, Room } from "../room.ts";

const GOLD = metalCoat([1, 0.76, 0.4], 0.22);

function furnishGold({ spec, stock, rich, x, half, z, wallZ }: Furnishing): void {
  const far = -spec.side;
  const gold = stock.material(GOLD);
  const slab = stock.material(supportCoat("dark", spec.seed, spec.palette.support));
  const ring = (radius: number, offset: number, dz: number, disc = true) =>
    stock.add(
      new Arch({
        x: x + offset * far,
        spring: disc ? 0.8 : 0.72,
        bottom: 0,
        disc,
        radius,
        hole: radius - 0.035,
        front: wallZ - dz - 0.05,
        back: wallZ - dz,
        material: gold,
      }),
    );
  switch (spec.layout % 4) {
    case 0:
      ring(0.98, 0.1, 0.35);
      break;
    case 1:
      for (const [i, away] of [0.62, 0.78, 0.94].entries()) {
        stock.add(
          new Box({
            x: x + away * far,
            y: 1.4,
            z: wallZ - 0.1,
            halfX: 0.012 + 0.006 * i,
            halfY: 2,
            halfZ: 0.03,
            bevel: 0.006,
            material: gold,
          }),
        );
      }
      break;
    case 2:
      // Doorways one behind the other.
      for (const [i, radius] of [0.66, 0.86, 1.06].entries()) ring(radius, 0, 0.6 - 0.2 * i, false);
      break;
    default:
      ring(0.62, -0.42, 0.4);
      ring(0.86, 0.46, 0.2);
  }
  stock.add(
    new Cylinder({
      x: x + (half + 0.72) * far,
      z: z + 0.75,
      radius: 0.36,
      bottom: 0,
      top: 0.22,
      bevel: 0.015,
      material: slab,
    }),
    new Cylinder({ x: x + (half + 0.72) * far, z: z + 0.75, radius: 0.365, bottom: 0.19, top: 0.205, material: gold }),
    new Sphere({ x: x + (half + 0.68) * far, y: 0.35, z: z + 0.72, radius: 0.13, material: gold }),
    new Sphere({ x: x - (half + 0.4) * far, y: 0.06, z: z + 0.15, radius: 0.06, material: gold }),
  );
  if (rich) stock.add(new Sphere({ x: x - (half + 0.62) * far, y: 0.1, z: z + 0.45, radius: 0.1, material: slab }));
}

/** Black plaster and thin gold. */
export const BLACK_AND_GOLD: Room = {
  wall: () => plasterCoat([0.04, 0.037, 0.036], 7),
  depth: 2.1,
  key: 2.3,
  ambient: 0.34,
  exposure: 1.25,
  aperturePx: 5,
  furnish: furnishGold,
};
