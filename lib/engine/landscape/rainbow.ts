import type { RgbOut } from "../math/color.ts";
import type { FloatImage } from "../math/float-image.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";

/** Angles from the point opposite the sun, in radians: violet to red of the main bow, red to violet of the second one. */
const VIOLET = 0.704;
const RED = 0.742;
const SECOND_RED = 0.881;
const SECOND_VIOLET = 0.934;

/** Light of a rainbow at `dx, dy, dz`, to be added: bows around the point opposite the sun, and the brighter sky within. */
export function addRainbow(dx: number, dy: number, dz: number, sun: Vec3, light: Vec3, out: RgbOut): void {
  const opposite = -(dx * sun[0] + dy * sun[1] + dz * sun[2]);
  if (opposite < 0.5) return;
  const angle = Math.acos(clamp(opposite, -1, 1));
  const inner = 0.1 * smoothstep(RED, VIOLET - 0.03, angle) * smoothstep(0.2, 0.7, angle);
  for (let c = 0; c < 3; c++) (out[c] as number) += (light[c] as number) * inner;
  addBow((angle - VIOLET) / (RED - VIOLET), 1, light, out);
  addBow((angle - SECOND_VIOLET) / (SECOND_RED - SECOND_VIOLET), 0.22, light, out);
}

/** Lays it before a whole picture of a place; `horizon` is a share of the height, `lens` the focal length as one of the longer side. */
export function layRainbow(
  { width, height, data }: FloatImage,
  { horizon, lens, sun, light }: { horizon: number; lens: number; sun: Vec3; light: Vec3 },
): void {
  const focal = lens * Math.max(width, height);
  const out: RgbOut = new Float64Array(3);
  for (let y = 0; y < height; y++) {
    // It ends in the ground.
    const share = smoothstep(1.08, 0.95, (y + 0.5) / height / horizon);
    if (share === 0) break;
    for (let x = 0; x < width; x++) {
      const dx = (x + 0.5 - width / 2) / focal;
      const dy = (horizon * height - y - 0.5) / focal;
      const k = 1 / Math.sqrt(dx * dx + dy * dy + 1);
      out.fill(0);
      addRainbow(dx * k, dy * k, k, sun, light, out);
      for (let c = 0; c < 3; c++) (data[(y * width + x) * 3 + c] as number) += share * (out[c] as number);
    }
  }
}

/** `t` runs from 0 at the violet edge to 1 at the red one. */
function addBow(t: number, strength: number, light: Vec3, out: RgbOut): void {
  if (t < -0.4 || t > 1.4) return;
  const band = (at: number, width: number) => Math.exp(-(((t - at) / width) ** 2));
  const red = band(0.86, 0.2) + 0.3 * band(0.02, 0.16);
  const green = 0.85 * band(0.52, 0.22);
  const blue = band(0.24, 0.2) + 0.35 * band(0.02, 0.16);
  (out[0] as number) += (light[0] as number) * strength * (red + 0.25 * green);
  (out[1] as number) += (light[1] as number) * strength * (green + 0.28 * red);
  (out[2] as number) += (light[2] as number) * strength * blue;
}
