/** For every pixel the nearest marked pixel (8-neighbour propagation, Danielsson 1980), or null when none is marked. */
export function nearestMarked(
  isMarked: (pixel: number) => boolean,
  width: number,
  height: number,
): { distance: Float32Array; nearest: Int32Array } | null {
  const nearest = new Int32Array(width * height).fill(-1);
  const distance = new Float32Array(width * height).fill(1e6);
  let any = false;
  for (let i = 0; i < nearest.length; i++) {
    if (!isMarked(i)) continue;
    any = true;
    nearest[i] = i;
    distance[i] = 0;
  }
  if (!any) return null;
  const take = (x: number, y: number, dx: number, dy: number) => {
    const tx = x + dx;
    const ty = y + dy;
    if (tx < 0 || ty < 0 || tx >= width || ty >= height) return;
    const candidate = nearest[ty * width + tx] as number;
    if (candidate < 0) return;
    const cx = candidate % width;
    const cy = (candidate - cx) / width;
    const d = Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy));
    const i = y * width + x;
    if (d >= (distance[i] as number)) return;
    distance[i] = d;
    nearest[i] = candidate;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      take(x, y, -1, 0);
      take(x, y, 0, -1);
      take(x, y, -1, -1);
      take(x, y, 1, -1);
    }
    for (let x = width - 1; x >= 0; x--) take(x, y, 1, 0);
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      take(x, y, 1, 0);
      take(x, y, 0, 1);
      take(x, y, 1, 1);
      take(x, y, -1, 1);
    }
    for (let x = 0; x < width; x++) take(x, y, -1, 0);
  }
  return { distance, nearest };
}
