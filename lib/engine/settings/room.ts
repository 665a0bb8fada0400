import type { Plot } from "../plants/plot.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { Coat } from "../textures/coat.ts";
import type { Stock } from "./stock.ts";

/** A corner of a room as its things are put into it: `side` is where the light comes from, the far side takes the tall things. */
export interface Furnishing {
  readonly spec: SceneSpec;
  readonly stock: Stock;
  readonly rich: boolean;
  /** Middle and half width of the product's base. */
  readonly x: number;
  readonly half: number;
  readonly z: number;
  readonly wallZ: number;
  readonly random: () => number;
}

export interface Room {
  readonly wall: (spec: SceneSpec) => Coat;
  /** What things stand on; the support that the prompt names where a room has none of its own. */
  readonly top?: (spec: SceneSpec) => Coat;
  /** From the product's front to the wall. */
  readonly depth: number;
  /** Strength of key light and of light from all around. */
  readonly key: number;
  readonly ambient: number;
  readonly exposure: number;
  /** Replaces the lens: blur of the far distance in pixels of a 1024 px picture. */
  readonly aperturePx?: number;
  readonly furnish: (furnishing: Furnishing) => void;
  readonly plant?: (plot: Plot, furnishing: Furnishing) => void;
}
