import { describe, expect, it } from "vitest";
import { luminance, type RgbOut } from "../math/color.ts";
import { assertFinite, floatImage } from "../math/float-image.ts";
import { normalized, type Vec3 } from "../math/vector.ts";
import type { DayTime, Sight } from "../scene-spec.ts";
import { type Globe, layGlobe } from "./globe.ts";
import { earthSurface, ringAt, rockySurface } from "./globes.ts";
import { paintLandscape } from "./paint-landscape.ts";
import { layRainbow } from "./rainbow.ts";
import { atmosphereUnder } from "./sights.ts";
import { Sky } from "./sky.ts";
import { Terrain } from "./terrain.ts";

const VIEW = { layout: 0, side: 1, pixel: 1 / 400, fine: false } as const;
const skyWith = (sights: readonly Sight[], time: DayTime = "night", seed = 3) =>
  new Sky(atmosphereUnder({ time, weather: "clear", sights }), seed, false, { ...VIEW, sights });

/** Mean light of the part of the sky that a picture shows; x from `left` to `right`, as slopes. */
function meanLight(sky: Sky, left = -0.5, right = 0.5): Vec3 {
  const out: RgbOut = new Float64Array(3);
  const sum: [number, number, number] = [0, 0, 0];
  for (let j = 0; j < 40; j++) {
    for (let i = 0; i < 60; i++) {
      const x = left + ((right - left) * (i + 0.5)) / 60;
      const y = 0.06 + (0.36 * (j + 0.5)) / 40;
      const k = 1 / Math.hypot(x, y, 1);
      sky.full(x * k, y * k, k, out);
      for (let c = 0; c < 3; c++) sum[c as 0 | 1 | 2] += (out[c] as number) / 2400;
    }
  }
  return sum;
}

describe("northern light", () => {
  it.each([0, 1, 2, 3])("hangs green in the sky, whatever the arrangement and the seed: %i", (layout) => {
    for (const seed of [1, 77, 4242]) {
      const atmosphere = atmosphereUnder({ time: "night", weather: "clear", sights: ["aurora"] });
      const [plain, lit] = [[], ["aurora" as const]].map((sights) =>
        meanLight(new Sky(atmosphere, seed, false, { ...VIEW, layout, sights })),
      ) as [Vec3, Vec3];
      expect(lit.every(Number.isFinite)).toBe(true);
      const added = [lit[0] - plain[0], lit[1] - plain[1], lit[2] - plain[2]] as const;
      expect(added[1]).toBeGreaterThan(0.025);
      expect(added[1]).toBeGreaterThan(2 * added[0]);
      expect(added[1]).toBeGreaterThan(1.4 * added[2]);
    }
  });

  it("has a curtain in view whose lower hem runs beside the product", () => {
    for (const seed of [5, 600, 70_000]) {
      const sky = new Sky(atmosphereUnder({ time: "night", weather: "clear", sights: ["aurora"] }), seed, false, {
        ...VIEW,
        sights: ["aurora"],
      });
      const out: RgbOut = new Float64Array(3);
      const green = [0.21, 0.22, 0.25, 0.26, 0.27].map((y) => {
        const k = 1 / Math.hypot(-0.31, y, 1);
        sky.full(-0.31 * k, y * k, k, out);
        return out[1] as number;
      });
      expect(Math.max(...green.slice(2))).toBeGreaterThan(1.5 * Math.max(...green.slice(0, 2)));
    }
  });

  it("is mirrored by a lake, and the same for one seed", () => {
    const water = (sight: Sight) => {
      const sky = skyWith([sight]);
      const terrain = new Terrain({ name: "snow", relief: 0.001, flatness: 0 }, 64, 3, sky.sun);
      const cover = { rock: [0.2, 0.2, 0.2], grass: [0.1, 0.15, 0.05], snowLine: 0.5, sand: null } as const;
      const view = { width: 40, height: 40, horizon: 0.5, eyeHeight: 0.08, lens: 0.95, water: true, fog: 0.05 };
      const { data } = paintLandscape(terrain, sky, cover, view);
      let green = 0;
      for (let i = (40 * 40 * 3) / 2; i < data.length; i += 3) green += (data[i + 1] as number) - (data[i] as number);
      return green;
    };
    expect(water("aurora")).toBeGreaterThan(2 * water("stars"));
    expect(water("aurora")).toBe(water("aurora"));
  });
});

