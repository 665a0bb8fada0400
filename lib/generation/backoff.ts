/** 1, 2, 4 … seconds, at most a minute: throttling clears within one. `failures` counts from 1. */
export function backoffMs(failures: number, longestMs = 60_000): number {
  return Math.min(1_000 * 2 ** Math.min(failures - 1, 16), longestMs);
}
