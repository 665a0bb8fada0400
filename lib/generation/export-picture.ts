import type { PictureFormat } from "#lib/api/recipe-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { assetOfReference, type Recipe, recipeReferences } from "#lib/composition/recipe.ts";
import { findAsset } from "#lib/db/asset-repository.ts";
import { findPicture } from "#lib/db/picture-repository.ts";
import type { PictureRow } from "#lib/db/studio-schema.ts";
import { decodeImage, encodeJpeg, encodePng, encodeWebp } from "#lib/imaging/codec.ts";
import { embedData } from "#lib/imaging/embedded-data.ts";
import { xmpPacket } from "#lib/imaging/xmp-packet.ts";
import { packRecipe } from "#lib/library/embedded-recipe.ts";
import type { AssetParts } from "#lib/library/keep-asset.ts";
import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import type { FlattenLayers } from "./flatten-layers.ts";
import { pictureFileName } from "./picture-file-name.ts";
import { readGenerationRecipe } from "./read-generation-recipe.ts";

/** Above it the layers stay out of the file: the largest artboard with a photographed subject and ten elements just fits. */
const MAX_EMBEDDED_BYTES = 12 * 2 ** 20;
/** Where the eye sees no loss. */
const QUALITY = 95;

export interface PictureFile {
  bytes: Uint8Array;
  mediaType: `image/${PictureFormat}`;
  /** May have any letters, none that a file system objects to. */
  fileName: string;
}

/**
 * A finished picture as a file to take away, with what it was made from embedded: recipe, document and the pictures that were sent. In the
 * format that upstream gave it, the pixels are word for word those; else WebP and JPEG lose what nobody sees.
 *
 * Throws `picture/not-found`, and `asset/not-found` where a picture's bytes are gone.
 */
export async function exportPicture(
  parts: AssetParts & { flattenLayers: FlattenLayers },
  pictureId: string,
  format: PictureFormat,
): Promise<PictureFile> {
  const picture = await findPicture(parts.db, pictureId);
  if (!picture) throw new BacklotError("picture/not-found", { id: pictureId });
  const { recipe, document, hash } = await readGenerationRecipe(parts, picture.generationId);
  const pictures = await sentPictures(parts, recipe);
  const embedded = {
    data: packRecipe({ createdAt: picture.createdAt, recipe, document, pictures }),
    xmp: xmpPacket({
      "xmp:CreatorTool": "Backlot",
      "xmp:CreateDate": new Date(picture.createdAt).toISOString(),
      "backlot:modelVersion": recipe.parameters.model_version,
      "backlot:recipeHash": hash,
      "backlot:recipe": JSON.stringify(recipe),
    }),
  };
  return {
    bytes: embedData(await fileOf(parts, picture, format), embedded),
    mediaType: `image/${format}`,
    fileName: await pictureFileName(parts.db, picture, format),
  };
}

/** All that the recipe names, or none: a scene without one of its layers is another scene. */
async function sentPictures({ store }: AssetParts, recipe: Recipe): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  let sizeBytes = 0;
  for (const reference of recipeReferences(recipe)) {
    const id = assetOfReference(reference);
    if (id === undefined) return new Map();
    const bytes = await store.read(id);
    sizeBytes += bytes.length;
    if (sizeBytes > MAX_EMBEDDED_BYTES) return new Map();
    pictures.set(id, bytes);
  }
  return pictures;
}

async function fileOf({ db, store }: AssetParts, picture: PictureRow, format: PictureFormat): Promise<Uint8Array> {
  const bytes = await store.read(picture.assetId as AssetId);
  const asset = await findAsset(db, picture.assetId);
  return asset?.mediaType === `image/${format}` ? bytes : await ENCODERS[format](await decodeImage(bytes));
}

const ENCODERS: Record<PictureFormat, (pixels: PixelBuffer) => Promise<Uint8Array>> = {
  png: encodePng,
  webp: (pixels) => encodeWebp(pixels, QUALITY),
  jpeg: (pixels) => encodeJpeg(pixels, QUALITY),
};
