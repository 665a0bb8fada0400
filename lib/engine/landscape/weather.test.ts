import { describe, expect, it } from "vitest";
import { addRain } from "../finish/rain.ts";
import { luminance } from "../math/color.ts";
import { assertFinite, floatImage } from "../math/float-image.ts";
import { atmosphereOf, veilOf } from "./weather.ts";

const chroma = (color: readonly number[]) => (Math.max(...color) - Math.min(...color)) / Math.max(...color);

describe("weather", () => {
  it.each(["overcast", "rain", "fog", "snow"] as const)(
    "%s greys and weakens the sun, and veils the distance",
    (weather) => {
      const [clear, veiled] = [
        atmosphereOf({ time: "golden", weather: "clear" }),
        atmosphereOf({ time: "golden", weather }),
      ];
      expect(luminance(...veiled.direct)).toBeLessThan(0.7 * luminance(...clear.direct));
      expect(chroma(veiled.direct)).toBeLessThan(chroma(clear.direct));
      expect(veilOf({ weather }).haze).toBeGreaterThan(1);
      expect(veilOf({ weather }).angle).toBeGreaterThan(0.1);
    },
  );

  it("hides the stars behind clouds", () => {
    expect(atmosphereOf({ time: "night", weather: "clear" }).stars).toBe(true);
    expect(atmosphereOf({ time: "night", weather: "rain" }).stars).toBe(false);
  });

  it("lets rain fall that only adds light, more of it in v3, the same for one seed", () => {
    const rained = (fine: boolean, seed = 3) => {
      const picture = floatImage(96, 64, 3);
      picture.data.fill(0.2);
      addRain(picture, 1, fine, seed);
      assertFinite(picture, "rain");
      return picture.data;
    };
    const sum = (data: Float32Array) => data.reduce((total, value) => total + value, 0);
    expect(Math.min(...rained(true))).toBeCloseTo(0.2, 6);
    expect(sum(rained(true)) - 0.2 * 96 * 64 * 3).toBeGreaterThan(1.5 * (sum(rained(false)) - 0.2 * 96 * 64 * 3));
    expect(rained(true)).toEqual(rained(true));
    expect(rained(true)).not.toEqual(rained(true, 4));
  });
});
