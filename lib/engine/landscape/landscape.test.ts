import { describe, expect, it } from "vitest";
import { assertFinite } from "../math/float-image.ts";
import { normalized } from "../math/vector.ts";
import type { DayTime, TerrainName } from "../scene-spec.ts";
import { ATMOSPHERES } from "./atmosphere.ts";
import { paintLandscape } from "./paint-landscape.ts";
import { Sky } from "./sky.ts";
import { Terrain } from "./terrain.ts";

const COVER = { rock: [0.2, 0.2, 0.2], grass: [0.1, 0.15, 0.05], snowLine: 0.5, sand: null } as const;
const VIEW = { width: 24, height: 24, horizon: 0.45, eyeHeight: 0.08, lens: 0.95, water: true, fog: 0.3 };

function landscape(name: TerrainName, time: DayTime, seed = 3) {
  const sky = new Sky(ATMOSPHERES[time], seed);
  const terrain = new Terrain({ name, relief: 0.5, flatness: name === "dunes" ? 0.6 : 0 }, 64, seed, sky.sun);
  return paintLandscape(terrain, sky, COVER, VIEW);
}

describe("a landscape", () => {
  it.each(["alpine", "hills", "dunes"] as const)("is finite and never negative: %s", (name) => {
    for (const time of ["sunset", "day", "night"] as const) {
      const image = landscape(name, time);
      assertFinite(image, name);
      expect(Math.min(...image.data)).toBeGreaterThanOrEqual(0);
    }
  });

  it("depends on its seed alone", () => {
    expect(landscape("alpine", "sunset").data).toEqual(landscape("alpine", "sunset").data);
    expect(landscape("alpine", "sunset", 4).data).not.toEqual(landscape("alpine", "sunset").data);
  });

  it("has its sun where the mirror flag says", () => {
    const [x] = normalized(ATMOSPHERES.sunset.sun);
    expect(new Sky(ATMOSPHERES.sunset, 1).sun[0]).toBeCloseTo(x);
    expect(new Sky(ATMOSPHERES.sunset, 1, true).sun[0]).toBeCloseTo(-x);
  });
});

describe("a sky", () => {
  it("is finite straight up, also where rounding makes a direction longer than 1", () => {
    const out = new Float64Array(3);
    for (const time of Object.keys(ATMOSPHERES) as DayTime[]) {
      new Sky(ATMOSPHERES[time], 5).full(0, 1 + 1e-12, 0, out);
      expect(out.every((value) => Number.isFinite(value))).toBe(true);
    }
  });
});
