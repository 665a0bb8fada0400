/** Canvas order: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Lengths along the picture's own axes: 1 where a picture pixel covers one pixel of the target. */
export function axisScales([a, b, c, d]: Matrix): { alongX: number; alongY: number } {
  return { alongX: Math.hypot(a, b), alongY: Math.hypot(c, d) };
}
