import type { Size } from "#lib/composition/document.ts";

interface Box extends Size {
  x: number;
  y: number;
}

export interface SnapPlan {
  /** Add to the moving box, artboard pixels. */
  dx: number;
  dy: number;
  /** Lines to draw: artboard coordinates of what the box snapped to. */
  vertical: number[];
  horizontal: number[];
}

/**
 * Pulls a moving box to the targets' edges and centres when they are nearer than `reach` (artboard pixels).
 * Each axis is decided by itself, by its nearest line.
 */
export function snapBox(moving: Box, targets: readonly Box[], reach: number): SnapPlan {
  const x = nearest(
    linesOf(moving.x, moving.width),
    targets.flatMap((box) => linesOf(box.x, box.width)),
    reach,
  );
  const y = nearest(
    linesOf(moving.y, moving.height),
    targets.flatMap((box) => linesOf(box.y, box.height)),
    reach,
  );
  return { dx: x.delta, dy: y.delta, vertical: x.lines, horizontal: y.lines };
}

function linesOf(start: number, length: number): [number, number, number] {
  return [start, start + length / 2, start + length];
}

function nearest(moving: readonly number[], targets: readonly number[], reach: number) {
  let delta = 0;
  let distance = reach;
  let isFound = false;
  for (const from of moving) {
    for (const to of targets) {
      if (Math.abs(to - from) <= distance) {
        distance = Math.abs(to - from);
        delta = to - from;
        isFound = true;
      }
    }
  }
  if (!isFound) return { delta: 0, lines: [] };
  const met = targets.filter((to) => moving.some((from) => Math.abs(from + delta - to) < 0.01));
  return { delta, lines: [...new Set(met)] };
}
