import { expect, it } from "vitest";
import { cityLights } from "./city-lights.ts";

it("shows four cities whose colours differ from arrangement to arrangement, whatever the seed", () => {
  for (const seed of [3, 77, 4242]) {
    const shares = [0, 1, 2, 3].map((layout) => {
      const { data } = cityLights(96, 96, 0.44, seed, layout);
      const sums = [0, 0, 0];
      for (let i = 0; i < data.length; i++) sums[i % 3] = (sums[i % 3] ?? 0) + (data[i] ?? 0);
      return (sums[0] ?? 0) / (sums[2] ?? 1);
    });
    const sorted = shares.toSorted((a, b) => a - b);
    for (const [i, share] of sorted.entries()) if (i > 0) expect(share).toBeGreaterThan((sorted[i - 1] ?? 0) * 1.1);
  }
});
