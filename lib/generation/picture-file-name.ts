import type { PictureFormat } from "#lib/api/recipe-view.ts";
import { findGeneration } from "#lib/db/generation-repository.ts";
import { findProject } from "#lib/db/project-repository.ts";
import type { Executor, PictureRow } from "#lib/db/studio-schema.ts";

const EXTENSIONS: Record<PictureFormat, string> = { png: "png", webp: "webp", jpeg: "jpg" };
/** Room for the rest within the 255 bytes of most file systems, at three bytes a character. */
const MAX_NAME_CHARS = 60;

/** `Perfume at sunset v3-2.png`: the project as it is called now, the model version, the picture's place counted from one. */
export async function pictureFileName(
  executor: Executor,
  { generationId, idx }: PictureRow,
  format: PictureFormat,
): Promise<string> {
  const generation = await findGeneration(executor, generationId);
  const project = generation && (await findProject(executor, generation.projectId));
  return `${fileStem(project?.name ?? "")} ${generation?.version}-${idx + 1}.${EXTENSIONS[format]}`;
}

/** Without what Windows, macOS or Linux refuses in a name, and without a dot at its start, which would hide it. */
export function fileStem(name: string): string {
  const stem = [...name.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|\s]+/gu, " ").trim()].slice(0, MAX_NAME_CHARS).join("");
  return stem.replace(/^[. ]+/, "").trim() || "Backlot";
}
