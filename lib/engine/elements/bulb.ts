import { oklch } from "../math/color.ts";
import { clamp } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { EdgeLayer } from "./edge-layer.ts";
import { INSIDE_ALPHA } from "./regions.ts";
import { type Surface, setAlbedo } from "./surface.ts";

const BRASS: Vec3 = oklch(0.78, 0.05, 88);
const CONTACT: Vec3 = oklch(0.25, 0.005, 270);
const GLOW: Vec3 = [3.2, 1.75, 0.7];
/** Rows narrower than this share of the widest belong to the cap. */
const CAP_WIDTH = 0.56;
const THREADS = 5;

/** A light bulb's screw cap of brass where its form is narrow at the bottom, and lines in the glass as a glowing filament. */
export function makeBulb({ width, height, alpha, crease }: EdgeLayer, surface: Surface): void {
  const rows = Array.from({ length: height }, (_, y) => {
    let from = width;
    let to = -1;
    for (let x = 0; x < width; x++) {
      if ((alpha.data[y * width + x] as number) <= INSIDE_ALPHA) continue;
      from = Math.min(from, x);
      to = x;
    }
    return { from, to, breadth: Math.max(0, to - from + 1) };
  });
  const widest = Math.max(...rows.map(({ breadth }) => breadth));
  const last = rows.findLastIndex(({ breadth }) => breadth > 0);
  const cap = rows.findLastIndex(({ breadth }) => breadth > CAP_WIDTH * widest) + 1;
  for (let y = 0; y <= last; y++) {
    const { from, to, breadth } = rows[y] ?? { from: 0, to: -1, breadth: 0 };
    for (let x = from; x <= to; x++) {
      const i = y * width + x;
      if (y >= cap && cap > 0.4 * last) {
        const down = (y - cap) / Math.max(1, last - cap);
        const across = clamp((x - from) / Math.max(1, breadth - 1), 0.02, 0.98) * 2 - 1;
        const thread = down < 0.85 ? Math.sin((down * THREADS + across * 0.12) * 2 * Math.PI) : 0;
        setAlbedo(surface, i, down > 0.9 ? CONTACT : BRASS);
        surface.normal.data.set([across * 0.95, 0.55 * thread, Math.sqrt(1 - 0.9 * across * across)], i * 3);
        surface.mirror.data[i] = down > 0.9 ? 0.1 : 0.75;
        surface.polish.data[i] = 0.5;
        surface.gloss.data[i] = 0.7;
        surface.opacity.data[i] = 1;
      } else if ((crease.data[i] as number) > 0.12 && y > 0.25 * last && Math.min(x - from, to - x) > 0.15 * breadth) {
        const hot = clamp(((crease.data[i] as number) - 0.12) * 2.2);
        setAlbedo(surface, i, GLOW);
        surface.mirror.data[i] = 0;
        surface.opacity.data[i] = Math.max(surface.opacity.data[i] as number, hot);
      }
    }
  }
}