describe("a rainbow", () => {
  it("is a bow of 42 degrees around the point opposite the sun, red outside and violet inside", () => {
    const [bow, plain] = [skyWith(["rainbow"], "day"), skyWith([], "day")];
    const [sx, sy, sz] = bow.sun;
    // Straight up from the point opposite the sun.
    const flat = Math.hypot(sx, sz);
    const added = (degrees: number) => {
      const angle = (degrees * Math.PI) / 180 - Math.asin(sy);
      const direction = [(-sx / flat) * Math.cos(angle), Math.sin(angle), (-sz / flat) * Math.cos(angle)] as const;
      const [one, other] = [new Float64Array(3), new Float64Array(3)];
      bow.full(...direction, one);
      new Sky(bow.atmosphere, 3, false, { ...VIEW, sights: [] }).full(...direction, other);
      return [0, 1, 2].map((c) => (one[c] as number) - (other[c] as number)) as [number, number, number];
    };
    expect(plain.sun).not.toEqual(bow.sun);
    const [violet, red, outside, within] = [40.5, 42.3, 45, 30].map(added) as unknown as [Vec3, Vec3, Vec3, Vec3];
    expect(red[0]).toBeGreaterThan(2 * red[2]);
    expect(violet[2]).toBeGreaterThan(1.5 * violet[1]);
    expect(luminance(...within)).toBeGreaterThan(2 * luminance(...outside));
    expect(luminance(...red)).toBeGreaterThan(2 * luminance(...within));
  });
});

describe("a rainbow before a photograph", () => {
  it("stands in the upper part of the picture, and only adds light", () => {
    const picture = floatImage(120, 120, 3);
    picture.data.fill(0.2);
    const sun = normalized([0.24, 0.44, -0.87]);
    layRainbow(picture, { horizon: 0.45, lens: 0.95, sun, light: [0.3, 0.3, 0.3] });
    assertFinite(picture, "rainbow");
    const before = Math.fround(0.2);
    const row = (y: number) => picture.data.slice(y * 360, y * 360 + 360);
    expect(Math.min(...picture.data)).toBe(before);
    expect(Math.max(...row(30))).toBeGreaterThan(0.35);
    expect(new Set(row(70))).toEqual(new Set([before]));
  });
});

describe("a night sky", () => {
  it("has a brighter band of stars on one side when stars are asked for, and shooting stars when they are", () => {
    const [plain, stars, meteor] = [skyWith(["aurora"]), skyWith(["stars"]), skyWith(["meteor"])];
    expect(plain.sun[2]).toBeLessThan(0);
    const [left, right] = [meanLight(stars, -0.5, 0), meanLight(stars, 0, 0.5)].map((light) => luminance(...light));
    expect(Math.max(left as number, right as number)).toBeGreaterThan(1.25 * Math.min(left as number, right as number));
    const brightest = (sky: Sky) => {
      const out: RgbOut = new Float64Array(3);
      let count = 0;
      for (let i = 0; i < 90_000; i++) {
        const [x, y] = [((i % 300) / 300 - 0.5) * 0.9, 0.06 + Math.floor(i / 300) * 0.0012];
        const k = 1 / Math.hypot(x, y, 1);
        sky.full(x * k, y * k, k, out);
        if ((out[1] as number) > 0.6) count++;
      }
      return count;
    };
    expect(brightest(meteor)).toBeGreaterThan(brightest(stars) + 30);
  });

  it("has its moon where the light comes from, dark beside its sickle when it is a crescent", () => {
    const levels = (sight: Sight) => {
      const sky = skyWith([sight]);
      const [x, y, z] = sky.sun;
      return [0, 0.03, -0.03, 0.06].map((off) => {
        const out: RgbOut = new Float64Array(3);
        const k = 1 / Math.hypot(x / z + off, y / z, 1);
        sky.full((x / z + off) * k, (y / z) * k, k, out);
        return luminance(out[0] as number, out[1] as number, out[2] as number);
      });
    };
    expect(Math.min(...levels("moon"))).toBeGreaterThan(0.1);
    const [middle, , sickle, sky] = levels("crescent") as [number, number, number, number];
    // The sky's own light lies before its dark side.
    expect(middle).toBeGreaterThan(0.8 * sky);
    expect(sickle).toBeGreaterThan(1.5 * middle);
    expect(levels("moon")[0]).toBeGreaterThan(1.5 * middle);
  });
});

