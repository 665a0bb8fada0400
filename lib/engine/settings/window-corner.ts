import { oklch } from "../math/color.ts";
import type { Vec3 } from "../math/vector.ts";
import type { Plot } from "../plants/plot.ts";
import { growDryGrass, growPotPlant } from "../plants/pot-plant.ts";
import type { SceneSpec } from "../scene-spec.ts";
import { type Coat, plainCoat } from "../textures/coat.ts";
import { plasterCoat } from "../textures/support-coats.ts";
import { flutedCoat, panelledCoat } from "../textures/wall-relief.ts";
import { Arch } from "../tracer/arch.ts";
import { Box } from "../tracer/box.ts";
import { Sphere } from "../tracer/sphere.ts";
import { glazed, jar, vase } from "./household.ts";
import type { Furnishing } from "./room.ts";

/** What a quiet corner by a window can be; variations take turns. */
const CORNERS = ["niche", "panels", "flutes", "screen"] as const;
type Corner = (typeof CORNERS)[number];

const LEAF: readonly [Vec3, Vec3] = [
  [0.06, 0.13, 0.055],
  [0.2, 0.32, 0.13],
];

const cornerOf = ({ layout }: SceneSpec): Corner => CORNERS[layout % CORNERS.length] ?? "niche";

/** Walls: what was asked for, else a pale tone of the palette that still takes light and shade. */
export function windowWall(spec: SceneSpec): Coat {
  const { palette, tinted, seed } = spec;
  const plaster = plasterCoat(tinted ? palette.wall : oklch(0.885, 0.026, palette.hue), seed);
  const corner = cornerOf(spec);
  return corner === "panels" ? panelledCoat(plaster) : corner === "flutes" ? flutedCoat(plaster) : plaster;
}

/** Books that lie on each other, the top one turned. */
function books({ stock, spec, random }: Furnishing, x: number, z: number): void {
  const covers: readonly Vec3[] = [spec.palette.accent, spec.palette.support, spec.palette.deep];
  for (let i = 0; i < 3; i++) {
    stock.add(
      new Box({
        x: x + 0.03 * (random() - 0.5),
        y: 0.045 + 0.075 * i,
        z,
        halfX: 0.3 - 0.03 * i,
        halfY: 0.034,
        halfZ: 0.21 - 0.02 * i,
        turn: 0.25 * (random() - 0.5) + 0.12 * i,
        bevel: 0.01,
        material: stock.material(plainCoat(covers[i] as Vec3)),
      }),
    );
  }
}

export function furnishWindow(furnishing: Furnishing): void {
  const { spec, stock, rich, x, half, z, wallZ } = furnishing;
  const { palette, seed } = spec;
  const far = -spec.side;
  const pale = () => stock.material(plasterCoat(oklch(0.95, 0.014, palette.hue), seed));
  const pot = glazed(0.8, 0.035, palette.hue);
  switch (cornerOf(spec)) {
    case "niche":
      stock.add(
        new Arch({
          x: x + 0.15 * far,
          radius: 0.92,
          spring: 0.62,
          bottom: -1,
          front: wallZ - 0.1,
          back: wallZ + 0.2,
          material: pale(),
        }),
      );
      vase(stock, { x: x + (half + 0.85) * far, z: z + 0.85 }, 0.2, pot);
      if (rich) books(furnishing, x - (half + 0.8) * far, z + 0.55);
      break;
    case "panels":
      books(furnishing, x + (half + 0.72) * far, z + 0.6);
      if (rich) {
        vase(stock, { x: x - (half + 0.85) * far, z: z + 0.8 }, 0.19, pot);
        stock.add(
          new Sphere({
            x: x + (half + 0.68) * far,
            y: 0.29,
            z: z + 0.58,
            radius: 0.08,
            material: stock.material(glazed(0.62, 0.07, palette.hue)),
          }),
        );
      }
      break;
    case "flutes":
      jar(stock, { x: x + (half + 0.8) * far, z: wallZ - 0.45 }, 0.2, 0.4, pot);
      if (rich) {
        jar(stock, { x: x + (half + 1.2) * far, z: wallZ - 0.6 }, 0.13, 0.24, glazed(0.93, 0.012, palette.hue));
        books(furnishing, x - (half + 0.85) * far, z + 0.7);
      }
      break;
    case "screen":
      stock.add(
        new Arch({
          x: x + (half + 0.75) * far,
          radius: 0.5,
          spring: 0.86,
          bottom: 0,
          front: wallZ - 0.42,
          back: wallZ - 0.36,
          material: pale(),
        }),
        new Arch({
          x: x + (half + 0.05) * far,
          radius: 0.42,
          spring: 0.3,
          bottom: 0,
          front: wallZ - 0.26,
          back: wallZ - 0.2,
          material: stock.material(plasterCoat(palette.accent, seed)),
        }),
      );
      if (rich) vase(stock, { x: x + (half + 0.95) * far, z: z + 0.8 }, 0.18, pot);
      break;
  }
}

export function plantWindow(plot: Plot, { spec, rich, x, half, z, wallZ }: Furnishing): void {
  const far = -spec.side;
  switch (cornerOf(spec)) {
    case "niche":
      growDryGrass(plot, { x: x + (half + 0.85) * far, z: z + 0.85, foot: 0.46 });
      break;
    case "panels":
      if (rich) growDryGrass(plot, { x: x - (half + 0.85) * far, z: z + 0.8, foot: 0.44 });
      break;
    case "flutes":
      growPotPlant(plot, {
        x: x + (half + 0.8) * far,
        z: wallZ - 0.45,
        foot: 0.42,
        leaf: 0.66,
        count: 40,
        spread: 1.2,
        colors: LEAF,
        breadth: 0.06,
      });
      break;
    case "screen":
      if (rich) growDryGrass(plot, { x: x + (half + 0.95) * far, z: z + 0.8, foot: 0.42 });
      break;
  }
}
