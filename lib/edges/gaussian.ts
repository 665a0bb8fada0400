/** Above this standard deviation three box passes are as good as a Gaussian, and their cost does not grow with it. */
const BOXES_FROM_SIGMA = 2.2;

/** A Gaussian blur of `sigma` pixels, borders repeated. The result is a new array. */
export function gaussianBlur(values: Float32Array, width: number, height: number, sigma: number): Float32Array {
  if (sigma < BOXES_FROM_SIGMA) return firBlur(values, width, height, sigma);
  let blurred = values;
  for (const radius of boxRadii(sigma))
    blurred = boxDown(boxAcross(blurred, width, height, radius), width, height, radius);
  return blurred;
}

function firBlur(values: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(3 * sigma));
  const kernel = gaussianKernel(sigma, radius);
  const padded = new Float32Array(width + 2 * radius);
  const across = new Float32Array(values.length);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    padded.fill(values[row] as number, 0, radius);
    padded.set(values.subarray(row, row + width), radius);
    padded.fill(values[row + width - 1] as number, radius + width);
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let tap = 0; tap < kernel.length; tap += 1) sum += (kernel[tap] as number) * (padded[x + tap] as number);
      across[row + x] = sum;
    }
  }
  const result = new Float32Array(values.length);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    for (let tap = 0; tap < kernel.length; tap += 1) {
      const weight = kernel[tap] as number;
      const source = Math.min(Math.max(y + tap - radius, 0), height - 1) * width;
      for (let x = 0; x < width; x += 1) {
        result[row + x] = (result[row + x] as number) + weight * (across[source + x] as number);
      }
    }
  }
  return result;
}

function gaussianKernel(sigma: number, radius: number): Float32Array {
  const kernel = Float32Array.from({ length: 2 * radius + 1 }, (_, tap) =>
    Math.exp(-((tap - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  return kernel.map((weight) => weight / sum);
}

/** Radii of three boxes whose variances, (2r + 1)² / 12 each, come nearest to sigma². */
function boxRadii(sigma: number): number[] {
  const ideal = Math.sqrt(4 * sigma * sigma + 1);
  const small = Math.floor((ideal - 1) / 2);
  const variance = (radius: number) => ((2 * radius + 1) ** 2 - 1) / 12;
  const larger = Math.round((sigma * sigma - 3 * variance(small)) / (variance(small + 1) - variance(small)));
  return [0, 1, 2].map((pass) => (pass < larger ? small + 1 : small));
}

function boxAcross(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const result = new Float32Array(values.length);
  const share = 1 / (2 * radius + 1);
  const last = width - 1;
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    let sum = 0;
    for (let x = -radius; x <= radius; x += 1) sum += values[row + Math.min(Math.max(x, 0), last)] as number;
    for (let x = 0; x < width; x += 1) {
      result[row + x] = sum * share;
      sum +=
        (values[row + Math.min(x + radius + 1, last)] as number) - (values[row + Math.max(x - radius, 0)] as number);
    }
  }
  return result;
}

function boxDown(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const result = new Float32Array(values.length);
  const share = 1 / (2 * radius + 1);
  const last = height - 1;
  const sums = new Float64Array(width);
  for (let y = -radius; y <= radius; y += 1) {
    const row = Math.min(Math.max(y, 0), last) * width;
    for (let x = 0; x < width; x += 1) sums[x] = (sums[x] as number) + (values[row + x] as number);
  }
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const entering = Math.min(y + radius + 1, last) * width;
    const leaving = Math.max(y - radius, 0) * width;
    for (let x = 0; x < width; x += 1) {
      const sum = sums[x] as number;
      result[row + x] = sum * share;
      sums[x] = sum + (values[entering + x] as number) - (values[leaving + x] as number);
    }
  }
  return result;
}
