import type { Import } from "./read-imports.ts";
import type { Room } from "./rooms.ts";

/** The sentence for each import that the table does not allow; packages are judged by lint, not here. */
export function violations(imports: readonly Import[], rooms: readonly Room[]): string[] {
  const found: string[] = [];
  for (const { from, to } of imports) {
    if (to.startsWith("missing:")) found.push(`${from} imports ${to.slice("missing:".length)}, which does not exist`);
    if (!/^(app|components|lib|tests)\//.test(to)) continue;
    const home = roomOf(from, rooms);
    const target = roomOf(to, rooms);
    if (home === undefined) found.push(`${from} stands in no room of the table`);
    else if (target === undefined) found.push(`${from} imports ${to}, which stands in no room of the table`);
    else if (home !== target && !home.mayImport.includes(target.folder)) {
      found.push(`${from} imports ${to}: ${home.folder} may not import ${target.folder}, because ${home.because}`);
    }
  }
  return found;
}

/** The files that import themselves by way of others, types included, with those that lie between two such circles. */
export function filesInCircles(imports: readonly Import[]): string[] {
  let left = imports;
  for (;;) {
    const from = new Set(left.map((line) => line.from));
    const to = new Set(left.map((line) => line.to));
    const still = left.filter((line) => from.has(line.to) && to.has(line.from));
    if (still.length === left.length) return [...from].sort();
    left = still;
  }
}

function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  return rooms
    .filter((room) => file.startsWith(`${room.folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0];
}
