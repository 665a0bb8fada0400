import { type FloatImage, floatImage } from "./float-image.ts";

const PASSES = 3;

/** Three box blurs, close to a Gaussian of `sigmaPx`; below 0.3 px the image itself. Borders repeated. */
export function blurred(image: FloatImage, sigmaPx: number): FloatImage {
  if (sigmaPx < 0.3) return image;
  const { width, height, channels } = image;
  const data = image.data.slice();
  const spare = new Float32Array(data.length);
  const ideal = Math.sqrt((12 * sigmaPx * sigmaPx) / PASSES + 1);
  let small = Math.floor(ideal);
  if (small % 2 === 0) small--;
  const smallPasses = Math.round(
    (12 * sigmaPx * sigmaPx - PASSES * small * small - 4 * PASSES * small - 3 * PASSES) / (-4 * small - 4),
  );
  for (let pass = 0; pass < PASSES; pass++) {
    const radius = ((pass < smallPasses ? small : small + 2) - 1) >> 1;
    boxRows(data, spare, width, height, channels, radius);
    boxColumns(spare, data, width * channels, height, radius);
  }
  return floatImage(width, height, channels, data);
}

function boxRows(src: Float32Array, dst: Float32Array, width: number, height: number, channels: number, r: number) {
  const share = 1 / (2 * r + 1);
  const last = width - 1;
  for (let y = 0; y < height; y++) {
    for (let c = 0; c < channels; c++) {
      const base = y * width * channels + c;
      let sum = 0;
      for (let i = -r; i <= r; i++) sum += src[base + (i < 0 ? 0 : i > last ? last : i) * channels] as number;
      for (let x = 0; x < width; x++) {
        dst[base + x * channels] = sum * share;
        const enter = x + r + 1 > last ? last : x + r + 1;
        const leave = x - r < 0 ? 0 : x - r;
        sum += (src[base + enter * channels] as number) - (src[base + leave * channels] as number);
      }
    }
  }
}

function boxColumns(src: Float32Array, dst: Float32Array, stride: number, height: number, r: number) {
  const share = 1 / (2 * r + 1);
  const last = height - 1;
  const sums = new Float64Array(stride);
  for (let i = -r; i <= r; i++) {
    const row = (i < 0 ? 0 : i > last ? last : i) * stride;
    for (let x = 0; x < stride; x++) (sums[x] as number) += src[row + x] as number;
  }
  for (let y = 0; y < height; y++) {
    const row = y * stride;
    const enter = (y + r + 1 > last ? last : y + r + 1) * stride;
    const leave = (y - r < 0 ? 0 : y - r) * stride;
    for (let x = 0; x < stride; x++) {
      dst[row + x] = (sums[x] as number) * share;
      (sums[x] as number) += (src[enter + x] as number) - (src[leave + x] as number);
    }
  }
}

/** Lens blur: the mean over a disc of `radiusPx`, by prefix sums per row. */
export function discBlurred(image: FloatImage, radiusPx: number): FloatImage {
  const radius = Math.floor(radiusPx);
  if (radius < 1) return image;
  const { width, height, channels, data } = image;
  const prefix = new Float64Array((width + 1) * height * channels);
  for (let y = 0; y < height; y++) {
    for (let i = 0; i < width * channels; i++) {
      const o = y * (width + 1) * channels + i;
      prefix[o + channels] = (prefix[o] as number) + (data[y * width * channels + i] as number);
    }
  }
  const halfWidths = Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.floor(Math.sqrt(Math.max(0, radiusPx * radiusPx - (i - radius) ** 2))),
  );
  const out = floatImage(width, height, channels);
  const sums = new Float64Array(channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sums.fill(0);
      let count = 0;
      for (let dy = -radius; dy <= radius; dy++) {
        const row = Math.min(height - 1, Math.max(0, y + dy)) * (width + 1);
        const half = halfWidths[dy + radius] as number;
        const from = Math.max(0, x - half);
        const to = Math.min(width, x + half + 1);
        count += to - from;
        for (let c = 0; c < channels; c++)
          (sums[c] as number) +=
            (prefix[(row + to) * channels + c] as number) - (prefix[(row + from) * channels + c] as number);
      }
      for (let c = 0; c < channels; c++) out.data[(y * width + x) * channels + c] = (sums[c] as number) / count;
    }
  }
  return out;
}
