import type { Material } from "./material.ts";

export type ThingKind =
  | "flower"
  | "foliage"
  | "tree"
  | "animal"
  | "scales"
  | "butterfly"
  | "fruit"
  | "machine"
  | "feather"
  | "cloud"
  | "neon"
  | "flame"
  | "candle"
  | "plaster"
  | "leather"
  | "paper"
  | "shell"
  | "brick"
  | Material;

/** What an element shall become. */
export interface Thing {
  readonly kind: ThingKind;
  /** The meaning it was found by: parts of a "berry" differ from those of an "orange". Empty for unknown things. */
  readonly name: string;
  /** Of what a flower, leaves or an animal are made that are not alive: a porcelain dog, a golden leaf. */
  readonly material: Material | null;
  /** OKLCH of its main colour. */
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}
