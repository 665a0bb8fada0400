import { type FloatImage, floatImage } from "../math/float-image.ts";
import { hash2 } from "../math/noise.ts";

/**
 * Line integral convolution: noise smeared along the slope of a form, a little downwards, so that hair lies on it.
 * One channel, about -1 to 1.
 */
export function furOn(height: FloatImage, steps: number): FloatImage {
  const { width, height: rows, data } = height;
  const flowX = new Float32Array(width * rows);
  const flowY = new Float32Array(width * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const dx = (data[x < width - 1 ? i + 1 : i] as number) - (data[x > 0 ? i - 1 : i] as number);
      const dy = (data[y < rows - 1 ? i + width : i] as number) - (data[y > 0 ? i - width : i] as number);
      const fx = -dx;
      const fy = -dy + 0.35;
      const k = 1 / Math.sqrt(fx * fx + fy * fy + 1e-9);
      flowX[i] = fx * k;
      flowY[i] = fy * k;
    }
  }
  const out = floatImage(width, rows, 1);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (const direction of [1, -1]) {
        let px = x + 0.5;
        let py = y + 0.5;
        for (let step = 0; step < steps; step++) {
          const ix = px | 0;
          const iy = py | 0;
          if (ix < 0 || iy < 0 || ix >= width || iy >= rows) break;
          sum += hash2(ix, iy) - 0.5;
          px += (flowX[iy * width + ix] as number) * direction;
          py += (flowY[iy * width + ix] as number) * direction;
        }
      }
      out.data[y * width + x] = (sum / Math.sqrt(2 * steps)) * 2.2;
    }
  }
  return out;
}
