export const clamp = (x: number, low = 0, high = 1): number => (x < low ? low : x > high ? high : x);

export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;

/** 0 at `from`, 1 at `to` (which may be the smaller one), with flat ends. */
export function smoothstep(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}
