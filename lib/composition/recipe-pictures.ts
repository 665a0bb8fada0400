import { BacklotError } from "#lib/base/errors.ts";
import type { ElementGroup, PlacedPicture, ProjectDocument } from "./document.ts";
import { assetReference } from "./recipe.ts";
import type { RequestBody } from "./request-body.ts";

/** Pictures by what names them in a recipe: a URL, or `backlot-asset:…`. */
export type PictureByAddress = Readonly<Record<string, PlacedPicture | undefined>>;

export type PictureRole = "subject" | "guide" | "element";

/** One place of a recipe that names a picture, with the API's dotted name of it. */
export interface PictureField {
  field: string;
  address: string;
  role: PictureRole;
}

/** Every place that names a picture, in the order base, guide, foreground, background. */
export function pictureFields({ input }: RequestBody): PictureField[] {
  const edge = input.reference_edge ?? {};
  const single = (name: "base_image_url" | "ref_image_url", role: PictureRole): PictureField[] =>
    input[name] ? [{ field: `input.${name}`, address: input[name], role }] : [];
  const listed = (list: "foreground_edge" | "background_edge"): PictureField[] =>
    (edge[list] ?? []).map((address, index) => {
      return { field: `input.reference_edge.${list}[${index}]`, address, role: "element" };
    });
  return [
    ...single("base_image_url", "subject"),
    ...single("ref_image_url", "guide"),
    ...listed("foreground_edge"),
    ...listed("background_edge"),
  ];
}

/** Each address once, at the first place that names it. */
export function distinctPictures(recipe: RequestBody): PictureField[] {
  const all = pictureFields(recipe);
  return all.filter(({ address }, index) => all.findIndex((one) => one.address === address) === index);
}

/** The recipe without the pictures at these addresses: an element goes with its prompt, the base picture becomes `""`. */
export function withoutPictures(recipe: RequestBody, addresses: ReadonlySet<string>): RequestBody {
  const { base_image_url, ref_image_url, reference_edge: edge, ...texts } = recipe.input;
  const isLeft = (address: string | undefined) => address !== undefined && !addresses.has(address);
  const listsOf = (group: ElementGroup) => {
    const pictures = edge?.[`${group}_edge`];
    const prompts = edge?.[`${group}_edge_prompt`];
    return {
      ...(pictures && { [`${group}_edge`]: pictures.filter(isLeft) }),
      ...(prompts && { [`${group}_edge_prompt`]: prompts.filter((_, index) => isLeft(pictures?.[index])) }),
    };
  };
  return {
    ...recipe,
    input: {
      base_image_url: isLeft(base_image_url) ? base_image_url : "",
      ...(isLeft(ref_image_url) && { ref_image_url }),
      ...texts,
      ...(edge && { reference_edge: { ...listsOf("foreground"), ...listsOf("background") } }),
    },
  };
}

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

/** The pictures that a document shows; an element's `original` is not among them. */
export function picturesOf({ subject, foreground, background, guide }: ProjectDocument): PlacedPicture[] {
  const all = [subject, ...foreground, ...background, guide.image];
  return all.filter((picture) => picture !== null);
}

/** The API reads prompts without the space around them, so a text that differs in no more than that is the one the user wrote. */
export function keptText(before: string, text = ""): string {
  return before.trim() === text.trim() ? before : text;
}
