import type { FloatImage } from "../math/float-image.ts";

const PASSES = 6;

/**
 * The maps' lossy compression left dark or purple blocks where the sun is. A pixel much darker in one channel than its
 * bright neighbours is replaced by their mean, a little brighter; negative values become 0. In place.
 */
export function repairSun({ width, height, data }: FloatImage): void {
  for (let i = 0; i < data.length; i++) if (!((data[i] as number) >= 0)) data[i] = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    const before = data.slice();
    let changed = false;
    for (let y = 1; y < height - 1; y++) {
      for (let x = 0; x < width; x++) {
        const i = (y * width + x) * 3;
        const low = Math.min(before[i] as number, before[i + 1] as number, before[i + 2] as number);
        const high = Math.max(before[i] as number, before[i + 1] as number, before[i + 2] as number);
        const neighbours = around(before, width, x, y);
        const bright = Math.max(...neighbours.map(({ low }) => low));
        if (!(bright > 2.5 && low < bright * 0.3 && (high > bright * 1.5 || low < 0.35))) continue;
        const donors = neighbours.filter(({ low }) => low > bright * 0.6);
        for (let c = 0; c < 3; c++) {
          const mean = donors.reduce((sum, { at }) => sum + (before[at + c] as number), 0) / donors.length;
          data[i + c] = mean * (1.25 - 0.05 * c);
        }
        changed = true;
      }
    }
    if (!changed) return;
  }
}

function around(data: Float32Array, width: number, x: number, y: number): { at: number; low: number }[] {
  const list: { at: number; low: number }[] = [];
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      if (i === 0 && j === 0) continue;
      const at = ((y + j) * width + ((x + i + width) % width)) * 3;
      list.push({ at, low: Math.min(data[at] as number, data[at + 1] as number, data[at + 2] as number) });
    }
  }
  return list;
}
