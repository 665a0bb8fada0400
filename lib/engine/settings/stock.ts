import type { Coat } from "../textures/coat.ts";
import type { Shape } from "../tracer/shape.ts";

/** Shapes of a set and what they are covered with: hands out material numbers. */
export class Stock {
  readonly shapes: Shape[] = [];
  readonly coats: (Coat | undefined)[];

  /** `taken` coats keep their numbers: floor, wall, table. */
  constructor(...taken: (Coat | undefined)[]) {
    this.coats = [...taken];
  }

  /** The number of a coat; the same coat has one number. */
  material(coat: Coat): number {
    const known = this.coats.indexOf(coat);
    return known >= 0 ? known : this.coats.push(coat) - 1;
  }

  add(...shapes: Shape[]): void {
    this.shapes.push(...shapes);
  }
}
