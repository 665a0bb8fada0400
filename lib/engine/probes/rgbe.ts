/** Shared-exponent colour as in Radiance files (Greg Ward, 1991): four bytes a pixel, about 1% precise over a huge range. */

export function encodeRgbe(r: number, g: number, b: number, out: Uint8Array, offset: number): void {
  const peak = Math.max(r, g, b);
  if (!(peak > 1e-9)) {
    out.fill(0, offset, offset + 4);
    return;
  }
  const exponent = Math.ceil(Math.log2(peak) + 1e-9);
  const scale = 255.999 / 2 ** exponent;
  out[offset] = Math.max(0, r) * scale;
  out[offset + 1] = Math.max(0, g) * scale;
  out[offset + 2] = Math.max(0, b) * scale;
  out[offset + 3] = exponent + 128;
}

/** Linear RGB floats of `bytes.length / 4` pixels. */
export function decodeRgbe(bytes: Uint8Array): Float32Array {
  const count = bytes.length / 4;
  const out = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) {
    const exponent = bytes[i * 4 + 3] as number;
    if (exponent === 0) continue;
    const scale = 2 ** (exponent - 128) / 256;
    out[i * 3] = ((bytes[i * 4] as number) + 0.5) * scale;
    out[i * 3 + 1] = ((bytes[i * 4 + 1] as number) + 0.5) * scale;
    out[i * 3 + 2] = ((bytes[i * 4 + 2] as number) + 0.5) * scale;
  }
  return out;
}
