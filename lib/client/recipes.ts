import type { AssetPurpose, AssetView } from "#lib/api/asset-view.ts";
import type { GenerationRecipe, PictureFormat, PictureReading } from "#lib/api/recipe-view.ts";
import { newId } from "#lib/base/ids.ts";
import { requestJson } from "./http.ts";

const loadSchemas = () => import("#lib/api/recipe-view.ts");
const loadAssetSchema = async () => (await import("#lib/api/asset-view.ts")).assetViewSchema;

/** The studio fetches the picture and keeps it as an asset. Throws `fetch/refused`, `fetch/failed` and `upload/…`, all with {url}. */
export function fetchPicture(url: string, purpose: AssetPurpose, signal?: AbortSignal): Promise<AssetView> {
  return requestJson("/api/assets/from-url", loadAssetSchema, {
    method: "POST",
    json: { url, purpose },
    idempotencyKey: newId("fetch"),
    signal,
  });
}

/** What was sent, named by content, and the document it was compiled from. Throws `generation/not-found`. */
export function generationRecipe(generationId: string, signal?: AbortSignal): Promise<GenerationRecipe> {
  const path = `/api/generations/${encodeURIComponent(generationId)}/recipe`;
  return requestJson(path, async () => (await loadSchemas()).generationRecipeSchema, { signal });
}

/** A download with recipe, document and layers embedded; the answer names the file. */
export function pictureFileUrl(pictureId: string, format: PictureFormat): string {
  return `/api/pictures/${encodeURIComponent(pictureId)}/file?format=${format}`;
}

/** What an exported picture brings with it; any other file is of the form `none`. Throws `upload/too-large`. */
export function readPicture(file: Blob, signal?: AbortSignal): Promise<PictureReading> {
  return requestJson("/api/pictures/read", async () => (await loadSchemas()).pictureReadingSchema, {
    method: "POST",
    body: file,
    signal,
  });
}
