import { blurred } from "../math/blur.ts";
import { type FloatImage, floatImage } from "../math/float-image.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { normalized } from "../math/vector.ts";
import type { ElementLight } from "../staged-scene.ts";
import type { EdgeLayer } from "./edge-layer.ts";
import { INSIDE_ALPHA } from "./regions.ts";
import type { Surface } from "./surface.ts";

/** Light wraps around soft things. */
const WRAP = 0.36;

/** Linear colour of every working pixel, continued a little beyond the outline so that edges can be resampled. */
export function shadeElement(layer: EdgeLayer, surface: Surface, light: ElementLight): FloatImage {
  const { width, height } = layer;
  const out = floatImage(width, height, 3);
  const heights = surface.height.data;
  const around = blurred(surface.height, Math.max(2, Math.max(width, height) * 0.012));
  const [lx, ly, lz] = normalized(light.direction);
  const [hx, hy, hz] = normalized([lx, ly, lz + 1]);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if ((layer.alpha.data[i] as number) <= INSIDE_ALPHA) continue;
      let nx = -((heights[x < width - 1 ? i + 1 : i] as number) - (heights[x > 0 ? i - 1 : i] as number)) / 2;
      let ny = -((heights[y < height - 1 ? i + width : i] as number) - (heights[y > 0 ? i - width : i] as number)) / 2;
      let nz = 1;
      if ((surface.normal.data[i * 3 + 2] as number) > 0) {
        nx = (surface.normal.data[i * 3] as number) + nx * 0.12;
        ny = (surface.normal.data[i * 3 + 1] as number) + ny * 0.12;
        nz = surface.normal.data[i * 3 + 2] as number;
      }
      const k = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
      nx *= k;
      ny *= k;
      nz *= k;
      const facing = nx * lx + ny * ly + nz * lz;
      const lambert = clamp((facing + WRAP) / (1 + WRAP));
      const sunken = clamp(((around.data[i] as number) - (heights[i] as number)) * 0.1);
      const open = (1 - 0.5 * (layer.crease.data[i] as number)) * (1 - 0.45 * sunken);
      const through = (surface.translucency.data[i] as number) * clamp(0.5 - 0.5 * facing);
      const sky = 0.72 - 0.38 * ny;
      const shininess = 6 + 140 * (surface.polish.data[i] as number) ** 2;
      const highlight =
        (surface.gloss.data[i] as number) *
        clamp(nx * hx + ny * hy + nz * hz) ** shininess *
        (0.5 + (surface.polish.data[i] as number));
      const rim = (1 - nz) ** 3 * 0.4 * (0.4 + 0.6 * clamp(facing + 0.5));
      const mirrored = (surface.mirror.data[i] as number) > 0 ? studioReflection(nx, ny, nz, lx) : 0;
      for (let c = 0; c < 3; c++) {
        const albedo = surface.albedo.data[i * 3 + c] as number;
        const received =
          (light.color[c] as number) * (lambert * open + through * 0.55) + (light.ambient[c] as number) * sky * open;
        const body = albedo * received;
        const reflected = mirrored * albedo * ((light.ambient[c] as number) * 0.7 + (light.color[c] as number) * 0.6);
        out.data[i * 3 + c] =
          lerp(body, reflected, surface.mirror.data[i] as number) +
          highlight * (light.color[c] as number) * 0.5 +
          rim * (light.rim[c] as number) * (0.35 + 0.65 * albedo) +
          albedo * (surface.emission.data[i] as number);
      }
    }
  }
  return continued(out, layer);
}

/**
 * A room of softboxes as a polished thing mirrors it: a bright ceiling, a long window at the light's side and a narrow one
 * opposite, a dark horizon, a pale floor.
 */
function studioReflection(nx: number, ny: number, nz: number, lx: number): number {
  const side = Math.sign(lx || 1);
  const rx = 2 * nz * nx * side;
  const ry = 2 * nz * ny;
  const above = smoothstep(-0.05, -0.6, ry);
  const window = smoothstep(0.22, 0.4, rx) * smoothstep(0.98, 0.75, rx) * smoothstep(0.75, 0.3, Math.abs(ry + 0.1));
  const opposite = smoothstep(-0.62, -0.72, rx) * smoothstep(-0.97, -0.88, rx);
  const horizon = smoothstep(0.3, 0.04, Math.abs(ry - 0.22));
  const floor = smoothstep(0.4, 0.85, ry);
  return 0.52 + 0.85 * above + 1.5 * window + 0.8 * opposite + 0.3 * floor - 0.38 * horizon;
}

/** Colours of the outermost covered pixels spread outwards. */
function continued(color: FloatImage, layer: EdgeLayer): FloatImage {
  const { width, height } = layer;
  const known = floatImage(width, height, 1);
  for (let i = 0; i < known.data.length; i++) known.data[i] = (layer.alpha.data[i] as number) > INSIDE_ALPHA ? 1 : 0;
  const weight = blurred(known, 2.5);
  const spread = blurred(color, 2.5);
  for (let i = 0; i < known.data.length; i++) {
    if (known.data[i] === 1 || (weight.data[i] as number) < 1e-4) continue;
    for (let c = 0; c < 3; c++) color.data[i * 3 + c] = (spread.data[i * 3 + c] as number) / (weight.data[i] as number);
  }
  return color;
}
