/** One piece of a text that another takes the place of. Places are those of the text before all changes. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/**
 * What to change in `before` to get `after`, as little as it takes: line by line where the number of lines is the same, so that a caret in
 * another line stays where it is, and as one piece between equal ends otherwise.
 */
export function textChanges(before: string, after: string): TextChange[] {
  const lines = before.split("\n");
  const next = after.split("\n");
  if (lines.length !== next.length) return changeBetween(before, after, 0);
  let start = 0;
  return lines.flatMap((line, index) => {
    const changes = changeBetween(line, next[index] ?? "", start);
    start += line.length + 1;
    return changes;
  });
}

function changeBetween(before: string, after: string, offset: number): TextChange[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [{ from: offset + head, to: offset + before.length - tail, insert: after.slice(head, after.length - tail) }];
}
