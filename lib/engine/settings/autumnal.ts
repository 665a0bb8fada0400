import type { FloatImage } from "../math/float-image.ts";
import { clamp } from "../math/scalar.ts";

/** A photographed place in autumn: what is green turns yellow and russet, with its brightness kept. In place; linear RGB. */
export function turnAutumnal({ data }: FloatImage): void {
  for (let i = 0; i < data.length; i += 3) {
    const [red, green, blue] = [data[i] as number, data[i + 1] as number, data[i + 2] as number];
    const leafy = clamp((3.2 * (green - blue)) / (green + 1e-4)) * clamp((2.6 * (green - 0.72 * red)) / (green + 1e-4));
    if (leafy <= 0) continue;
    data[i] = red + leafy * (1.45 * green - red);
    data[i + 1] = green + leafy * (0.74 * green - green);
    data[i + 2] = blue + leafy * (0.22 * green - blue);
  }
}
