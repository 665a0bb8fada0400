import type { AssetId } from "#lib/base/ids.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";

/** Every picture a document names, each once. */
export function assetsOf(document: ProjectDocument): AssetId[] {
  const elements = [...document.foreground, ...document.background];
  const pictures = [
    document.subject,
    document.guide.image,
    ...elements,
    ...elements.map((element) => element.original),
  ].filter((picture) => picture !== null);
  return [...new Set(pictures.map((picture) => picture.assetId))];
}
