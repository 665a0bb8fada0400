import { blurred } from "../math/blur.ts";
import { type FloatImage, floatImage } from "../math/float-image.ts";
import { gradientNoise, hash2 } from "../math/noise.ts";

/**
 * Line integral convolution: noise smeared down the slope of a form and downwards, swept into tufts, so that hair lies on it.
 * One channel, about -1 to 1.
 */
export function furOn(height: FloatImage, steps: number): FloatImage {
  const { width, height: rows } = height;
  const size = Math.max(width, rows);
  // Hair follows the large form; furrows as such would comb it into stripes.
  const { data } = blurred(height, size * 0.022);
  const flowX = new Float32Array(width * rows);
  const flowY = new Float32Array(width * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const dx = (data[x < width - 1 ? i + 1 : i] as number) - (data[x > 0 ? i - 1 : i] as number);
      const dy = (data[y < rows - 1 ? i + width : i] as number) - (data[y > 0 ? i - width : i] as number);
      const turn = 1.1 * gradientNoise(x * 0.045, y * 0.045) + 0.7 * gradientNoise(x * 0.14 + 40, y * 0.14);
      const fx = -dx;
      const fy = -dy + 0.55;
      const k = 1 / Math.sqrt(fx * fx + fy * fy + 1e-9);
      flowX[i] = (fx * Math.cos(turn) - fy * Math.sin(turn)) * k;
      flowY[i] = (fx * Math.sin(turn) + fy * Math.cos(turn)) * k;
    }
  }
  const out = floatImage(width, rows, 1);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < width; x++) {
      let hairs = 0;
      let tufts = 0;
      for (const direction of [1, -1]) {
        let px = x + 0.5;
        let py = y + 0.5;
        for (let step = 0; step < steps; step++) {
          const ix = px | 0;
          const iy = py | 0;
          if (ix < 0 || iy < 0 || ix >= width || iy >= rows) break;
          hairs += hash2(ix, iy) - 0.5;
          tufts += hash2((ix / 3) | 0, (iy / 3) | 0) - 0.5;
          px += (flowX[iy * width + ix] as number) * direction;
          py += (flowY[iy * width + ix] as number) * direction;
        }
      }
      const scale = 1 / Math.sqrt(2 * steps);
      out.data[y * width + x] = hairs * scale * 1.5 + tufts * scale * 0.75;
    }
  }
  return out;
}
