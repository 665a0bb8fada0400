import type { RgbOut } from "../math/color.ts";
import { type FloatImage, floatImage } from "../math/float-image.ts";
import { gradientFbm, valueNoise } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Sky } from "./sky.ts";
import type { Terrain } from "./terrain.ts";

/** What covers the ground. */
export interface GroundCover {
  readonly rock: Vec3;
  readonly grass: Vec3;
  /** Share of the relief above which snow lies; above 1 for none. */
  readonly snowLine: number;
  readonly sand: Vec3 | null;
}

export interface LandscapeView {
  readonly width: number;
  readonly height: number;
  /** Share of the height where the horizon is. */
  readonly horizon: number;
  readonly eyeHeight: number;
  /** Focal length as a share of the longer side. */
  readonly lens: number;
  readonly water: boolean;
  readonly fog: number;
}

const FARTHEST = 4.2;
const MAX_STEPS = 260;
const MISS = 30;
const DEEP_WATER: Vec3 = [0.012, 0.028, 0.04];

/** Marches a terrain under a sky; with `water` the plane y = 0 mirrors both. Linear HDR. */
export function paintLandscape(terrain: Terrain, sky: Sky, cover: GroundCover, view: LandscapeView): FloatImage {
  const { width, height, eyeHeight, water } = view;
  const image = floatImage(width, height, 3);
  const marcher = new Marcher(terrain, sky, cover, view.fog);
  const focal = view.lens * Math.max(width, height);
  const out: RgbOut = new Float64Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const px = (x + 0.5 - width / 2) / focal;
      const py = (view.horizon * height - y - 0.5) / focal;
      const k = 1 / Math.sqrt(px * px + py * py + 1);
      const dx = px * k;
      const dy = py * k;
      const far = marcher.look(0, eyeHeight, 0, dx, dy, k, 0, out);
      const toWater = dy < 0 ? -eyeHeight / dy : MISS;
      if (water && dy < 0 && far > toWater) paintWater(marcher, sky, dx, dy, k, toWater, out);
      const o = (y * width + x) * 3;
      image.data[o] = out[0] as number;
      image.data[o + 1] = out[1] as number;
      image.data[o + 2] = out[2] as number;
    }
  }
  return image;
}

/** A mirror with anisotropic ripples. Haze counts the whole way, eye to water to what is mirrored. */
function paintWater(marcher: Marcher, sky: Sky, dx: number, dy: number, dz: number, t: number, out: RgbOut): void {
  const { ambient, fog, fogSun } = sky.atmosphere;
  const x = t * dx;
  const z = t * dz;
  const strength = 0.016 * Math.min(1, 0.5 / t) + 0.004;
  const broad = gradientFbm((x * 9) / (0.3 + t * 0.4), (z * 60) / (0.35 + t * 0.9), 3);
  const fine = gradientFbm(x * 24 + 9, (z * 110) / (0.4 + t), 2);
  const rx = dx + fine * strength * 0.35;
  const ry = Math.abs(-dy + (broad * 0.8 + fine * 0.6) * strength * 1.6) + 0.0015;
  const k = 1 / Math.sqrt(rx * rx + ry * ry + dz * dz);
  // Starting a little above the water keeps the shoreline from mirroring itself as a black line.
  marcher.look(x, 0.002, z, rx * k, ry * k, dz * k, t, out);
  const fresnel = clamp(0.2 + 0.98 * (1 - clamp(-dy)) ** 5);
  const towards = clamp(dx * sky.sun[0] + dz * sky.sun[2]) ** 5;
  const haze = (1 - Math.exp(-t * t * 0.04)) * 0.55;
  for (let c = 0; c < 3; c++) {
    const color =
      (out[c] as number) * fresnel * 0.93 + (DEEP_WATER[c] as number) * (ambient[c] as number) * 4 * (1 - fresnel);
    out[c] = lerp(color, lerp(fog[c] as number, fogSun[c] as number, towards), haze);
  }
}

class Marcher {
  readonly #terrain: Terrain;
  readonly #sky: Sky;
  readonly #cover: GroundCover;
  readonly #fog: number;

  constructor(terrain: Terrain, sky: Sky, cover: GroundCover, fog: number) {
    this.#terrain = terrain;
    this.#sky = sky;
    this.#cover = cover;
    this.#fog = fog;
  }

  /** Colour along a ray and its length; `travelled` is the way before its origin. */
  look(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, travelled: number, out: RgbOut): number {
    const t = this.#march(ox, oy, oz, dx, dy, dz, travelled > 0 ? 0.006 : 0.18);
    if (t >= MISS) {
      this.#sky.full(dx, dy, dz, out);
      return MISS;
    }
    const y = oy + t * dy;
    this.#shadeGround(ox + t * dx, y, oz + t * dz, t, out);
    this.#addHaze(dx, dy, dz, y, t + travelled, out);
    this.#sky.addBow(dx, dy, dz, 0.75 * smoothstep(0.5, 2, t + travelled), out);
    return t;
  }

