import { BacklotError } from "#lib/base/errors.ts";
import type { PlacedPicture, ProjectDocument } from "./document.ts";
import { assetReference } from "./recipe.ts";

/** Pictures by what names them in a recipe: a URL, or `backlot-asset:…`. */
export type PictureByAddress = Readonly<Record<string, PlacedPicture | undefined>>;

/** The picture that an address names, among those given or else those of the document. Throws `recipe/unknown-picture` {field, address}. */
export function findPicture(
  document: ProjectDocument,
  pictures: PictureByAddress,
  field: string,
  address: string,
): PlacedPicture {
  const given = Object.hasOwn(pictures, address) ? pictures[address] : undefined;
  const picture = given ?? picturesOf(document).find(({ assetId }) => assetReference(assetId) === address);
  if (!picture) throw new BacklotError("recipe/unknown-picture", { field, address });
  const { assetId, size, name } = picture;
  return { assetId, size, name };
}

function picturesOf({ subject, foreground, background, guide }: ProjectDocument): PlacedPicture[] {
  const all = [subject, ...foreground, ...background, guide.image];
  return all.filter((picture) => picture !== null);
}

/** The API reads prompts without the space around them, so a text that differs in no more than that is the one the user wrote. */
export function keptText(before: string, text = ""): string {
  return before.trim() === text.trim() ? before : text;
}
