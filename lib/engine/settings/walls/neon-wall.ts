import { oklch, type RgbOut } from "../../math/color.ts";
import { valueFbm } from "../../math/noise.ts";
import type { Vec3 } from "../../math/vector.ts";
import type { SceneSpec } from "../../scene-spec.ts";
import { type Coat, metalCoat } from "../../textures/coat.ts";
import { Arch } from "../../tracer/arch.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import { Sphere } from "../../tracer/sphere.ts";
import type { Furnishing, Room } from "../room.ts";

/** A tube of light on the wall, as a distance from it. */
type Tube = { readonly color: Vec3; readonly from: (a: number, b: number) => number };

/** What the tubes throw on the wall, and what is seen of it in a mirror. */
function neonWall(tubes: readonly Tube[], base: Vec3): Coat {
  const light = (a: number, b: number, out: RgbOut) => {
    const grit = 0.9 + 0.2 * valueFbm(a * 14, b * 14, 3);
    for (let c = 0; c < 3; c++) out[c] = base[c] as number;
    for (const { color, from } of tubes) {
      const d = from(a, b);
      const halo = (0.5 / (1 + (d / 0.085) ** 2) + 0.2 * Math.exp(-d / 0.55)) * grit;
      for (let c = 0; c < 3; c++) out[c] = (out[c] as number) + (color[c] as number) * halo;
    }
  };
  return {
    material: { reflectance: 0.02, roughness: 0.6 },
    color(a, b, _coarse, out) {
      light(a, b, out);
      // Seen by bounces, which multiply it with the room's faint light.
      for (let c = 0; c < 3; c++) (out[c] as number) *= NEON_IN_MIRRORS;
    },
    glow: (hit, _ray, out) => light(hit.x, hit.y, out),
  };
}

const NEON_IN_MIRRORS = 5;

function tubeCoat(color: Vec3): Coat {
  const core: Vec3 = [color[0] * 2.2 + 0.9, color[1] * 2.2 + 0.9, color[2] * 2.2 + 0.9];
  return {
    material: { reflectance: 0, roughness: 1 },
    color: (_a, _b, _coarse, out) => out.set([color[0] * 16, color[1] * 16, color[2] * 16]),
    glow: (_hit, _ray, out) => out.set(core),
  };
}

const RING = { y: 0.74, tube: 0.035 };

/** Two colours of light: what was asked for, else magenta and cyan. */
function neonColors({ tinted, palette, layout }: SceneSpec): readonly [Vec3, Vec3] {
  const one: Vec3 = tinted ? oklch(0.68, 0.24, palette.hue) : oklch(0.66, 0.27, layout % 2 ? 350 : 250);
  const other: Vec3 = tinted ? vivid(palette.accent, palette.hue) : oklch(0.78, 0.15, layout % 2 ? 210 : 325);
  return [one, other];
}

/** The accent when it is a colour of its own, else a neighbour of the first. */
function vivid(accent: Vec3, hue: number): Vec3 {
  const most = Math.max(...accent);
  const least = Math.min(...accent);
  if (most - least < 0.12) return oklch(0.74, 0.19, hue + 50);
  return [accent[0] - 0.75 * least, accent[1] - 0.75 * least, accent[2] - 0.75 * least].map(
    (v) => (v / (most - 0.75 * least)) * 0.9,
  ) as unknown as Vec3;
}

interface NeonPlan {
  /** Half width of a ring or doorway around `y`, its middle; a doorway goes straight down from there. */
  readonly frame: { readonly x: number; readonly radius: number; readonly door: boolean } | null;
  readonly posts: readonly { readonly x: number; readonly color: Vec3 }[];
  readonly main: Vec3;
}

/** Where the tubes hang; wall and furnishing must agree on it. */
function neonPlan(spec: SceneSpec): NeonPlan {
  const [main, other] = neonColors(spec);
  const far = -spec.side;
  const pairs = (...places: (readonly [number, Vec3])[]) => places.map(([x, color]) => ({ x: x * far, color }));
  switch (spec.layout % 4) {
    case 0:
      return {
        frame: { x: 0, radius: 0.86, door: false },
        posts: pairs([1.5, other], [1.66, other], [-1.6, main]),
        main,
      };
    case 1:
      return { frame: null, posts: pairs([1.05, main], [1.25, main], [-0.95, other], [-1.15, other]), main };
    case 2:
      return { frame: { x: 0, radius: 0.74, door: true }, posts: pairs([1.25, other], [-1.25, other]), main };
    default:
      return { frame: { x: 0.62 * far, radius: 0.62, door: false }, posts: pairs([-0.85, other], [-1, other]), main };
  }
}

/** From the outline of a ring, or of a doorway with a round head. */
function fromFrame({ x, radius, door }: NonNullable<NeonPlan["frame"]>): Tube["from"] {
  return (a, b) => Math.abs(door && b < RING.y ? Math.abs(a - x) - radius : Math.hypot(a - x, b - RING.y) - radius);
}

function neonWallOf(spec: SceneSpec): Coat {
  const { frame, posts, main } = neonPlan(spec);
  return neonWall(
    [
      ...(frame ? [{ color: main, from: fromFrame(frame) }] : []),
      ...posts.map(({ x, color }) => ({ color, from: (a: number) => Math.abs(a - x) })),
    ],
    [0.012, 0.011, 0.02],
  );
}

function furnishNeon({ spec, stock, wallZ, x, half, z, rich }: Furnishing): void {
  const { frame, posts, main } = neonPlan(spec);
  if (frame) {
    stock.add(
      new Arch({
        x: frame.x,
        spring: RING.y,
        bottom: -0.2,
        disc: !frame.door,
        radius: frame.radius + RING.tube / 2,
        hole: frame.radius - RING.tube / 2,
        front: wallZ - 0.05,
        back: wallZ - 0.02,
        material: stock.material(tubeCoat(main)),
      }),
    );
  }
  for (const { x: at, color } of posts) {
    stock.add(
      new Cylinder({
        x: at,
        z: wallZ - 0.04,
        radius: 0.018,
        bottom: -0.2,
        top: 5,
        material: stock.material(tubeCoat(color)),
      }),
    );
  }
  if (!rich) return;
  const chrome = stock.material(metalCoat([0.9, 0.9, 0.95], 0.1));
  stock.add(
    new Sphere({ x: x + (half + 0.5) * -spec.side, y: 0.12, z: z + 0.25, radius: 0.12, material: chrome }),
    new Sphere({ x: x - (half + 0.35) * -spec.side, y: 0.055, z: z - 0.1, radius: 0.055, material: chrome }),
  );
}

/** Tubes of neon light before a dark wall. */
export const NEON: Room = {
  wall: neonWallOf,
  depth: 1.9,
  key: 0.3,
  ambient: 0.2,
  exposure: 1.1,
  aperturePx: 4,
  furnish: furnishNeon,
};
