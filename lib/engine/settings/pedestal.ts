import type { Vec3 } from "../math/vector.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { Coat } from "../textures/coat.ts";
import { endGrainCoat } from "../textures/ground-coats.ts";
import { marbleCoat, plasterCoat, slateCoat } from "../textures/support-coats.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import type { Shape } from "../tracer/shape.ts";

/** What raises a product above open ground. */
export interface Pedestal {
  readonly shape: Shape;
  readonly coat: Coat;
  readonly radius: number;
  /** How deep the ground lies below the product's base. */
  readonly drop: number;
}

const STONE: Vec3 = [0.2, 0.195, 0.185];

/** How deep the ground lies below the product's base on the support that was asked for. */
export function dropUnder(spec: SceneSpec): number {
  return pedestalFor(spec, { x: 0, z: 0, baseHalf: 0, material: 0 })?.drop ?? 0;
}

/** A slice of a trunk, a slab or a disc under (x, z), by the support that was asked for; null to stand on the ground itself. */
export function pedestalFor(
  { support, palette, seed }: SceneSpec,
  { x, z, baseHalf, material }: { x: number; z: number; baseHalf: number; material: number },
): Pedestal | null {
  const radius = Math.max(0.46, baseHalf * 1.75);
  const disc = (drop: number, coat: Coat, bevel: number): Pedestal => ({
    shape: new Cylinder({ x, z, radius, bottom: -0.5, top: 0, bevel, material }),
    coat,
    radius,
    drop,
  });
  switch (support) {
    case "wood":
      return disc(0.11, endGrainCoat(x, z, radius), 0.012);
    case "stone":
      return disc(0.09, slateCoat(seed, STONE), 0.035);
    case "marble":
      return disc(0.1, marbleCoat(seed), 0.02);
    case "podium":
      return disc(0.16, plasterCoat(palette.support, seed), 0.018);
    default:
      return null;
  }
}
