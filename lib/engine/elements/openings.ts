import { nearestMarked } from "../math/nearest-marked.ts";

const LETTERS = /文字|字母|字体|字样|数字|标语|\b(?:text|letters?|lettering|words?|typography|numbers?|slogan|logo)\b/;
const BARRED =
  /椅|凳|梯子|木梯|栅栏|篱笆|围栏|栏杆|画框|相框|边框|圆环|戒指|手镯|自行车|单车|篮子|花篮|笼|眼镜|杯|茶壶|剪刀|秋千|\b(?:chairs?|armchair|stool|bench|ladder|fence|railing|frame|ring|bracelet|bicycle|bike|basket|cage|glasses|cups?|mugs?|teapot|scissors|swing|trellis)\b/;
/** A cell with this share of its rim on the outside is a part of the thing. */
const OUTER = 0.2;
const SMALLEST_CELL = 12;

/**
 * Whether the ground shows through a thing: in the counters of letters, between bars. The lines of a map without transparency
 * do not tell; the prompt does.
 */
export function hasOpenings(prompt: string): boolean {
  const text = prompt.normalize("NFKC").toLowerCase();
  return LETTERS.test(text) || BARRED.test(text);
}

/** `enclosed`: 0 outside, 1 enclosed, 2 line. Cells between lines that are openings become 0. */
export function withOpenings(enclosed: Uint8Array, width: number, height: number): Uint8Array {
  const { labels, count } = cellsOf(enclosed, width, height);
  const solid = alternating(contactsOf(labels, count, width, height), count);
  return enclosed.map((kind, i) => (kind === 1 && solid[labels[i] as number] === false ? 0 : kind));
}

/** Cells between lines, from 1; lines and specks belong to the nearest cell, the outside is 0. */
function cellsOf(enclosed: Uint8Array, width: number, height: number): { labels: Int32Array; count: number } {
  const cells = new Int32Array(enclosed.length);
  for (let i = 0; i < cells.length; i++) cells[i] = enclosed[i] === 0 ? 0 : -1;
  const members = new Int32Array(cells.length);
  let count = 0;
  for (let start = 0; start < cells.length; start++) {
    if (enclosed[start] !== 1 || cells[start] !== -1) continue;
    let found = 1;
    members[0] = start;
    cells[start] = count + 1;
    for (let n = 0; n < found; n++) {
      const i = members[n] as number;
      const x = i % width;
      for (const next of [x > 0 ? i - 1 : i, x < width - 1 ? i + 1 : i, i - width, i + width]) {
        if (enclosed[next] !== 1 || cells[next] !== -1) continue;
        cells[next] = count + 1;
        members[found++] = next;
      }
    }
    if (found < SMALLEST_CELL) for (const i of members.subarray(0, found)) cells[i] = -2;
    else count++;
  }
  const nearest = nearestMarked((i) => (cells[i] as number) >= 0, width, height)?.nearest;
  return { labels: nearest ? cells.map((_, i) => cells[nearest[i] as number] as number) : cells, count };
}

/** By cell: how long its rim is on each other cell. */
function contactsOf(labels: Int32Array, count: number, width: number, height: number): Map<number, number>[] {
  const contacts = Array.from({ length: count + 1 }, () => new Map<number, number>());
  const touch = (a: number, b: number) => {
    if (a === b) return;
    contacts[a]?.set(b, (contacts[a]?.get(b) ?? 0) + 1);
    contacts[b]?.set(a, (contacts[b]?.get(a) ?? 0) + 1);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x < width - 1) touch(labels[i] as number, labels[i + 1] as number);
      if (y < height - 1) touch(labels[i] as number, labels[i + width] as number);
    }
  }
  return contacts;
}

/** What has much of its rim outside is solid; the rest is the opposite of what most of its rim touches. */
function alternating(contacts: readonly ReadonlyMap<number, number>[], count: number): boolean[] {
  const rim = contacts.map((touched) => [...touched.values()].reduce((sum, length) => sum + length, 0));
  const solid: (boolean | undefined)[] = contacts.map((touched, cell) =>
    cell === 0 ? false : (touched.get(0) ?? 0) > OUTER * (rim[cell] as number) ? true : undefined,
  );
  for (let left = count; left > 0; left--) {
    let surest = -1;
    let lead = 0;
    for (let cell = 1; cell <= count; cell++) {
      if (solid[cell] !== undefined) continue;
      let open = 0;
      for (const [other, length] of contacts[cell] ?? []) {
        if (solid[other] !== undefined) open += solid[other] ? length : -length;
      }
      const share = open / Math.max(1, rim[cell] as number);
      if (surest < 0 || Math.abs(share) > Math.abs(lead)) {
        surest = cell;
        lead = share;
      }
    }
    if (surest < 0) break;
    solid[surest] = lead <= 0;
  }
  return solid.map((is) => is === true);
}
