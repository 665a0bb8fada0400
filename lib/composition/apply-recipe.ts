import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { applyElements } from "./apply-elements.ts";
import { artboardFor, createDocument, removeSubject, resizeArtboard } from "./create-document.ts";
import type { Guide, PlacedPicture, ProjectDocument } from "./document.ts";
import { wholeTransform } from "./geometry.ts";
import { findPicture, keptText, type PictureByAddress } from "./recipe-pictures.ts";
import type { RequestBody } from "./request-body.ts";

/**
 * The document of a bare recipe: the artboard in the size of the base picture (fitted into the API's limits), which is the subject, and
 * each element one picture over the whole artboard. `pictures` has every address of the recipe. Equal arguments give equal documents.
 *
 * Throws `recipe/unknown-picture` {field, address}.
 */
export function documentFromRecipe(recipe: RequestBody, pictures: PictureByAddress): ProjectDocument {
  const { n, model_version } = recipe.parameters;
  return applyRecipe({ ...createDocument(), output: { versions: [model_version], n } }, recipe, pictures);
}

/**
 * The document after its recipe was edited. Layers that the recipe still names keep their place, in its order; an address in a layer's
 * stead replaces it by that picture over the whole artboard, and a new base picture brings its own size. Hidden elements stay where they
 * are, and so does what the recipe leaves out because it would be ignored. A document's own recipe changes nothing.
 *
 * `pictures` has what the recipe names beyond the document. Throws `recipe/unknown-picture` {field, address}.
 */
export function applyRecipe(
  document: ProjectDocument,
  recipe: RequestBody,
  pictures: PictureByAddress,
): ProjectDocument {
  const { input, parameters } = recipe;
  const { versions } = document.output;
  const based = withBase(document, input.base_image_url, pictures);
  return {
    ...based,
    ...applyElements(based, input.reference_edge ?? {}, pictures),
    guide: guideAfter(based, recipe, pictures),
    output: {
      versions: versions.includes(parameters.model_version) ? versions : [parameters.model_version],
      n: parameters.n,
    },
  };
}

function withBase(document: ProjectDocument, address: string, pictures: PictureByAddress): ProjectDocument {
  if (address === "") return removeSubject(document);
  if (address === "backlot-layer:subject" && document.subject) return document;
  const picture = findPicture(document, pictures, "input.base_image_url", address);
  const artboard = artboardFor(picture.size);
  const isSame = artboard.width === document.artboard.width && artboard.height === document.artboard.height;
  return {
    ...(isSame ? document : resizeArtboard(document, artboard)),
    subject: { ...picture, transform: wholeTransform(picture.size, artboard) },
  };
}

/** A slider that counts is what the recipe says or the API's default; one that does not keeps what the user had set. */
function guideAfter(document: ProjectDocument, { input, parameters }: RequestBody, pictures: PictureByAddress): Guide {
  const { guide } = document;
  const prompt = keptText(guide.prompt, input.ref_prompt);
  const image = guideImage(document, input.ref_image_url, pictures);
  const isWeighed = image !== null && prompt.trim() !== "";
  return {
    prompt,
    negativePrompt: keptText(guide.negativePrompt, input.neg_ref_prompt),
    image,
    noiseLevel: parameters.noise_level ?? (image ? LIMITS.noiseLevel.default : guide.noiseLevel),
    promptWeight: parameters.ref_prompt_weight ?? (isWeighed ? LIMITS.promptWeight.default : guide.promptWeight),
  };
}

function guideImage(
  document: ProjectDocument,
  address: string | undefined,
  pictures: PictureByAddress,
): PlacedPicture | null {
  if (!address) return null;
  const { image } = document.guide;
  if (image && address === `backlot-asset:${image.assetId}`) return image;
  return findPicture(document, pictures, "input.ref_image_url", address);
}
