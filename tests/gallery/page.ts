import type { Cell } from "./cells.ts";

export interface RenderedCell extends Cell {
  /** Beside the page. */
  readonly file: string;
  readonly cpuSeconds: number;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

/** A page of its own: no script, images beside it. `total` tells how far a run under way has come. */
export function galleryPage(cells: readonly RenderedCell[], total: number): string {
  const looks = [...new Set(cells.map(({ look }) => look))];
  const figure = ({ file, label, prompt, cpuSeconds }: RenderedCell) => `
      <figure><a href="${file}"><img src="${file}" alt="${escaped(prompt)}" loading="lazy"></a>
        <figcaption>${escaped(label)} · ${cpuSeconds.toFixed(1)} CPU-s<br><q>${escaped(prompt)}</q></figcaption></figure>`;
  const section = (look: string) => `
    <section><h2>${escaped(look)}</h2><div>${cells
      .filter((cell) => cell.look === look)
      .map(figure)
      .join("")}
    </div></section>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Backlot engine gallery</title><style>
  body { margin: 24px; font: 14px/1.5 system-ui; background: #15161a; color: #d8d9de }
  section > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 16px }
  figure { margin: 0 } img { width: 100%; display: block; border-radius: 6px } figcaption { padding: 6px 2px; color: #9a9ca6 }
</style></head><body>
  <h1>Engine gallery, ${cells.length} of ${total}</h1>${looks.map(section).join("")}
</body></html>
`;
}
