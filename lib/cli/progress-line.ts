const BAR_WIDTH = 20;
/** East Asian wide and full-width characters, which take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

export interface Progress {
  /** Pictures in the folder, pictures upstream has finished (those in the folder included), pictures asked for. */
  saved: number;
  finished: number;
  total: number;
  /** What stands behind the bar: counts, states, seconds. */
  words: readonly string[];
}

/** One line of at most `columns` columns. Counts what is there and guesses nothing: a bar of pictures, not of percent. */
export function progressLine({ saved, finished, total, words }: Progress, columns: number): string {
  const cells = (count: number) => Math.round((BAR_WIDTH * Math.min(count, total)) / total);
  const full = cells(saved);
  const half = Math.max(0, cells(finished) - full);
  const bar = "█".repeat(full) + "▒".repeat(half) + "░".repeat(BAR_WIDTH - full - half);
  // One column stays free: a terminal that wraps at its last one would keep half of every line.
  return cutToColumns([bar, ...words].join("  "), columns - 1);
}

function cutToColumns(text: string, columns: number): string {
  let width = 0;
  let kept = "";
  for (const character of text) {
    width += WIDE.test(character) ? 2 : 1;
    if (width > columns) return kept;
    kept += character;
  }
  return kept;
}
