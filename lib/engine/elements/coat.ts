import { luminance } from "../math/color.ts";
import { clamp } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Material } from "./material.ts";
import type { Surface } from "./surface.ts";

interface Coat {
  readonly gloss: number;
  readonly polish: number;
  readonly mirror: number;
  readonly translucency: number;
  readonly opacity: number;
}

const coat = (gloss: number, polish: number, mirror: number, translucency = 0, opacity = 1): Coat => ({
  gloss,
  polish,
  mirror,
  translucency,
  opacity,
});

const COATS: Readonly<Record<Material, Coat>> = {
  ceramic: coat(1.3, 0.85, 0.07),
  plastic: coat(0.8, 0.65, 0.04, 0.1),
  ice: coat(1.8, 0.85, 0.3, 0.6, 0.5),
  glass: coat(2.2, 0.9, 0.4, 0, 0.14),
  metal: coat(0.9, 0.6, 0.78),
  marble: coat(0.55, 0.75, 0.06),
  stone: coat(0.06, 0.2, 0),
  wood: coat(0.16, 0.35, 0),
  fabric: coat(0.2, 0.2, 0),
};

/** A grown thing's parts in a material that is not alive: colours stay (but one metal is one colour), light plays anew. */
export function coverWith(surface: Surface, material: Material, color: Vec3): void {
  const { gloss, polish, mirror, translucency, opacity } = COATS[material];
  const { data } = surface.albedo;
  const whole = luminance(...color);
  for (let i = 0; i < surface.gloss.data.length; i++) {
    surface.gloss.data[i] = gloss;
    surface.polish.data[i] = polish;
    surface.mirror.data[i] = mirror;
    surface.translucency.data[i] = translucency;
    if (opacity < 1) surface.opacity.data[i] = opacity;
    if (material !== "metal") continue;
    const own = luminance(data[i * 3] as number, data[i * 3 + 1] as number, data[i * 3 + 2] as number) / whole;
    for (let c = 0; c < 3; c++) data[i * 3 + c] = (color[c] as number) * clamp(own, 0.3, 1.1);
  }
}
