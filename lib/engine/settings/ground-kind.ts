import type { Plot } from "../plants/plot.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { Coat } from "../textures/coat.ts";
import type { Stock } from "./stock.ts";

/** Where the product stands, in world units. */
export interface Place {
  readonly x: number;
  readonly z: number;
  /** Radius of what stands there. */
  readonly taken: number;
  /** Chooses among a ground's arrangements, and moves its patches. */
  readonly layout: number;
  readonly shift: number;
}

/** Distances that plants keep: `outside` is how far a place is from what stands on the ground, in world units. */
export interface Planting {
  readonly spec: SceneSpec;
  readonly rich: boolean;
  /** Distance of the product from the camera. */
  readonly distance: number;
  readonly place: Place;
  readonly outside: (x: number, z: number) => number;
}

/** Open country that the product stands in. */
export interface Ground {
  /** A photographed place's light and backdrop, the same behind a waterfall, a painted country's, the sea from below, or space. */
  readonly around: "photograph" | "waterfall" | "painting" | "water" | "space";
  /** Height in world units `x` beside (less `place.shift`) and `z` behind the product; flattened around it afterwards. */
  readonly relief: (x: number, z: number, place: Place) => number;
  readonly coat: (place: Place, spec: SceneSpec) => Coat;
  /** Where the ground ends and the backdrop begins, in units behind the product. */
  readonly reach: number;
  readonly horizon: number;
  readonly plant?: (plot: Plot, planting: Planting) => void;
  /** A lower light for long shadows, which show relief, and its strength: low light spreads over more ground. */
  readonly sun?: { readonly height: number; readonly strength: number };
  /** Share of the view lost to haze per unit behind the product. */
  readonly haze?: number;
  /** Multiplies exposure. */
  readonly brightness?: number;
  /** Replaces the lens: blur of the far distance in pixels of a 1024 px picture. */
  readonly aperturePx?: number;
  /** Puts what stands in the country besides plants into the stock. */
  readonly build?: (stock: Stock, planting: Planting, random: () => number) => void;
}
