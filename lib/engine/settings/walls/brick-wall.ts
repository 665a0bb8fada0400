import type { Vec3 } from "../../math/vector.ts";
import { metalCoat } from "../../textures/coat.ts";
import { tileCoat } from "../../textures/tile-coat.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import { glazed, vase } from "../household.ts";
import type { Furnishing, Room } from "../room.ts";

const BRICK: Vec3 = [0.27, 0.095, 0.058];
const BRICK_COURSE = { width: 0.34, height: 0.115, offset: 0.5 };

function furnishLoft({ spec, stock, rich, x, half, z, wallZ }: Furnishing): void {
  const far = -spec.side;
  const iron = stock.material(metalCoat([0.16, 0.155, 0.15], 0.4));
  stock.add(
    new Cylinder({ x: x + (half + 1.15) * far, z: wallZ - 0.16, radius: 0.035, bottom: -0.2, top: 4, material: iron }),
    new Cylinder({ x: x + (half + 1.15) * far, z: wallZ - 0.16, radius: 0.06, bottom: 0.9, top: 0.98, material: iron }),
  );
  if (rich) vase(stock, { x: x + (half + 0.75) * far, z: z + 0.7 }, 0.18, glazed(0.3, 0.01, 80));
}

/** A loft: bare brick. */
export const BRICK_WALL: Room = {
  wall: (spec) => ({ ...tileCoat(BRICK, BRICK_COURSE, spec.seed), material: { reflectance: 0.02, roughness: 0.7 } }),
  depth: 2,
  key: 1.1,
  ambient: 0.5,
  exposure: 0.95,
  aperturePx: 7,
  furnish: furnishLoft,
};
