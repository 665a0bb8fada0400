import type { Hit, Ray } from "./ray.ts";
import { type Bounds, NEAR, type Shape } from "./shape.ts";

const SHAPES_IN_A_LEAF = 2;
/** Stands for a direction of 0, so that nothing is divided by it. */
const LEAST = 1e-30;

/**
 * Bounding volume hierarchy: the shapes of a scene as one, so that a ray asks only those whose boxes it passes through.
 * Boxes are split at the median along their longest side and lie in depth-first order; a ray that misses one skips what it
 * holds, so that no stack is needed (Smits 1998, Efficiency Issues for Ray Tracing).
 */
export class ShapeTree implements Shape {
  readonly bounds: Bounds;
  /** Depth-first; six numbers a node, as `Bounds`. */
  readonly #boxes: Float64Array;
  /** The node after everything that a node holds. */
  readonly #next: Int32Array;
  /** Where a leaf's shapes begin and end in `#shapes`; an inner node has none. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #shapes: readonly Shape[];

  constructor(shapes: readonly Shape[]) {
    const nodes: { box: Bounds; next: number; from: number; to: number }[] = [];
    const order: Shape[] = [];
    const build = (held: readonly Shape[]) => {
      const box = boundsOf(held);
      const node = { box, next: 0, from: order.length, to: order.length };
      nodes.push(node);
      if (held.length <= SHAPES_IN_A_LEAF) {
        order.push(...held);
        node.to = order.length;
      } else {
        const axis = longestAxis(box);
        const middle = ({ bounds }: Shape) => (bounds[axis] as number) + (bounds[axis + 3] as number);
        const sorted = held.toSorted((one, other) => middle(one) - middle(other));
        build(sorted.slice(0, sorted.length >> 1));
        build(sorted.slice(sorted.length >> 1));
      }
      node.next = nodes.length;
    };
    if (shapes.length > 0) build(shapes);
    this.bounds = nodes[0]?.box ?? [0, 0, 0, 0, 0, 0];
    this.#boxes = Float64Array.from(nodes.flatMap(({ box }) => box));
    this.#next = Int32Array.from(nodes.map(({ next }) => next));
    this.#from = Int32Array.from(nodes.map(({ from }) => from));
    this.#to = Int32Array.from(nodes.map(({ to }) => to));
    this.#shapes = order;
  }

  intersect(ray: Ray, hit: Hit): boolean {
    const boxes = this.#boxes;
    const next = this.#next;
    const { ox, oy, oz } = ray;
    const ix = 1 / (ray.dx || LEAST);
    const iy = 1 / (ray.dy || LEAST);
    const iz = 1 / (ray.dz || LEAST);
    // Where a box's three near and far sides begin: which is which depends on the direction alone.
    const fromX = ix < 0 ? 3 : 0;
    const fromY = iy < 0 ? 4 : 1;
    const fromZ = iz < 0 ? 5 : 2;
    let found = false;
    for (let node = 0; node < next.length; ) {
      const o = node * 6;
      const x = ((boxes[o + fromX] as number) - ox) * ix;
      const y = ((boxes[o + fromY] as number) - oy) * iy;
      const z = ((boxes[o + fromZ] as number) - oz) * iz;
      const farX = ((boxes[o + 3 - fromX] as number) - ox) * ix;
      const farY = ((boxes[o + 5 - fromY] as number) - oy) * iy;
      const farZ = ((boxes[o + 7 - fromZ] as number) - oz) * iz;
      const xy = x > y ? x : y;
      const near = xy > z ? xy : z;
      const farXY = farX < farY ? farX : farY;
      const far = farXY < farZ ? farXY : farZ;
      if (near > far || far <= NEAR || near >= hit.t) {
        node = next[node] as number;
        continue;
      }
      const to = this.#to[node] as number;
      for (let i = this.#from[node] as number; i < to; i++) {
        if (!(this.#shapes[i] as Shape).intersect(ray, hit)) continue;
        if (hit.anySurface) return true;
        found = true;
      }
      node++;
    }
    return found;
  }
}

function boundsOf(shapes: readonly Shape[]): Bounds {
  const least = (axis: number) => Math.min(...shapes.map(({ bounds }) => bounds[axis] as number));
  const most = (axis: number) => Math.max(...shapes.map(({ bounds }) => bounds[axis] as number));
  return [least(0), least(1), least(2), most(3), most(4), most(5)];
}

function longestAxis(box: Bounds): 0 | 1 | 2 {
  const [x, y, z] = [box[3] - box[0], box[4] - box[1], box[5] - box[2]];
  return x >= y && x >= z ? 0 : y >= z ? 1 : 2;
}
