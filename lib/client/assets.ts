import type { AssetPurpose, AssetRepair, AssetView } from "#lib/api/asset-view.ts";
import { errorOfProblem } from "#lib/api/problem-error.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { newId } from "#lib/base/ids.ts";
import { requestJson } from "./http.ts";

const loadSchema = async () => (await import("#lib/api/asset-view.ts")).assetViewSchema;

/** The picture itself, or with `longSide` (16 to 2048) a WebP thumbnail. The id is a hash: an address never changes its content. */
export function assetUrl(assetId: string, { longSide }: { longSide?: number } = {}): string {
  const path = `/api/assets/${encodeURIComponent(assetId)}`;
  return longSide === undefined ? path : `${path}?longSide=${longSide}`;
}

export interface UploadOptions {
  /** Share sent so far, 0 to 1. */
  onProgress?(share: number): void;
  signal?: AbortSignal;
}

/** By XMLHttpRequest, because fetch cannot tell how much of a body is sent. Throws `upload/…` codes and `studio/unreachable`. */
export async function uploadAsset(
  file: Blob,
  purpose: AssetPurpose,
  { onProgress, signal }: UploadOptions = {},
): Promise<AssetView> {
  if (file.size === 0) throw new BacklotError("upload/empty");
  const [schema, { status, body }] = await Promise.all([
    loadSchema(),
    post(`/api/assets?purpose=${purpose}`, file, onProgress, signal),
  ]);
  if (status !== 201) throw errorOfProblem(body);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new BacklotError("internal", { status }, { cause: parsed.error });
  return parsed.data;
}

/** What is known of a stored picture. Throws `asset/not-found`. */
export function getAsset(assetId: string, signal?: AbortSignal): Promise<AssetView> {
  return requestJson(`${assetUrl(assetId)}/facts`, loadSchema, { signal });
}

/** A soft-edge element made from a stored cut-out; `detail` 0 (outline only) to 1 (every texture). */
export function makeEdge(assetId: string, detail: number): Promise<AssetView> {
  return requestJson(`${assetUrl(assetId)}/edge`, loadSchema, {
    method: "POST",
    json: { detail },
    idempotencyKey: newId("edge"),
  });
}

/** The picture mended, as a new asset. */
export function repairAsset(assetId: string, repair: AssetRepair): Promise<AssetView> {
  return requestJson(`${assetUrl(assetId)}/repair`, loadSchema, { method: "POST", json: { repair } });
}

function post(
  path: string,
  file: Blob,
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.responseType = "json";
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, body: request.response });
    request.onerror = () => reject(new BacklotError("studio/unreachable"));
    request.onabort = () => reject(signal?.reason);
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
