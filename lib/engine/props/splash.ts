import { valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Stock } from "../settings/stock.ts";
import { type Coat, plainCoat } from "../textures/coat.ts";
import { Ellipsoid } from "../tracer/ellipsoid.ts";
import { Liquid } from "../tracer/liquid.ts";
import type { Scene } from "../tracer/scene.ts";

const tinted = (color: Vec3, strength: number): Coat =>
  plainCoat(color, {
    reflectance: 0.04,
    roughness: 0.03,
    clear: {
      swallows: [-Math.log(color[0]) * strength, -Math.log(color[1]) * strength, -Math.log(color[2]) * strength],
      veil: 0.4,
    },
  });
const WATER: Coat = plainCoat([0.86, 0.91, 0.94], {
  reflectance: 0.04,
  roughness: 0.02,
  clear: { swallows: [0.8, 0.3, 0.18], veil: 0.06 },
});

/** What splashes, by the lexicon's meaning. */
const LIQUIDS: Readonly<Record<string, Coat>> = {
  splash: WATER,
  "milk-splash": plainCoat([0.9, 0.87, 0.81], { reflectance: 0.04, roughness: 0.2 }),
  "chocolate-splash": plainCoat([0.11, 0.042, 0.018], { reflectance: 0.05, roughness: 0.12 }),
  "coffee-splash": plainCoat([0.07, 0.028, 0.012], { reflectance: 0.045, roughness: 0.1 }),
  "juice-splash": tinted([0.92, 0.5, 0.08], 7),
};
export const SPLASHES: readonly string[] = Object.keys(LIQUIDS);

/** Side of the field's cubes in v2 and in v3, in world units. */
const CELL = [0.017, 0.013] as const;
/** Tongues of liquid that rise from the crown. */
const TONGUES = 19;
const HIGHEST = 0.5;
const REACH = 0.62;

interface Tongue {
  readonly angle: number;
  readonly high: number;
  readonly half: number;
}

