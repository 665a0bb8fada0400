/** The shortest stem that an ending is taken from, in letters. */
const SHORTEST_STEM = 4;
/** The shortest word that a slip is looked for in; shorter ones turn into other words (stable, table). */
const SHORTEST_SLIP = 5;
/** From these lengths on one letter too many or too few is forgiven too, and one wrong letter. */
const LONG = 6;
const LONGEST = 8;

/** As it is; as the plural of something; as "-ed", "-ing" of it. Phrases have no such endings. */
export function formsOf(phrase: string): string[] {
  const forms = [phrase];
  const without = (ending: string, ...instead: string[]) => {
    if (!phrase.endsWith(ending)) return;
    const stem = phrase.slice(0, -ending.length);
    forms.push(...instead.map((end) => stem + end));
  };
  without("s", "");
  without("es", "");
  if (phrase.length < SHORTEST_STEM + 2) return forms;
  without("ies", "y");
  if (phrase.includes(" ")) return forms;
  if (phrase.length >= SHORTEST_STEM + 2) without("ed", "", "e");
  if (phrase.length >= SHORTEST_STEM + 3) without("ing", "", "e");
  return forms;
}

/** The meaning of a word with one slip of the pen: letters swapped or doubled, in a long word any one letter; else null. */
export function respelled<T>(word: string, meanings: ReadonlyMap<string, T>): T | null {
  if (word.length < SHORTEST_SLIP) return null;
  for (const form of formsOf(word)) {
    for (const [known, meaning] of meanings) {
      if (known[0] === form[0] && isSlip(form, known)) return meaning;
    }
  }
  return null;
}

function isSlip(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1 || meant.length < SHORTEST_SLIP || meant.includes(" ")) return false;
  let from = 0;
  while (from < written.length && written[from] === meant[from]) from++;
  let tail = 0;
  const most = Math.min(written.length, meant.length) - from;
  while (tail < most && written.at(-1 - tail) === meant.at(-1 - tail)) tail++;
  const a = written.slice(from, written.length - tail);
  const b = meant.slice(from, meant.length - tail);
  if (a.length === 2 && b.length === 2) return a[0] === b[1] && a[1] === b[0];
  if (a.length + b.length === 1) {
    const letter = a + b;
    return Math.min(meant.length, written.length) >= LONG || written[from - 1] === letter || meant[from - 1] === letter;
  }
  return a.length === 1 && b.length === 1 && meant.length >= LONGEST;
}
