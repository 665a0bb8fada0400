import type { RgbOut } from "../math/color.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Material } from "../tracer/scene.ts";
import type { Coat } from "./coat.ts";

/** A place on what a lathe turned. */
export interface TurnedPlace {
  /** Around the axis, 0 to 1. */
  turn: number;
  /** Height along the axis and distance from it, in world units. */
  along: number;
  away: number;
  /** Cosine between the surface's normal and the axis. */
  facing: number;
}

/** A coat that is drawn around an axis: slices, stripes of a melon, grooves of a record. */
export function turnedCoat(
  { origin, axis = [0, 1, 0] }: { origin: Vec3; axis?: Vec3 },
  material: Material,
  color: (place: Readonly<TurnedPlace>, coarse: boolean, out: RgbOut) => void,
): Coat {
  const [ax, ay, az] = axis;
  // Any direction across the axis begins the turn.
  const side: Vec3 = Math.abs(ay) < 0.9 ? [az, 0, -ax] : [0, -az, ay];
  const unit = 1 / Math.hypot(...side);
  const u: Vec3 = [side[0] * unit, side[1] * unit, side[2] * unit];
  const v: Vec3 = [ay * u[2] - az * u[1], az * u[0] - ax * u[2], ax * u[1] - ay * u[0]];
  const place: TurnedPlace = { turn: 0, along: 0, away: 0, facing: 0 };
  return {
    material,
    color(_a, _b, coarse, out, hit) {
      const x = hit.x - origin[0];
      const y = hit.y - origin[1];
      const z = hit.z - origin[2];
      const a = x * u[0] + y * u[1] + z * u[2];
      const b = x * v[0] + y * v[1] + z * v[2];
      place.turn = Math.atan2(b, a) / (2 * Math.PI) + 0.5;
      place.along = x * ax + y * ay + z * az;
      place.away = Math.hypot(a, b);
      place.facing = hit.nx * ax + hit.ny * ay + hit.nz * az;
      color(place, coarse, out);
    },
  };
}
