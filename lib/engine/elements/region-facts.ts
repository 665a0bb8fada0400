import type { EdgeLayer } from "./edge-layer.ts";
import type { Regions } from "./regions.ts";

/** Size, place and form of one region; lengths in working pixels. */
export interface RegionFacts {
  readonly area: number;
  /** Share of the whole silhouette. */
  readonly share: number;
  readonly x: number;
  readonly y: number;
  /** Unit vector of the long axis and the spread (standard deviation) along and across it. */
  readonly axisX: number;
  readonly axisY: number;
  readonly length: number;
  readonly breadth: number;
  readonly elongation: number;
  /** Share of the outline that borders on the outside. */
  readonly exposed: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Index 0 is the outside and has no area. */
export function regionFacts({ width, height }: EdgeLayer, { labels, count }: Regions): RegionFacts[] {
  const sums = Array.from({ length: count + 1 }, () => ({
    area: 0,
    x: 0,
    y: 0,
    xx: 0,
    yy: 0,
    xy: 0,
    outline: 0,
    exposed: 0,
    left: width,
    right: 0,
    top: height,
    bottom: 0,
  }));
  let total = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const label = labels[i] as number;
      if (label === 0) continue;
      const sum = sums[label];
      if (!sum) continue;
      total++;
      sum.area++;
      sum.x += x;
      sum.y += y;
      sum.xx += x * x;
      sum.yy += y * y;
      sum.xy += x * y;
      sum.left = Math.min(sum.left, x);
      sum.right = Math.max(sum.right, x);
      sum.top = Math.min(sum.top, y);
      sum.bottom = Math.max(sum.bottom, y);
      const neighbours = [
        x > 0 ? (labels[i - 1] as number) : 0,
        x < width - 1 ? (labels[i + 1] as number) : 0,
        y > 0 ? (labels[i - width] as number) : 0,
        y < height - 1 ? (labels[i + width] as number) : 0,
      ];
      if (neighbours.some((other) => other !== label)) sum.outline++;
      if (neighbours.includes(0)) sum.exposed++;
    }
  }
  return sums.map((sum) => {
    const n = Math.max(1, sum.area);
    const x = sum.x / n;
    const y = sum.y / n;
    const varX = Math.max(0, sum.xx / n - x * x) + 0.08;
    const varY = Math.max(0, sum.yy / n - y * y) + 0.08;
    const cov = sum.xy / n - x * y;
    const half = (varX - varY) / 2;
    const root = Math.sqrt(half * half + cov * cov);
    const long = (varX + varY) / 2 + root;
    const short = Math.max(0.05, (varX + varY) / 2 - root);
    const angle = 0.5 * Math.atan2(2 * cov, varX - varY);
    return {
      area: sum.area,
      share: sum.area / Math.max(1, total),
      x,
      y,
      axisX: Math.cos(angle),
      axisY: Math.sin(angle),
      length: Math.sqrt(long),
      breadth: Math.sqrt(short),
      elongation: Math.sqrt(long / short),
      exposed: sum.exposed / Math.max(1, sum.outline),
      left: sum.left,
      right: sum.right,
      top: sum.top,
      bottom: sum.bottom,
    };
  });
}

/** Parts that do not reach the outline, small and about as wide as high: only they can be eyes or a nose. */
export function roundParts(facts: readonly RegionFacts[]): { fact: RegionFacts; label: number }[] {
  return facts.flatMap((fact, label) => {
    const width = fact.right - fact.left + 1;
    const height = fact.bottom - fact.top + 1;
    const filled = fact.area / (width * height);
    const round = filled > 0.6 && Math.max(width, height) < 1.6 * Math.min(width, height);
    return label > 0 && round && fact.exposed < 0.04 && fact.share > 0.0006 && fact.share < 0.016
      ? [{ fact, label }]
      : [];
  });
}