  #march(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, from: number): number {
    const terrain = this.#terrain;
    const ceiling = 1.2 * terrain.relief;
    let t = from;
    let before = from;
    for (let step = 0; step < MAX_STEPS && t < FARTHEST; step++) {
      const y = oy + t * dy;
      if (y > ceiling && dy > 0) return MISS;
      const above = y - terrain.heightAt(ox + t * dx, oz + t * dz);
      if (above < 0) {
        let low = before;
        let high = t;
        for (let i = 0; i < 7; i++) {
          const middle = (low + high) / 2;
          if (oy + middle * dy < terrain.heightAt(ox + middle * dx, oz + middle * dz)) high = middle;
          else low = middle;
        }
        return high;
      }
      before = t;
      t += Math.max(0.0022 * t + 0.0006, above * 0.34);
    }
    return MISS;
  }

  #shadeGround(x: number, y: number, z: number, t: number, out: RgbOut): void {
    const terrain = this.#terrain;
    const { rock, grass, snowLine, sand } = this.#cover;
    const { direct, ambient } = this.#sky.atmosphere;
    const sun = this.#sky.sun;
    const e = Math.max(0.0035, 0.0022 * t);
    const slopeX = (terrain.heightAt(x + e, z) - terrain.heightAt(x - e, z)) / (2 * e);
    const slopeZ = (terrain.heightAt(x, z + e) - terrain.heightAt(x, z - e)) / (2 * e);
    const grit = gradientFbm(x * 90, z * 90, 3) * (sand ? 0.06 : 0.55);
    let nx = -slopeX + grit * 0.54;
    let nz = -slopeZ + gradientFbm(x * 90 + 31, z * 90 + 7, 3) * (sand ? 0.05 : 0.35);
    const k = 1 / Math.sqrt(nx * nx + 1 + nz * nz);
    nx *= k;
    nz *= k;
    const facing = clamp(nx * sun[0] + k * sun[1] + nz * sun[2]) * terrain.sunAt(x, z) * 1.15;
    const open = terrain.openAt(x, z);
    const level = y / terrain.relief;
    const strata = 0.85 + 0.3 * valueNoise(y * 90 + gradientFbm(x * 6, z * 6, 2) * 3, 7.7);
    const snow =
      smoothstep(snowLine - 0.12, snowLine + 0.1, level + gradientFbm(x * 14, z * 14, 4) * 0.1) *
      smoothstep(0.52, 0.72, k + grit * 0.18);
    const green = smoothstep(0.62, 0.8, k) * (1 - smoothstep(0.1, 0.26, level));
    const meadow = 0.7 + 0.6 * valueNoise(x * 160, z * 160);
    const back = open * (0.55 + 0.75 * clamp(0.5 + 0.5 * (nx * -sun[0] * 0.4 + k * 0.8)));
    const grain = sand ? this.#sandGrain(x, z, t) : 1;
    for (let c = 0; c < 3; c++) {
      const bare = lerp((rock[c] as number) * strata, (grass[c] as number) * meadow, green);
      const albedo = sand ? (sand[c] as number) * grain : lerp(bare, 0.82 + 0.04 * c, snow);
      out[c] =
        albedo * ((direct[c] as number) * facing + (ambient[c] as number) * back + (direct[c] as number) * 0.06 * open);
    }
  }

  #sandGrain(x: number, z: number, t: number): number {
    const ripple = Math.sin((z + x * 0.3) * 520 + gradientFbm(x * 9, z * 9, 3) * 7);
    return (0.93 + 0.14 * valueNoise(x * 40, z * 40)) * (1 + 0.05 * ripple * Math.exp(-t * 1.2));
  }

  /** Aerial perspective, thinner with height and glowing towards the sun: what makes distance. */
  #addHaze(dx: number, dy: number, dz: number, y: number, way: number, out: RgbOut): void {
    const { fog, fogSun } = this.#sky.atmosphere;
    const sun = this.#sky.sun;
    const towards = clamp(dx * sun[0] + dy * sun[1] + dz * sun[2]) ** 5;
    const thin = 0.35 + 0.9 * Math.exp(-Math.max(y, 0) * 3.2);
    const haze = 1 - Math.exp(-((way * this.#fog) ** 1.35) * thin);
    for (let c = 0; c < 3; c++) {
      const share = clamp(haze * (0.94 + 0.07 * c));
      out[c] = (out[c] as number) * (1 - share) + lerp(fog[c] as number, fogSun[c] as number, towards) * share * 0.9;
    }
  }
}
