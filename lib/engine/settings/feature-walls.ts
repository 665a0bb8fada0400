import { oklch, type RgbOut } from "../math/color.ts";
import { gradientFbm, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import { growDryGrass } from "../plants/pot-plant.ts";
import type { SceneSpec } from "../scene-spec.ts";
import { type Coat, metalCoat, plainCoat } from "../textures/coat.ts";
import { plasterCoat, slateCoat, supportCoat } from "../textures/support-coats.ts";
import { tileCoat } from "../textures/tile-coat.ts";
import { Arch } from "../tracer/arch.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { Sphere } from "../tracer/sphere.ts";
import { candle, glazed, vase } from "./household.ts";
import type { Furnishing, Room } from "./rooms.ts";

/** Rooms that are known by their wall: a library, a red palace wall, an ink painting, bricks, neon, black and gold. */

const topOf = (spec: SceneSpec) => supportCoat(spec.support, spec.seed, spec.palette.support);

const BINDINGS: readonly Vec3[] = [
  [0.2, 0.035, 0.028],
  [0.05, 0.085, 0.06],
  [0.035, 0.055, 0.11],
  [0.23, 0.13, 0.06],
  [0.42, 0.34, 0.22],
  [0.09, 0.06, 0.045],
  [0.3, 0.2, 0.1],
];
const SHELF: Vec3 = [0.15, 0.075, 0.035];
const SHELF_HEIGHT = 0.46;
const BOARD = 0.045;

/** Shelves full of old books: spines with bands of gold, some leaning, a dark gap above them. */
function booksCoat(seed: number): Coat {
  const shift = seed % 89;
  return {
    material: { reflectance: 0.03, roughness: 0.5 },
    color(a, b, coarse, out) {
      const shelf = Math.floor((b + 0.3) / SHELF_HEIGHT);
      const v = b + 0.3 - shelf * SHELF_HEIGHT;
      const post = Math.abs(a + shift - Math.round((a + shift) / 2.3) * 2.3) < 0.035;
      if (coarse || v < BOARD || post) {
        const grain = coarse ? 1 : 0.8 + 0.4 * valueFbm(a * 3, b * 30, 3);
        for (let c = 0; c < 3; c++) out[c] = (SHELF[c] as number) * grain;
        return;
      }
      const along = (a + shift) * 15 + 2.4 * valueNoise((a + shift) * 7, shelf * 5.3);
      const book = Math.floor(along);
      const within = along - book;
      const tall = (0.62 + 0.3 * hash2(book, shelf + 40)) * (SHELF_HEIGHT - BOARD);
      if (v - BOARD > tall) {
        out.fill(0.012);
        return;
      }
      const color = BINDINGS[Math.floor(hash2(book + 7, shelf) * BINDINGS.length)] as Vec3;
      const round = 0.35 + 0.9 * Math.sqrt(clamp(4 * within * (1 - within)));
      const height = (v - BOARD) / tall;
      const banded = Math.abs(height - 0.16) < 0.012 || Math.abs(height - 0.82) < 0.012;
      const tone = round * (0.7 + 0.6 * hash2(book, shelf));
      for (let c = 0; c < 3; c++) out[c] = (banded ? ([0.5, 0.34, 0.12][c] as number) : (color[c] as number)) * tone;
    },
  };
}

function furnishLibrary({ stock, rich, x, half, z, side, random }: Furnishing & { side: number }): void {
  const far = -side;
  const volume = (away: number, y: number, dz: number, turn: number, color: Vec3) =>
    stock.add(
      new Box({
        x: x + away * far,
        y,
        z: z + dz,
        halfX: 0.27 - 0.02 * random(),
        halfY: 0.045,
        halfZ: 0.19,
        turn,
        bevel: 0.012,
        material: stock.material(plasterCoat(color, 3)),
      }),
    );
  volume(half + 0.62, 0.045, 0.55, 0.25, BINDINGS[0] as Vec3);
  volume(half + 0.6, 0.135, 0.55, -0.1, BINDINGS[4] as Vec3);
  if (!rich) return;
  volume(half + 0.63, 0.225, 0.54, 0.4, BINDINGS[2] as Vec3);
  candle(stock, { x: x - (half + 0.6) * far, z: z + 0.5 }, 0.08, 0.24);
}

const PALACE_RED: Vec3 = [0.235, 0.024, 0.017];

/** Limewashed in red, streaked by rain and years. */
function redWallCoat(seed: number): Coat {
  const shift = seed % 61;
  return {
    material: { reflectance: 0.02, roughness: 0.65 },
    color(a, b, coarse, out) {
      const streak = coarse ? 0.5 : valueFbm((a + shift) * 2.2, b * 0.35, 4);
      const patch = coarse ? 0.5 : valueFbm((a + shift) * 0.9, b * 0.9 + 5, 4);
      const k = (0.72 + 0.34 * streak + 0.22 * patch) * (coarse ? 1 : 0.97 + 0.06 * valueNoise(a * 80, b * 80));
      const faded = 0.05 * smoothstep(0.6, 0.85, patch);
      for (let c = 0; c < 3; c++) out[c] = (PALACE_RED[c] as number) * k + faded * ([0.5, 0.28, 0.2][c] as number);
    },
  };
}

const LACQUER_RED: Coat = plainCoat([0.2, 0.018, 0.012], { reflectance: 0.045, roughness: 0.3 });
const PAPER_PANE: Coat = plainCoat([0.9, 0.82, 0.66]);
const DARK_WOOD: Coat = plainCoat([0.055, 0.03, 0.02], { reflectance: 0.04, roughness: 0.35 });

/** Bare wall, columns, a round window with a lattice, or one column with a vase before it. */
function furnishPalace({ spec, stock, x, half, z, wallZ, rich }: Furnishing): void {
  const far = -spec.side;
  const stone = stock.material(slateCoat(spec.seed + 5, [0.34, 0.33, 0.31]));
  const foot = (at: number, halfX: number, dz: number) =>
    stock.add(
      new Box({ x: at, y: 0.11, z: wallZ - dz, halfX, halfY: 0.11, halfZ: 0.12, bevel: 0.025, material: stone }),
      new Box({ x: at, y: 0.25, z: wallZ - dz, halfX, halfY: 0.03, halfZ: 0.09, bevel: 0.02, material: stone }),
    );
  const column = (at: number) => {
    const material = stock.material(LACQUER_RED);
    stock.add(
      new Cylinder({ x: at, z: wallZ - 0.3, radius: 0.17, bottom: 0, top: 5, material }),
      new Cylinder({ x: at, z: wallZ - 0.3, radius: 0.24, bottom: 0, top: 0.16, bevel: 0.05, material: stone }),
    );
  };
  foot(0, 9, 0);
  const arrangement = spec.layout % 4;
  if (arrangement === 1) {
    column(x + 1.05 * far);
    column(x - 1.35 * far);
  }
  if (arrangement === 3) column(x + 0.95 * far);
  if (arrangement === 2) latticeWindow(stock, x + 0.25 * far, 1.05, wallZ);
  if (rich || arrangement === 3) vase(stock, { x: x - (half + 0.8) * far, z: z + 0.8 }, 0.19, glazed(0.62, 0.06, 195));
}

/** A round window: paper behind dark bars. */
function latticeWindow(stock: Furnishing["stock"], x: number, y: number, wallZ: number): void {
  const wood = stock.material(DARK_WOOD);
  const disc = { x, spring: y, bottom: 0, disc: true } as const;
  stock.add(
    new Arch({ ...disc, radius: 0.66, front: wallZ - 0.02, back: wallZ, material: stock.material(PAPER_PANE) }),
    new Arch({ ...disc, radius: 0.72, hole: 0.64, front: wallZ - 0.09, back: wallZ, material: wood }),
  );
  for (const away of [-0.36, -0.12, 0.12, 0.36]) {
    const reach = Math.sqrt(0.64 ** 2 - away ** 2);
    const bar = { z: wallZ - 0.04, halfZ: 0.012, bevel: 0.004, material: wood };
    stock.add(
      new Box({ ...bar, x: x + away, y, halfX: 0.012, halfY: reach }),
      new Box({ ...bar, x, y: y + away, halfX: reach, halfY: 0.012 }),
    );
  }
}

const PAPER: Vec3 = [0.82, 0.79, 0.72];
const INK: Vec3 = [0.05, 0.065, 0.075];
const SEAL_SUN: Vec3 = [0.62, 0.11, 0.06];
const RANGES = 5;

/** Mountains in washes of ink on rice paper: each range darkest along its ridge, and lost in mist below. */
function inkCoat({ seed, tinted, palette, side, layout }: SceneSpec): Coat {
  const shift = seed % 71;
  const ink: Vec3 = tinted ? oklch(0.42, 0.06, palette.hue) : INK;
  // Half of the arrangements have a moon gate instead.
  const hasSun = layout % 4 < 2;
  const sunX = -0.72 * side;
  const sunY = 1.42 + 0.12 * (layout % 2);
  return {
    material: { reflectance: 0.02, roughness: 0.6 },
    color(a, b, coarse, out) {
      const fibre = coarse ? 1 : 0.975 + 0.05 * valueFbm(a * 26, b * 7, 3);
      for (let c = 0; c < 3; c++) out[c] = (PAPER[c] as number) * fibre;
      if (coarse) return;
      const sun = smoothstep(0.235, 0.215, Math.hypot(a - sunX, b - sunY) + 0.01 * gradientFbm(a * 9, b * 9, 2));
      for (let c = 0; c < 3; c++) out[c] = lerp(out[c] as number, SEAL_SUN[c] as number, hasSun ? 0.8 * sun : 0);
      for (let range = 0; range < RANGES; range++) {
        const near = range / (RANGES - 1);
        const rough = gradientFbm((a + shift) * (0.9 + 0.5 * near) + range * 17, range * 3.1, 5);
        const ridge = 1.05 - 0.75 * near + (0.62 - 0.2 * near) * rough;
        const under = ridge - b;
        if (under < 0) continue;
        const bleed = smoothstep(0, 0.02 + 0.02 * near, under);
        const wash = Math.exp(-under * (2.6 + 1.6 * near)) * (0.75 + 0.5 * valueFbm(a * 7 + range, b * 5, 4));
        const share = clamp(bleed * wash * (0.22 + 0.6 * near));
        for (let c = 0; c < 3; c++) out[c] = lerp(out[c] as number, ink[c] as number, share);
      }
    },
  };
}

function furnishInk({ spec, stock, rich, x, half, z, wallZ }: Furnishing): void {
  const far = -spec.side;
  if (spec.layout % 4 >= 2) {
    const radius = spec.layout % 4 === 2 ? 0.95 : 0.72;
    stock.add(
      new Arch({
        x: x + (spec.layout % 4 === 2 ? 0.1 : 0.5) * far,
        spring: 0.86,
        bottom: 0,
        disc: true,
        radius,
        hole: radius - 0.05,
        front: wallZ - 0.5,
        back: wallZ - 0.42,
        material: stock.material(DARK_WOOD),
      }),
    );
  }
  const stone = stock.material(slateCoat(spec.seed + 9, [0.14, 0.145, 0.15]));
  stock.add(
    new Sphere({ x: x + (half + 0.42) * far, y: 0.045, z: z + 0.35, radius: 0.13, material: stone }),
    new Sphere({ x: x + (half + 0.66) * far, y: 0.02, z: z + 0.2, radius: 0.075, material: stone }),
  );
  if (rich) vase(stock, { x: x - (half + 0.8) * far, z: z + 0.75 }, 0.17, glazed(0.4, 0.012, 220));
}

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

export const FEATURE_WALLS = {
  library: {
    wall: (spec) => booksCoat(spec.seed),
    top: topOf,
    depth: 2.1,
    key: 0.95,
    ambient: 0.5,
    exposure: 1.05,
    furnish: (furnishing) => furnishLibrary({ ...furnishing, side: furnishing.spec.side }),
  },
  "red-wall": {
    wall: (spec) => redWallCoat(spec.seed),
    top: topOf,
    depth: 2,
    key: 1.25,
    ambient: 0.55,
    exposure: 1,
    aperturePx: 6,
    furnish: furnishPalace,
  },
  ink: {
    wall: inkCoat,
    top: topOf,
    depth: 1.9,
    key: 0.85,
    ambient: 0.68,
    exposure: 0.86,
    aperturePx: 4,
    furnish: furnishInk,
    plant: (plot, { spec, rich, x, half, z }) => {
      if (rich) growDryGrass(plot, { x: x + (half + 0.8) * spec.side, z: z + 0.75, foot: 0.38 });
    },
  },
  brick: {
    wall: (spec) => ({ ...tileCoat(BRICK, BRICK_COURSE, spec.seed), material: { reflectance: 0.02, roughness: 0.7 } }),
    top: topOf,
    depth: 2,
    key: 1.1,
    ambient: 0.5,
    exposure: 0.95,
    aperturePx: 7,
    furnish: furnishLoft,
  },
  neon: {
    wall: neonWallOf,
    top: topOf,
    depth: 1.9,
    key: 0.3,
    ambient: 0.2,
    exposure: 1.1,
    aperturePx: 4,
    furnish: furnishNeon,
  },
  gold: {
    wall: () => plasterCoat([0.04, 0.037, 0.036], 7),
    top: topOf,
    depth: 2.1,
    key: 2.3,
    ambient: 0.34,
    exposure: 1.25,
    aperturePx: 5,
    furnish: furnishGold,
  },
} satisfies Record<string, Room>;
