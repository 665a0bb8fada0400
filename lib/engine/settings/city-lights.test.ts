import { expect, it } from "vitest";
import { cityLights } from "./city-lights.ts";

it("shows other lamps in each arrangement, whatever the seed: warm shop windows, a cold skyline", () => {
  for (const seed of [3, 77, 4242]) {
    const warmth = [0, 1, 2, 3].map((layout) => {
      const { data } = cityLights(96, 96, 0.44, seed, layout);
      const sums = [0, 0, 0];
      for (let i = 0; i < data.length; i++) sums[i % 3] = (sums[i % 3] ?? 0) + (data[i] ?? 0);
      return (sums[0] ?? 0) / (sums[2] ?? 1);
    });
    const [neon = 0, windows = 0, avenue = 0, skyline = 0] = warmth;
    expect(windows).toBeGreaterThan(1.5 * Math.max(neon, avenue));
    expect(skyline).toBeLessThan(0.7 * Math.min(neon, avenue));
  }
});
