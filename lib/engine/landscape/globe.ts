import type { RgbOut } from "../math/color.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { normalized, type Vec3 } from "../math/vector.ts";

/** A place on a globe: unit vector from its middle, x to the right, y up, z towards the viewer. */
export type GlobeSurface = (x: number, y: number, z: number, out: RgbOut) => void;

export interface Globe {
  /** Towards its middle. */
  readonly towards: Vec3;
  /** Angular radius in radians. */
  readonly radius: number;
  /** Where its light comes from, in the axes of `GlobeSurface`. */
  readonly light: Vec3;
  readonly brightness: number;
  /** Linear colour; may look beyond the lit side for lights of its own. */
  readonly surface: GlobeSurface;
  /** Glow of an atmosphere around and along its rim. */
  readonly air?: { readonly color: Vec3; readonly height: number };
  /** The light of the sky lies before it and stays: its dark side is as bright as the sky. */
  readonly behindAir?: boolean;
  /** Width of the shadow's edge: dust scatters none, an atmosphere much. */
  readonly softness: number;
}

/**
 * Lays a globe far away over what is seen in a direction; true where it covers it. `pixel`: the angle of one, which the
 * rim is smoothed over.
 */
export function layGlobe(globe: Globe, dx: number, dy: number, dz: number, pixel: number, out: RgbOut): boolean {
  const [tx, ty, tz] = globe.towards;
  if (dx * tx + dy * ty + dz * tz < 0.7) return false;
  // On the picture plane a globe beside the axis stays round: offsets are taken there.
  const x = (dx / dz - tx / tz) / globe.radius;
  const y = (dy / dz - ty / tz) / globe.radius;
  const r = Math.sqrt(x * x + y * y);
  const edge = pixel / globe.radius;
  const light = normalized(globe.light);
  if (globe.air && r > 1 - edge && r < 1 + globe.air.height * 6) {
    const lit = smoothstep(-0.35, 0.5, (x * light[0] + y * light[1]) / r + 0.25 * light[2]);
    const glow = Math.exp(-Math.max(0, r - 1) / globe.air.height) * lit * globe.brightness;
    for (let c = 0; c < 3; c++) (out[c] as number) += (globe.air.color[c] as number) * glow;
  }
  if (r > 1 + edge) return false;
  const inside = Math.min(r, 0.9999);
  const k = r > 0 ? inside / r : 1;
  const nx = x * k;
  const ny = y * k;
  const nz = Math.sqrt(1 - inside * inside);
  const cover = smoothstep(1 + edge, 1 - edge, r);
  const facing = nx * light[0] + ny * light[1] + nz * light[2];
  const day = smoothstep(-globe.softness, globe.softness, facing) * clamp(facing + globe.softness) ** 0.8;
  globe.surface(nx, ny, nz, color);
  for (let c = 0; c < 3; c++) {
    const rim = globe.air ? (globe.air.color[c] as number) * (1 - nz) ** 3 * 1.4 : 0;
    const own = ((color[c] as number) + rim) * day * globe.brightness;
    out[c] = (out[c] as number) * (globe.behindAir ? 1 : 1 - cover) + own * cover;
  }
  return cover > 0.5;
}

const color: RgbOut = new Float64Array(3);
