import type { RidgePoints } from "./ridge-points.ts";

export interface LineDemands {
  /** Length, in pixels of the grid, at which a line is fully believed. */
  fullLength: number;
  /** Highest strength on a line at which it is fully believed; half of it hardly counts. */
  fullPeak: number;
}

/**
 * One factor for each point, 0 to 1: how far the connected line it lies on is long and strong enough to be meant. Grain gives short and
 * weak lines; a weak stretch of a strong line is kept.
 */
export function lineConfidence(points: RidgePoints, width: number, pixels: number, demands: LineDemands): Float32Array {
  const lines = connectedLines(points, width, pixels);
  const confidence = new Float32Array(points.count);
  for (const line of lines) {
    let peak = 0;
    let length = 0;
    for (const point of line) {
      peak = Math.max(peak, points.strength[point] as number);
      length += points.length[point] as number;
    }
    const factor = smoothStep(length / demands.fullLength) * smoothStep((peak / demands.fullPeak - 0.35) / 0.65);
    for (const point of line) confidence[point] = factor;
  }
  return confidence;
}

/** Points grouped by touching pixels, diagonals included. */
function connectedLines(points: RidgePoints, width: number, pixels: number): number[][] {
  const pointAt = new Int32Array(pixels).fill(-1);
  for (let point = 0; point < points.count; point += 1) pointAt[points.pixel[point] as number] = point;
  const neighbours = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  const lines: number[][] = [];
  for (let start = 0; start < points.count; start += 1) {
    const startPixel = points.pixel[start] as number;
    if (pointAt[startPixel] === -1) continue;
    pointAt[startPixel] = -1;
    const line = [start];
    for (const point of line) {
      const pixel = points.pixel[point] as number;
      for (const step of neighbours) {
        const next = pointAt[pixel + step];
        if (next === undefined || next === -1) continue;
        pointAt[pixel + step] = -1;
        line.push(next);
      }
    }
    lines.push(line);
  }
  return lines;
}

function smoothStep(value: number): number {
  const clamped = Math.min(1, Math.max(0, value));
  return clamped * clamped * (3 - 2 * clamped);
}
