import { smoothstep } from "../math/scalar.ts";
import { type Coat, metalCoat } from "../textures/coat.ts";
import { Arch } from "../tracer/arch.ts";
import { BRASS, type Standing } from "./household.ts";
import type { Stock } from "./stock.ts";

/** How soft the far end of the room is in the mirror, as a share of its radius: the lens is focused on the product. */
const SOFT = 0.05;

const within = (value: number, from: number, to: number) =>
  smoothstep(from - SOFT, from + SOFT, value) * smoothstep(to + SOFT, to - SOFT, value);

/** The other end of the room, `a` towards its window and `b` up, from the mirror's middle in its radii: 0 dark to 2 daylight. */
function roomAt(a: number, b: number): number {
  const frame = within(a, 0.02, 0.68) * within(b, -0.3, 0.66);
  const bars = within(a, 0.33, 0.37) + within(b, 0.2, 0.24);
  const daylight = within(a, 0.08, 0.62) * within(b, -0.22, 0.6) * (1 - 0.75 * Math.min(1, bars));
  const shine = Math.exp(-((a - 0.35) ** 2 + (b - 0.2) ** 2) * 1.5);
  const door = within(a, -0.82, -0.34) * smoothstep(0.42 + SOFT, 0.42 - SOFT, b);
  const ceiling = smoothstep(0.74 - SOFT, 0.74 + SOFT, b - 0.08 * a);
  const wall = 0.5 + 0.3 * shine + 0.1 * a + 0.16 * ceiling - 0.15 * door - 0.12 * smoothstep(0, -1, b);
  return wall + 0.14 * frame + (1.5 + 0.3 * b - wall) * daylight;
}

/** Glass that shows a room with a window: sampled reflections are too coarse to draw one. */
function mirrorCoat({
  x,
  y,
  radius,
  windowSide,
  light,
}: {
  x: number;
  y: number;
  radius: number;
  windowSide: -1 | 1;
  light: number;
}): Coat {
  return {
    ...metalCoat([0.95, 0.96, 0.98], 0.12),
    glow(hit, _ray, out) {
      const v = light * roomAt(((hit.x - x) * windowSide) / radius, (hit.y - y) / radius);
      const cool = smoothstep(0.9, 1.5, v / light);
      out[0] = v * (0.98 - 0.04 * cool);
      out[1] = v * 0.97;
      out[2] = v * (0.94 + 0.08 * cool);
    },
  };
}

/** A mirror with a round head that stands on the wall's foot, `high` to the spring of its head. */
export function archedMirror(
  stock: Stock,
  { x, z }: Standing,
  radius: number,
  high: number,
  view: { windowSide: -1 | 1; light: number },
): void {
  const glass = radius * 0.94;
  const plate = { x, spring: high, back: z };
  stock.add(
    new Arch({ ...plate, bottom: 0.22, radius, hole: glass, front: z - 0.07, material: stock.material(BRASS) }),
    new Arch({
      ...plate,
      bottom: 0.24,
      radius: glass,
      front: z - 0.03,
      material: stock.material(mirrorCoat({ x, y: high, radius: glass * 1.25, ...view })),
    }),
  );
}

/** A round mirror in a thin frame on the wall behind `z`; `light` is how bright the room that it shows is. */
export function roundMirror(
  stock: Stock,
  { x, z }: Standing,
  radius: number,
  y: number,
  view: { windowSide: -1 | 1; light: number },
): void {
  const disc = { x, spring: y, bottom: 0, disc: true, back: z };
  const glass = radius * 0.95;
  stock.add(
    new Arch({ ...disc, radius, hole: glass, front: z - 0.07, material: stock.material(BRASS) }),
    new Arch({
      ...disc,
      radius: glass,
      front: z - 0.03,
      material: stock.material(mirrorCoat({ x, y, radius: glass, ...view })),
    }),
  );
}
