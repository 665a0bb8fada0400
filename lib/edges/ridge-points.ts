import type { StructureTensor } from "./structure-tensor.ts";

/**
 * Points where the response is highest across the line, found between pixels: `pixel` is the one that holds the point, `x` and `y` are
 * its place, `strength` the response there, `length` how much of the line the point stands for.
 */
export interface RidgePoints {
  count: number;
  pixel: Int32Array;
  x: Float32Array;
  y: Float32Array;
  strength: Float32Array;
  length: Float32Array;
}

/** Keeps the logarithm finite where there is no response at all. */
const FLOOR = 1e-3;

/**
 * Keeps of a response only its crest lines; `directions` says which way each line is crossed. The crest is that of a parabola through the
 * logarithms of 3 x 3 pixels (after C. Steger, "An unbiased detector of curvilinear structures", 1998), which is exact for a line
 * of Gaussian profile.
 */
export function ridgePoints(
  response: Float32Array,
  directions: StructureTensor,
  width: number,
  height: number,
  lowest: number,
): RidgePoints {
  const points = emptyPoints(response.length);
  const logs = response.map((value) => Math.log(value + FLOOR));
  const log = (index: number) => logs[index] as number;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1, index = y * width + 1; x < width - 1; x += 1, index += 1) {
      if ((response[index] as number) < lowest) continue;
      const xx = directions.xx[index] as number;
      const xy = directions.xy[index] as number;
      const yy = directions.yy[index] as number;
      const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
      const across = Math.cos(angle);
      const down = Math.sin(angle);

      const slope = (across * (log(index + 1) - log(index - 1)) + down * (log(index + width) - log(index - width))) / 2;
      const bendX = log(index + 1) - 2 * log(index) + log(index - 1);
      const bendY = log(index + width) - 2 * log(index) + log(index - width);
      const twist =
        (log(index + width + 1) - log(index + width - 1) - log(index - width + 1) + log(index - width - 1)) / 4;
      const bend = across * across * bendX + 2 * across * down * twist + down * down * bendY;
      if (bend >= 0) continue;
      // A straight line passes each row (or column, if it is flat) once, at most half a pixel from the middle of one of its pixels:
      // a crest further off is the neighbour's and would be counted twice.
      const steepest = Math.max(Math.abs(across), Math.abs(down));
      const offset = -slope / bend;
      if (Math.abs(offset) > steepest / 2) continue;

      const point = points.count;
      points.count += 1;
      points.pixel[point] = index;
      points.x[point] = x + offset * across;
      points.y[point] = y + offset * down;
      points.strength[point] = Math.exp(log(index) + (slope * offset) / 2);
      points.length[point] = 1 / steepest;
    }
  }
  return points;
}

function emptyPoints(capacity: number): RidgePoints {
  return {
    count: 0,
    pixel: new Int32Array(capacity),
    x: new Float32Array(capacity),
    y: new Float32Array(capacity),
    strength: new Float32Array(capacity),
    length: new Float32Array(capacity),
  };
}
