import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { limitCodecThreads } from "#lib/engine/codec.ts";
import type { RenderJob } from "#lib/engine/engine.ts";
import { renderPicture } from "#lib/engine/render-picture.ts";
import { jobOf, planCells, SWEEP_NAMES } from "./cells.ts";
import { LOOKS } from "./looks.ts";
import { galleryPage, type RenderedCell } from "./page.ts";
import { contactSheet } from "./sheet.ts";
import { SUBJECTS, type SubjectName } from "./subjects.ts";

/**
 * Renders the looks that the engine knows, on this thread, to be looked at:
 *
 *     npm run gallery -- --settings snow,forest --versions v2,v3 --size 512 --languages english,chinese
 *     npm run gallery -- --settings lake --sweep noise        # or weight: with a guide image
 *     npm run gallery -- --prompt "a red door|红门" --variations 4 --size 768x432
 *     npm run gallery -- --settings podium --elements         # with the edge layers of the ready scenes
 *
 * Writes index.html (open it at any time, it grows with the run) and sheet.png into `--out`.
 */
const { values } = parseArgs({
  options: {
    settings: { type: "string" },
    prompt: { type: "string" },
    versions: { type: "string", default: "v2,v3" },
    subjects: { type: "string", default: "perfume" },
    languages: { type: "string", default: "english" },
    variations: { type: "string", default: "1" },
    sweep: { type: "string" },
    elements: { type: "boolean", default: false },
    size: { type: "string", default: "512" },
    columns: { type: "string", default: "4" },
    out: { type: "string", default: path.join(import.meta.dirname, "output") },
  },
});

/** The names in a comma-separated list; an unknown one ends the run with the names there are. */
function chosen<T extends string>(option: string, list: string, known: readonly T[]): T[] {
  return list.split(",").map((name) => {
    const found = known.find((candidate) => candidate === name.trim());
    if (!found) throw new Error(`--${option}: "${name}" is none of ${known.join(", ")}`);
    return found;
  });
}

const names = LOOKS.map(({ name }) => name);
const wanted = values.settings ? chosen("settings", values.settings, names) : names;
const cells = planCells({
  looks: values.prompt
    ? values.prompt.split("|").map((prompt) => ({ name: "prompt", english: prompt, chinese: prompt }))
    : LOOKS.filter(({ name }) => wanted.includes(name)),
  languages: chosen("languages", values.languages, ["english", "chinese"]),
  versions: chosen<RenderJob["version"]>("versions", values.versions, ["v2", "v3"]),
  subjects: chosen("subjects", values.subjects, Object.keys(SUBJECTS) as SubjectName[]),
  variations: Math.min(4, Number.parseInt(values.variations, 10)),
  sweep: values.sweep ? (chosen("sweep", values.sweep, SWEEP_NAMES)[0] ?? null) : null,
});
const [widthPx = 512, heightPx = widthPx] = values.size.split("x").map(Number);

await rm(values.out, { recursive: true, force: true });
await mkdir(values.out, { recursive: true });
limitCodecThreads();
const rendered: RenderedCell[] = [];
for (const [number, cell] of cells.entries()) {
  const before = process.cpuUsage();
  const { png } = await renderPicture(await jobOf(cell, widthPx, heightPx, values.elements), cell.index);
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  const file = `${String(number).padStart(3, "0")}-${cell.look}.png`;
  await writeFile(path.join(values.out, file), png);
  rendered.push({ ...cell, file, cpuSeconds });
  await writeFile(path.join(values.out, "index.html"), galleryPage(rendered, cells.length));
  console.log(`${number + 1}/${cells.length} ${cell.look} · ${cell.label} · ${cpuSeconds.toFixed(2)} CPU-s`);
}
const files = rendered.map(({ file }) => path.join(values.out, file));
const columns = Math.min(files.length, Number.parseInt(values.columns, 10));
await writeFile(path.join(values.out, "sheet.png"), await contactSheet(files, columns, Math.min(widthPx, 512)));
console.log(`open ${path.join(values.out, "index.html")}`);