describe("a globe", () => {
  const globe: Globe = {
    towards: [0, 0, 1],
    radius: 0.2,
    light: [-1, 0, 0.2],
    brightness: 1,
    surface: (_x, _y, _z, out) => out.fill(0.5),
    softness: 0.1,
  };
  const seen = (x: number, y: number) => {
    const out: RgbOut = new Float64Array(3).fill(9);
    const k = 1 / Math.hypot(x, y, 1);
    return { covered: layGlobe(globe, x * k, y * k, k, 0.002, out), level: out[0] as number };
  };

  it("covers what is behind it, has a lit side and a dark one, and leaves the sky beside it", () => {
    expect(seen(-0.12, 0)).toMatchObject({ covered: true });
    expect(seen(-0.12, 0).level).toBeGreaterThan(0.3);
    expect(seen(0.15, 0)).toEqual({ covered: true, level: 0 });
    expect(seen(0.21, 0)).toEqual({ covered: false, level: 9 });
  });

  it("is blue when it is the earth, with clouds over it, and red when it is Mars", () => {
    const tones = (surface: Globe["surface"]) => {
      const sum = [0, 0, 0] as [number, number, number];
      let white = 0;
      const out: RgbOut = new Float64Array(3);
      for (let i = 0; i < 900; i++) {
        const [x, y] = [((i % 30) - 14.5) / 22, (Math.floor(i / 30) - 14.5) / 22];
        surface(x, y, Math.sqrt(Math.max(0, 1 - x * x - y * y)), out);
        for (let c = 0; c < 3; c++) sum[c as 0 | 1 | 2] += out[c] as number;
        if (Math.min(out[0] as number, out[2] as number) > 0.6) white++;
      }
      return { sum, white };
    };
    for (const seed of [1, 20, 333]) {
      const earth = tones(earthSurface(seed));
      expect(earth.sum[2]).toBeGreaterThan(1.1 * earth.sum[0]);
      expect(earth.white).toBeGreaterThan(60);
      expect(earth.white).toBeLessThan(600);
      const mars = tones(rockySurface(seed, [0.26, 0.095, 0.04], [0.6, 0.27, 0.11]));
      expect(mars.sum[0]).toBeGreaterThan(3 * mars.sum[2]);
    }
  });

  it("throws its shadow on the part of its ring that it hides from the light", () => {
    const ring = { lean: 0, open: 0.3, color: [1, 1, 1], seed: 2, light: [-0.98, 0, 0.2] } as const;
    const level = (x: number, y: number) => {
      const out: RgbOut = new Float64Array(3);
      return ringAt(x, y, ring, out) && (out[0] as number);
    };
    expect(level(-1.6, 0.05)).toBeGreaterThan(0.5);
    expect(level(1.6, 0.05)).toBeLessThan(0.1);
    expect(level(0, 0)).toBeNull();
    // Lit from the front and below, the part behind the globe is dark and the part before it is not.
    const steep = { ...ring, open: 0.5, light: [0, -0.4, 0.9165] } as const;
    const out: RgbOut = new Float64Array(3);
    expect(ringAt(0, 1.05, steep, out)?.behind).toBe(true);
    expect(out[0]).toBeLessThan(0.1);
    expect(ringAt(0, -1.05, steep, out)?.behind).toBe(false);
    expect(out[0]).toBeGreaterThan(0.5);
  });
});
