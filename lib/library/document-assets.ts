import type { AssetId } from "#lib/base/ids.ts";
import type { PlacedPicture, ProjectDocument } from "#lib/composition/document.ts";

/** Every picture a document names, hidden ones and those that elements were made from included. */
export function picturesOf({ subject, guide, foreground, background }: ProjectDocument): PlacedPicture[] {
  const elements = [...foreground, ...background];
  return [subject, guide.image, ...elements, ...elements.map(({ original }) => original)].filter((one) => one !== null);
}

/** Their assets, each once. */
export function assetsOf(document: ProjectDocument): AssetId[] {
  return [...new Set(picturesOf(document).map(({ assetId }) => assetId))];
}