/** A crown of liquid around the product's foot, high at its sides and behind it, and the drops that fly off it. */
export function splashAround(
  stock: Stock,
  { subject, camera }: Scene,
  { name, side, rich, random }: { name: string; side: number; rich: boolean; random: () => number },
): void {
  const material = stock.material(LIQUIDS[name] ?? WATER);
  const x0 = subject?.centreX ?? 0;
  const z0 = subject?.centreZ ?? camera.distance;
  const foot = subject?.elevation ?? 0;
  const halfWidth = subject?.baseHalfWidth ?? 0.3;
  const flatten = clamp(halfWidth / Math.max(0.05, subject?.baseHalfDepth ?? halfWidth), 1, 1.5);
  const around = halfWidth * 1.1 + 0.04;
  const shift = 40 * random();
  /** What rises before the product would be cut off by it: the crown is low there. */
  const height = (angle: number) => {
    const towards = 1 + 0.3 * Math.cos(angle) * side;
    return lerp(towards, 0.09, isBefore(angle));
  };
  const tongues: Tongue[] = Array.from({ length: TONGUES }, (_, i) => {
    const angle = ((i + 0.7 * random()) / TONGUES) * 2 * Math.PI - Math.PI;
    return { angle, high: (0.12 + (HIGHEST - 0.16) * random() ** 1.4) * height(angle), half: 0.2 + 0.26 * random() };
  });
  /** Distance of the sheet from the axis at a height. */
  const lean = (angle: number, y: number) =>
    around +
    0.42 * y +
    0.55 * y * y +
    (0.05 + 0.22 * y) * (valueFbm(Math.cos(angle) * 3.2 + shift, Math.sin(angle) * 3.2 + y * 4, 2) - 0.5);
  const crest = (angle: number) => {
    let high = (0.06 + 0.26 * valueFbm(Math.cos(angle) * 2.4 + shift, Math.sin(angle) * 2.4, 3)) * height(angle);
    for (const tongue of tongues) {
      const turn = Math.abs(angle - tongue.angle);
      const off = Math.min(turn, 2 * Math.PI - turn) / tongue.half;
      if (off < 1) high = Math.max(high, tongue.high * (1 - off) ** 1.5 + 0.025);
    }
    return high;
  };
  // Crest and edge of the puddle depend on the angle alone: one table serves every cube.
  const ANGLES = 1440;
  const crests = Float32Array.from({ length: ANGLES }, (_, i) => crest((i / ANGLES) * 2 * Math.PI - Math.PI));
  /** Growth of the crest per radian: what makes a height a distance. */
  const steeps = crests.map(
    (_, i) =>
      (((crests[(i + 3) % ANGLES] as number) - (crests[(i + ANGLES - 3) % ANGLES] as number)) * ANGLES) /
      (12 * Math.PI),
  );
  const edges = Float32Array.from({ length: ANGLES }, (_, i) => {
    const angle = (i / ANGLES) * 2 * Math.PI - Math.PI;
    // A block ends close to the product, a podium before it.
    const room = foot > 0 ? 0.06 : lerp(0.21, 0.09, isBefore(angle));
    return around + room * (0.3 + 0.7 * valueFbm(Math.cos(angle) * 1.8 + shift, Math.sin(angle) * 1.8 + 7, 3));
  });
  const field = (x: number, y: number, z: number) => {
    const dx = x - x0;
    const dz = (z - z0) * flatten;
    const up = y - foot;
    const r = Math.hypot(dx, dz);
    const angle = Math.atan2(dz, dx);
    // Tongues bend aside as they rise.
    const bent = angle + 0.85 * Math.max(0, up) * Math.sin(3 * angle + shift);
    const slot = (((bent / (2 * Math.PI) + 1.5) * ANGLES) | 0) % ANGLES;
    const edge = edges[slot] as number;
    const high = crests[slot] as number;
    const puddle = 0.02 * (1 - (r / edge) ** 6) - up;
    if (up > high + 0.05 || r < around * 0.7) return puddle;
    const bead = Math.exp(-(((high - up) / 0.03) ** 2));
    const thick = 0.013 + 0.028 * Math.exp(-Math.max(0, up) / 0.045) + 0.018 * bead;
    const sheet = thick - Math.abs(r - lean(angle, Math.max(0, up))) * 0.9;
    return joined(least(sheet, (high - up) / Math.sqrt(1 + ((steeps[slot] as number) / r) ** 2)), puddle);
  };
  stock.add(
    new Liquid({
      bounds: [
        x0 - REACH - halfWidth,
        foot - 0.006,
        z0 - REACH,
        x0 + REACH + halfWidth,
        foot + HIGHEST * 1.35,
        z0 + REACH,
      ],
      cell: CELL[rich ? 1 : 0],
      field,
      material,
    }),
  );
  for (const tongue of tongues) {
    const drops = Math.round((tongue.high / HIGHEST) * (rich ? 9 : 6));
    for (let i = 0; i < drops; i++) {
      const y = tongue.high * (0.95 + 0.95 * random());
      const angle = tongue.angle + 0.22 * (random() - 0.5);
      const out = lean(angle, y) + 0.1 * (random() - 0.35);
      const size = 0.007 + 0.021 * random() ** 2.2;
      stock.add(
        new Ellipsoid({
          x: x0 + Math.cos(angle) * out,
          y: foot + y,
          z: z0 + (Math.sin(angle) * out) / flatten,
          radiusX: size,
          radiusY: size * (1 + 0.7 * random()),
          radiusZ: size,
          turn: angle,
          lean: 0.5,
          material,
        }),
      );
    }
  }
}

/** 0 at the product's sides and behind it, 1 before it. */
const isBefore = (angle: number) => smoothstep(-0.05, -0.5, Math.sin(angle));

/** The least and the greatest of two fields, rounded where they meet. */
const ROUND = 0.012;
function least(a: number, b: number): number {
  const h = clamp(0.5 + (0.5 * (b - a)) / ROUND);
  return lerp(b, a, h) - ROUND * h * (1 - h);
}
const joined = (a: number, b: number) => -least(-a, -b);
