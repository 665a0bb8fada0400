import type { RgbOut } from "../math/color.ts";
import { valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { normalized, scaled, type Vec3 } from "../math/vector.ts";
import type { Sight } from "../scene-spec.ts";
import type { Atmosphere } from "./atmosphere.ts";
import { Aurora } from "./aurora.ts";
import { type Globe, layGlobe } from "./globe.ts";
import { MOON_TONES, rockySurface } from "./globes.ts";
import { Meteors } from "./meteors.ts";
import { addRainbow } from "./rainbow.ts";
import { Stars } from "./stars.ts";

/** What is seen in a sky, and how finely it will be looked at. */
export interface SkyView {
  readonly sights: readonly Sight[];
  readonly layout: number;
  readonly side: number;
  /** Angle of a pixel in radians. */
  readonly pixel: number;
  readonly fine: boolean;
}

const PLAIN: SkyView = { sights: [], layout: 0, side: 1, pixel: 0.001, fine: false };

/** A sky to look at in any direction of the upper half space (y is up, z goes into the picture). */
export class Sky {
  readonly atmosphere: Atmosphere;
  readonly sun: Vec3;
  readonly #cloudShift: number;
  readonly #pixel: number;
  readonly #stars: Stars | null;
  readonly #aurora: Aurora | null;
  readonly #meteors: Meteors | null;
  readonly #moon: Globe | null;
  readonly #bow: Vec3 | null;

  /** `mirror` puts the sun on the other side. */
  constructor(atmosphere: Atmosphere, seed: number, mirror = false, view: SkyView = PLAIN) {
    const [x, y, z] = atmosphere.sun;
    this.atmosphere = atmosphere;
    this.sun = normalized([mirror ? -x : x, y, z]);
    this.#cloudShift = (seed % 61) * 3.1;
    const { sights, layout, side, pixel, fine } = view;
    this.#pixel = pixel;
    const { stars, sunColor, direct } = atmosphere;
    const seen = (name: Sight) => stars && sights.includes(name);
    const band = seen("aurora") || seen("moon") ? 0 : seen("galaxy") ? 1 : seen("stars") || seen("meteor") ? 0.8 : 0;
    this.#stars = stars ? new Stars({ seed, side: -side, band, pixel }) : null;
    this.#aurora = seen("aurora")
      ? new Aurora({ seed, layout, side, perRadian: (fine ? 0.55 : 0.36) / pixel, steps: fine ? 30 : 22 })
      : null;
    this.#meteors = seen("meteor") ? new Meteors({ seed, count: fine ? 5 : 3, side, pixel }) : null;
    this.#moon =
      stars && this.sun[2] > 0.3
        ? {
            towards: this.sun,
            radius: seen("moon") || seen("crescent") ? 0.046 : 0.036,
            light: seen("crescent") ? [-0.95 * side, 0.25, -0.6] : [-0.3 * side, 0.2, 1],
            brightness: 1.5 * sunColor[1],
            surface: rockySurface(seed, ...MOON_TONES),
            softness: 0.12,
            behindAir: true,
          }
        : null;
    this.#bow = sights.includes("rainbow") ? scaled(direct, 0.19) : null;
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
    const hidden = this.#moon !== null && layGlobe(this.#moon, dx, up, dz, this.#pixel, out);
    if (!hidden) {
      this.#stars?.add(dx, up, dz, out);
      this.#aurora?.add(dx, up, dz, out);
      this.#meteors?.add(dx, up, dz, out);
    }
    this.#addClouds(dx, up, dz, out);
    this.addBow(dx, up, dz, 1, out);
  }

  /** The rainbow's light before what is seen in a direction: `share` of it where rain falls only part of the way. */
  addBow(dx: number, dy: number, dz: number, share: number, out: RgbOut): void {
    if (this.#bow) addRainbow(dx, dy, dz, this.sun, scaled(this.#bow, share), out);
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
