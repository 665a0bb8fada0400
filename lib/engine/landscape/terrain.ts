import { blurred } from "../math/blur.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { TerrainName } from "../scene-spec.ts";
import { alpineTerrain, duneTerrain, hillTerrain } from "./raw-terrain.ts";

/** The map covers x from -1.9 to 1.9 and z from 0.25 to 4.05 in the landscape's own unit. */
const LEFT = -1.9;
const FRONT = 0.25;
const SPAN = 3.8;

export interface TerrainShape {
  readonly name: TerrainName;
  readonly relief: number;
  /** 0: valley in front, mountains at the sides and behind; towards 1: the same height everywhere. */
  readonly flatness: number;
}

/** A height field with its sun shadow and ambient occlusion, ready to be marched. */
export class Terrain {
  readonly relief: number;
  readonly #size: number;
  readonly #perUnit: number;
  readonly #heights: Float32Array;
  readonly #shadow: FloatImage;
  readonly #occlusion: FloatImage;

  constructor(shape: TerrainShape, size: number, seed: number, sun: Vec3) {
    this.relief = shape.relief;
    this.#size = size;
    this.#perUnit = size / SPAN;
    this.#heights = rawTerrain(shape.name, size, seed);
    this.#shapeValley(shape, seed);
    this.#shadow = this.#sunShadow(sun);
    this.#occlusion = this.#ambientOcclusion();
  }

  heightAt(x: number, z: number): number {
    const fx = (x - LEFT) * this.#perUnit;
    const fz = (z - FRONT) * this.#perUnit;
    const size = this.#size;
    if (!(fx >= 0 && fz >= 0 && fx < size - 1.01 && fz < size - 1.01)) return -0.05;
    const ix = fx | 0;
    const iz = fz | 0;
    const a = fx - ix;
    const o = iz * size + ix;
    const heights = this.#heights;
    const near = (heights[o] as number) + ((heights[o + 1] as number) - (heights[o] as number)) * a;
    const far = (heights[o + size] as number) + ((heights[o + size + 1] as number) - (heights[o + size] as number)) * a;
    return near + (far - near) * (fz - iz);
  }

  /** 0 in shadow, 1 in the sun. */
  sunAt(x: number, z: number): number {
    return sampleBilinear(this.#shadow, (x - LEFT) * this.#perUnit - 0.5, (z - FRONT) * this.#perUnit - 0.5, 0);
  }

  /** 0.3 in gullies, above 1 on ridges. */
  openAt(x: number, z: number): number {
    return sampleBilinear(this.#occlusion, (x - LEFT) * this.#perUnit - 0.5, (z - FRONT) * this.#perUnit - 0.5, 0);
  }

  #shapeValley({ relief, flatness }: TerrainShape, seed: number): void {
    const size = this.#size;
    for (let y = 0; y < size; y++) {
      const z = FRONT + (y / size) * SPAN;
      const back = smoothstep(1.5, 3.2, z);
      for (let x = 0; x < size; x++) {
        const wx = LEFT + (x / size) * SPAN;
        const side = smoothstep(0.05, 0.95, Math.abs(wx - 0.12 * Math.sin(z * 2.1 + (seed % 97))) - 0.1 * z);
        const rise = clamp(0.22 * side + 0.95 * Math.max(side * smoothstep(0.5, 1.6, z), back * 0.9));
        const i = y * size + x;
        const lift = flatness > 0 ? flatness + (1 - flatness) * rise : rise;
        const sink = flatness > 0 ? 0 : 0.02 * (1 - rise);
        this.#heights[i] = (this.#heights[i] as number) * relief * lift - sink - 0.012;
      }
    }
  }

  #sunShadow(sun: Vec3): FloatImage {
    const size = this.#size;
    const image = floatImage(size, size, 1);
    const climb = Math.max(sun[1], 0.16);
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const wx = LEFT + (x / size) * SPAN;
        const wz = FRONT + (y / size) * SPAN;
        const from = (this.#heights[y * size + x] as number) + 0.002;
        let light = 1;
        let t = 0.01;
        for (let step = 0; step < 26 && light > 0; step++) {
          const above = this.heightAt(wx + sun[0] * t, wz + sun[2] * t) - (from + climb * t);
          light = above > 0 ? 0 : Math.min(light, clamp((-above / t) * 14));
          t *= 1.17;
        }
        image.data[y * size + x] = light;
      }
    }
    return blurred(image, 0.8 * (size / 512));
  }

  #ambientOcclusion(): FloatImage {
    const size = this.#size;
    const heights = floatImage(size, size, 1, this.#heights);
    const around = blurred(heights, 6 * (size / 512));
    const image = floatImage(size, size, 1);
    for (let i = 0; i < image.data.length; i++) {
      image.data[i] = clamp(0.75 + ((this.#heights[i] as number) - (around.data[i] as number)) * 16, 0.3, 1.15);
    }
    return image;
  }
}

function rawTerrain(name: TerrainName, size: number, seed: number): Float32Array {
  switch (name) {
    case "dunes":
      return duneTerrain(size, seed);
    case "hills":
      return hillTerrain(size, seed);
    case "alpine":
    case "snow":
      return alpineTerrain(size, seed);
  }
}
