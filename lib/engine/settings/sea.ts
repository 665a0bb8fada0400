import type { Sky } from "../landscape/sky.ts";
import type { RgbOut } from "../math/color.ts";
import { gradientFbm, valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Hit, Ray } from "../tracer/ray.ts";

const SHALLOW: Vec3 = [0.3, 0.62, 0.58];
const DEEP: Vec3 = [0.012, 0.13, 0.22];
const FOAM: Vec3 = [1.05, 1.06, 1.06];

/** The sea `offshore` units behind the shoreline: depth colour, mirrored sky, foam along the shore and breaking lines. */
export function seaColor(hit: Hit, ray: Ray, offshore: number, sky: Sky, light: number, out: RgbOut): void {
  const { x, z } = hit;
  const roughness = 0.1 * smoothstep(0, 1.5, offshore) + 0.015;
  // Waves far away are seen at a grazing angle: lower frequency keeps them from turning into noise.
  const stretch = 1 / (1 + z * 0.12);
  const swell = gradientFbm(x * 1.8 * stretch, z * 5.2 * stretch + gradientFbm(x * 0.3, z * 0.3, 2) * 2, 4);
  const chop = gradientFbm(x * 7 * stretch + 7, z * 14 * stretch, 3);
  const down = -ray.dy;
  const fresnel = 0.02 + 0.98 * (1 - clamp(down + 0.02 + Math.abs(swell) * 0.08)) ** 5;
  const rx = ray.dx + chop * roughness * 0.6;
  const ry = Math.abs(down + (swell + chop * 0.7) * roughness) + 0.01;
  const k = 1 / Math.sqrt(rx * rx + ry * ry + ray.dz * ray.dz);
  sky.gradient(rx * k, ry * k, ray.dz * k, out);
  const depth = 1 - Math.exp(-offshore * 0.55);
  const lit = (1.05 + 0.5 * swell) * light;
  const foam = clamp(foamAt(x, z, offshore));
  const distance = (1 - Math.exp(-z * 0.022)) * 0.8;
  for (let c = 0; c < 3; c++) {
    const clear = c === 0 ? Math.exp(-offshore * 1.6) * 1.2 + 0.12 : 1;
    const water = lerp((SHALLOW[c] as number) * clear, DEEP[c] as number, depth) * lit;
    const wet = lerp(water, out[c] as number, fresnel * 0.85);
    const foamy = lerp(wet, (FOAM[c] as number) * light, foam);
    out[c] = lerp(foamy, lerp(sky.atmosphere.horizon[c] as number, (DEEP[c] as number) * 2.2 * light, 0.35), distance);
  }
}

function foamAt(x: number, z: number, offshore: number): number {
  const edge = smoothstep(0.16 + 0.12 * gradientFbm(x * 3, z * 3, 3), 0, offshore - 0.02);
  let foam = edge * (0.75 + 0.4 * smoothstep(0.3, 0.7, valueFbm(x * 14, z * 14, 4)));
  for (let line = 0; line < 3; line++) {
    const from = offshore - (0.55 + line * 0.75 + 0.22 * gradientFbm(x * 0.7 + line * 9, line, 3));
    const band = from > 0 ? Math.exp(-from * 9) : Math.exp(from * (4 + line));
    if (band < 0.02) continue;
    const lace = smoothstep(0.4, 0.62, valueFbm(x * 5 + line * 3, z * 16, 5));
    const broken = smoothstep(0.42, 0.6, valueFbm(x * 0.45 + line * 5.1, line * 3.7, 3));
    foam = Math.max(foam, band * lace * (0.95 - 0.2 * line) * broken);
  }
  return foam;
}
