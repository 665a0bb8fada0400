import { gradientFbm, gradientNoise, hash2, valueFbm, valueNoise } from "../math/noise.ts";
import { lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Coat } from "./coat.ts";
import { sandTone } from "./sand.ts";
import { snowTone } from "./snow.ts";

const MATT = { reflectance: 0.02, roughness: 0.6 } as const;

/** A colour under a tone, with relief: most natural ground. */
function toned(
  color: Vec3,
  tone: (x: number, z: number) => number,
  relief: Coat["relief"],
  material: Coat["material"] = MATT,
): Coat {
  return {
    material,
    color(a, b, coarse, out) {
      const k = coarse ? 1 : tone(a, b);
      for (let c = 0; c < 3; c++) out[c] = (color[c] as number) * k;
    },
    relief,
  };
}

export function snowCoat(): Coat {
  return toned(
    [0.9, 0.92, 0.96],
    snowTone,
    { height: (x, z) => gradientFbm(x * 5, z * 8, 3) * 0.006 + gradientFbm(x * 26, z * 26, 2) * 0.0022, step: 0.004 },
    { reflectance: 0.03, roughness: 0.45 },
  );
}

const RIPPLES_PER_UNIT = 40;

/** Wind ripples that bend and break, over sand; finer ones fade where they would be smaller than a pixel. */
function rippleHeight(x: number, z: number): number {
  const bend = gradientFbm(x * 0.7, z * 0.7, 3) * 7 + gradientFbm(x * 2.6, z * 2.6, 2) * 1.6;
  const phase = (z * 0.82 + x * 0.34) * RIPPLES_PER_UNIT + bend;
  const wave = Math.sin(phase) + 0.3 * Math.sin(phase * 2 + 0.6);
  const strength = smoothstep(0.18, 0.62, valueFbm(x * 0.6 + 3, z * 0.6, 2)) * smoothstep(14, 4, z - 2);
  return wave * 0.0026 * strength + gradientFbm(x * 38, z * 38, 2) * 0.0011;
}

export function duneCoat(color: Vec3 = [0.74, 0.47, 0.25]): Coat {
  return toned(color, sandTone, { height: rippleHeight, step: 0.004 });
}

const SOIL: Vec3 = [0.05, 0.065, 0.022];
const TURF: Vec3 = [0.085, 0.15, 0.03];

/** Earth under grass: seen only between the blades. */
export function turfCoat(): Coat {
  return {
    material: MATT,
    color(a, b, coarse, out) {
      const share = coarse ? 0.6 : valueFbm(a * 4, b * 4, 3) * (0.6 + 0.4 * valueNoise(a * 60, b * 25));
      for (let c = 0; c < 3; c++) out[c] = lerp(SOIL[c] as number, TURF[c] as number, share);
    },
    relief: { height: (x, z) => gradientFbm(x * 14, z * 14, 3) * 0.008, step: 0.006 },
  };
}

const MOSS_DARK: Vec3 = [0.022, 0.046, 0.01];
const MOSS_LIGHT: Vec3 = [0.085, 0.135, 0.026];
const EARTH: Vec3 = [0.075, 0.052, 0.034];

/** Cushions of moss between patches of earth and needles. */
export function mossCoat(shift: number): Coat {
  const earthAt = (x: number, z: number) => smoothstep(0.56, 0.68, valueFbm((x + shift) * 0.9, z * 0.9, 4));
  return {
    material: MATT,
    color(a, b, coarse, out) {
      const cushion = coarse ? 0.4 : valueFbm(a * 6, b * 6, 4) * (0.45 + 0.9 * hash2((a * 260) | 0, (b * 200) | 0));
      const earth = coarse ? 0.2 : earthAt(a, b);
      const needle = coarse ? 0 : smoothstep(0.55, 0.8, gradientNoise(a * 60 + b * 30, b * 14)) * 0.6;
      for (let c = 0; c < 3; c++) {
        const moss = lerp(MOSS_DARK[c] as number, MOSS_LIGHT[c] as number, cushion);
        out[c] = lerp(moss, (EARTH[c] as number) * (0.7 + needle), earth);
      }
    },
    relief: {
      height: (x, z) =>
        gradientFbm(x * 7, z * 7, 3) * 0.014 + valueNoise(x * 120, z * 120) * 0.0035 * (1 - earthAt(x, z)),
      step: 0.004,
    },
  };
}

/** Furrowed bark of an upright trunk. */
export function barkCoat(): Coat {
  return {
    material: MATT,
    color(a, b, coarse, out) {
      const furrow = coarse ? 0.5 : 1 - Math.abs(gradientNoise(a * 11 + gradientFbm(a * 3, b * 1.5, 2) * 1.2, b * 0.9));
      const k = 0.35 + 0.75 * (1 - furrow ** 4) * (coarse ? 1 : 0.6 + 0.6 * valueFbm(a * 9, b * 3, 3));
      out[0] = 0.13 * k;
      out[1] = 0.1 * k;
      out[2] = 0.075 * k;
    },
  };
}

const BARK_RINGS = 26;

/** Sawn across: year rings around the middle, cracks from the rim. `x` and `z` are the slice's centre. */
export function endGrainCoat(x: number, z: number, radius: number): Coat {
  return {
    material: { reflectance: 0.03, roughness: 0.5 },
    color(a, b, coarse, out, hit) {
      if (hit.ny < 0.5) {
        const k = coarse ? 0.8 : 0.5 + 0.7 * valueFbm(a * 14, b * 5, 4);
        out[0] = 0.16 * k;
        out[1] = 0.1 * k;
        out[2] = 0.065 * k;
        return;
      }
      const dx = a - x;
      const dz = b - z;
      const r = Math.sqrt(dx * dx + dz * dz) / radius;
      const bent = r + (coarse ? 0 : 0.035 * gradientFbm(dx * 2.6, dz * 2.6, 3));
      const ring = coarse ? 0.5 : 0.5 + 0.5 * Math.sin(bent * BARK_RINGS * 2 * Math.PI);
      const spoke = gradientNoise(Math.atan2(dz, dx) * 9, r * 2);
      const crack = coarse ? 0 : smoothstep(0.012, 0, Math.abs(spoke)) * smoothstep(0.35, 1, r) * 0.5;
      const bark = smoothstep(0.955, 0.975, bent);
      const k = (0.8 + 0.2 * ring) * (1 - crack) * (1 - 0.25 * r) * (1 - 0.78 * bark);
      out[0] = 0.56 * k;
      out[1] = 0.37 * k;
      out[2] = 0.21 * k;
    },
  };
}
