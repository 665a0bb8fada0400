import type { PictureReading } from "#lib/api/recipe-view.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { documentFromRecipe } from "#lib/composition/apply-recipe.ts";
import { documentSchema, type PlacedPicture, type ProjectDocument } from "#lib/composition/document.ts";
import { assetOfReference, recipeReferences } from "#lib/composition/recipe.ts";
import { findAssets } from "#lib/db/asset-repository.ts";
import type { Executor } from "#lib/db/studio-schema.ts";
import { isBarePicture } from "#lib/imaging/bare-picture.ts";
import { decodeWithProbe } from "#lib/imaging/codec.ts";
import { embeddedData } from "#lib/imaging/embedded-data.ts";
import { assetsOf, picturesOf } from "./document-assets.ts";
import { type EmbeddedRecipe, unpackRecipe } from "./embedded-recipe.ts";
import { type AssetParts, keepAsset, keepUpload, measureFacts } from "./keep-asset.ts";

/**
 * What a picture file brings with it, see `PictureReading`. Takes any bytes. What it embeds is checked like an upload before it is kept;
 * throws `upload/*` where one of its pictures, though of the right hash, cannot be decoded.
 */
export async function readPicture(parts: AssetParts, file: Uint8Array): Promise<PictureReading> {
  const data = embeddedData(file);
  const embedded = data && unpackRecipe(data);
  if (!embedded) return { form: "none", document: null, missing: [] };
  const { document } = embedded;
  const missing = document ? await missingPictures(parts.db, document) : [];
  if (document && missing.length === 0) return { form: "document", document, missing };
  const flattened = await flattenedDocument(parts, embedded);
  return { form: flattened ? "flattened" : "none", document: flattened ?? null, missing };
}

/** By the names they have in the document; those without one by their ids. */
async function missingPictures(db: Executor, document: ProjectDocument): Promise<string[]> {
  const known = await knownAssets(db, assetsOf(document));
  const missing = picturesOf(document).filter(({ assetId }) => !known.has(assetId));
  return [...new Set(missing.map(({ name, assetId }) => name || assetId))];
}

/** The recipe as a document of whole pictures, each of them here already or brought along; undefined where one is neither. */
async function flattenedDocument(
  parts: AssetParts,
  { recipe, document, pictures }: EmbeddedRecipe,
): Promise<ProjectDocument | undefined> {
  const references = recipeReferences(recipe);
  const known = await knownAssets(
    parts.db,
    references.flatMap((reference) => assetOfReference(reference) ?? []),
  );
  const sources = references.map((reference) => {
    const id = assetOfReference(reference) ?? "";
    return { reference, found: known.get(id) ?? pictures.get(id) };
  });
  const placed: Record<string, PlacedPicture> = {};
  if (sources.some(({ found }) => found === undefined)) return undefined;
  for (const { reference, found } of sources) {
    if (found) placed[reference] = found instanceof Uint8Array ? await bring(parts, found) : found;
  }
  // A recipe of our form may still say what no document may, such as a prompt of a megabyte.
  return documentSchema.safeParse(withNames(documentFromRecipe(recipe, placed), document)).data;
}

async function knownAssets(db: Executor, ids: readonly AssetId[]): Promise<Map<string, PlacedPicture>> {
  const rows = await findAssets(db, ids);
  return new Map(rows.map(({ id, width, height }) => [id, placedPicture({ id, width, height })]));
}

/** Kept word for word where that is safe, so that it is the same asset here as where it comes from; else encoded anew. */
async function bring(parts: AssetParts, bytes: Uint8Array): Promise<PlacedPicture> {
  if (!isBarePicture(bytes)) return placedPicture(await keepUpload(parts, bytes));
  const { probe, pixels } = await decodeWithProbe(bytes);
  const { width, height } = pixels;
  const facts = measureFacts(pixels, probe.mode);
  return placedPicture(await keepAsset(parts, bytes, { mediaType: `image/${probe.format}`, width, height, facts }));
}

function placedPicture({ id, width, height }: { id: string; width: number; height: number }): PlacedPicture {
  return { assetId: id as AssetId, size: { width, height }, name: "" };
}

/** A recipe has no names; its lists are in the order of the elements that were shown. */
function withNames(flattened: ProjectDocument, original: ProjectDocument | null): ProjectDocument {
  if (!original) return flattened;
  const named = (group: "foreground" | "background") => {
    const shown = original[group].filter(({ visible }) => visible);
    return flattened[group].map((element, index) => ({ ...element, name: shown[index]?.name ?? "" }));
  };
  const { subject, guide } = flattened;
  return {
    ...flattened,
    subject: subject && { ...subject, name: original.subject?.name ?? "" },
    foreground: named("foreground"),
    background: named("background"),
    guide: { ...guide, image: guide.image && { ...guide.image, name: original.guide.image?.name ?? "" } },
  };
}
