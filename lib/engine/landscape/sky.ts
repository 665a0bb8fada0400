import type { RgbOut } from "../math/color.ts";
import { gradientFbm, hash2, valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { normalized, type Vec3 } from "../math/vector.ts";
import type { Atmosphere } from "./atmosphere.ts";

/** Stars per radian; small enough to stay points in a backdrop of half resolution. */
const STAR_DENSITY = 420;

/** A sky to look at in any direction of the upper half space (y is up, z goes into the picture). */
export class Sky {
  readonly atmosphere: Atmosphere;
  readonly sun: Vec3;
  readonly #cloudShift: number;

  /** `mirror` puts the sun on the other side. */
  constructor(atmosphere: Atmosphere, seed: number, mirror = false) {
    const [x, y, z] = atmosphere.sun;
    this.atmosphere = atmosphere;
    this.sun = normalized([mirror ? -x : x, y, z]);
    this.#cloudShift = (seed % 61) * 3.1;
  }

  /** Gradient and sun glow, without clouds: cheap enough for light rays. */
  gradient(dx: number, dy: number, dz: number, out: RgbOut): void {
    const { zenith, horizon, horizonSun, sunColor, glow, falloff, sunSide } = this.atmosphere;
    const towards = dx * this.sun[0] + dy * this.sun[1] + dz * this.sun[2];
    // Rounding leaves directions a hair longer than 1.
    const low = (1 - clamp(dy)) ** falloff;
    const side = clamp(towards * 0.5 + 0.5) ** sunSide;
    const near = clamp(towards);
    const light = glow[0] * near ** 12 + glow[1] * near ** 120 + glow[2] * near ** 2200;
    out[0] = lerp(zenith[0], lerp(horizon[0], horizonSun[0], side), low) + sunColor[0] * light;
    out[1] = lerp(zenith[1], lerp(horizon[1], horizonSun[1], side), low) + sunColor[1] * light;
    out[2] = lerp(zenith[2], lerp(horizon[2], horizonSun[2], side), low) + sunColor[2] * light;
  }

  full(dx: number, dy: number, dz: number, out: RgbOut): void {
    const up = Math.max(dy, 0);
    this.gradient(dx, up, dz, out);
    if (this.atmosphere.stars) addStars(dx, up, dz, out);
    this.#addClouds(dx, up, dz, out);
  }

  /** Warped noise on a plane above, lit by the difference of density towards the sun. */
  #addClouds(dx: number, dy: number, dz: number, out: RgbOut): void {
    const { clouds, sunColor } = this.atmosphere;
    if (dy < 0.012 || clouds.amount === 0) return;
    const k = clouds.scale / (dy + 0.045);
    const u = dx * k + this.#cloudShift;
    const v = dz * k;
    const { stretch } = clouds;
    const warpX = (valueFbm(u * 0.7 + 1.7, v * 0.7 * stretch + 9.2, 4) - 0.5) * 1.2;
    const warpY = (valueFbm(u * 0.7 + 8.3, v * 0.7 * stretch + 2.8, 4) - 0.5) * 1.2;
    const here = valueFbm(u + warpX, v * stretch + warpY, 6, 0.53);
    let cover = smoothstep(clouds.from, clouds.to, here);
    if (cover <= 0) return;
    const reach = 0.35;
    const far = valueFbm(u + this.sun[0] * reach + warpX, (v + this.sun[2] * reach) * stretch + warpY, 5, 0.53);
    const close = valueFbm(
      u + this.sun[0] * reach * 0.4 + warpX,
      (v + this.sun[2] * reach * 0.4) * stretch + warpY,
      5,
      0.53,
    );
    const density = clamp(((here - clouds.from) / (1 - clouds.from)) * 2.2);
    const lit = clamp(0.62 + (here - far) * 3.2 + (here - close) * 2.4) * (1 - 0.35 * density);
    const towards = clamp(dx * this.sun[0] + dy * this.sun[1] + dz * this.sun[2]);
    const silver = towards ** 8 * (1 - density) * 0.56;
    cover *= smoothstep(0.012, 0.1, dy) * clouds.amount * 0.92;
    for (let c = 0; c < 3; c++) {
      const color = lerp(clouds.dark[c] as number, clouds.lit[c] as number, lit) + (sunColor[c] as number) * silver;
      out[c] = lerp(out[c] as number, color, cover);
    }
  }
}

function addStars(dx: number, dy: number, dz: number, out: RgbOut): void {
  const u = (dx / (dz + 1.2)) * STAR_DENSITY;
  const v = (dy / (dz + 1.2)) * STAR_DENSITY;
  const ix = Math.floor(u);
  const iy = Math.floor(v);
  const h = hash2(ix, iy);
  if (h > 0.972) {
    const px = ix + 0.2 + 0.6 * hash2(ix + 71, iy);
    const py = iy + 0.2 + 0.6 * hash2(ix, iy + 37);
    const size = ((h - 0.972) / 0.028) ** 4 * 1.8 + 0.12;
    const light = Math.exp(-((u - px) ** 2 + (v - py) ** 2) * 10) * size * smoothstep(0.02, 0.2, dy);
    const warmth = hash2(ix + 7, iy + 3);
    (out[0] as number) += light * (0.8 + 0.3 * warmth);
    (out[1] as number) += light * 0.9;
    (out[2] as number) += light * (1.15 - 0.3 * warmth);
  }
  const band = Math.exp(-(((dx * 0.55 + dy * 0.75 - 0.42 + 0.12 * gradientFbm(dx * 3, dy * 3, 4)) * 4.5) ** 2));
  const milk = band * valueFbm(dx * 7 + 3, dy * 7, 5);
  (out[0] as number) += milk * 0.034;
  (out[1] as number) += milk * 0.036;
  (out[2] as number) += milk * 0.055;
}
