import type { OpenEndpoint } from "./endpoint.ts";
import { judgeAddress } from "./result-address.ts";
import { storageError } from "./storage-answer.ts";
import { findPicture } from "./task-store.ts";

/** GET and HEAD of a result address. It needs no key: the signature in it is the permission. */
export const resultFile: OpenEndpoint = async ({ service, request, url, requestId, parameter: path }) => {
  const verdict = judgeAddress(service.signer, path, url.searchParams, service.clock.now());
  if (verdict === "forged") {
    const message = "The request signature we calculated does not match the signature you provided.";
    return storageError(403, "SignatureDoesNotMatch", message, requestId);
  }
  if (verdict === "expired") return storageError(403, "AccessDenied", "Request has expired.", requestId);
  const picture = await findPicture(service.db, path);
  const png = picture && (await service.files.readResult(picture.taskId, picture.position));
  if (!png) return storageError(404, "NoSuchKey", "The specified key does not exist.", requestId);

  const { taskId, position, md5 } = picture;
  const etag = `"${md5.toUpperCase()}"`;
  const headers = { etag, "accept-ranges": "bytes", "content-type": "image/png" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: { etag } });
  const whole = { ...headers, "content-md5": Buffer.from(md5, "hex").toString("base64") };
  if (request.method === "HEAD") {
    return new Response(null, { headers: { ...whole, "content-length": String(png.length) } });
  }
  await service.ledger.record({ event: "fetched", taskId, position });
  const range = rangeOf(request.headers.get("range"), png.length);
  if (!range)
    return new Response(Uint8Array.from(png), { headers: { ...whole, "content-length": String(png.length) } });
  const [first, last] = range;
  return new Response(Uint8Array.from(png.subarray(first, last + 1)), {
    status: 206,
    headers: {
      ...headers,
      "content-range": `bytes ${first}-${last}/${png.length}`,
      "content-length": String(last + 1 - first),
    },
  });
};

/** First and last byte of a single range that lies within the file. Everything else is ignored, as the storage does unless told otherwise. */
function rangeOf(header: string | null, size: number): [first: number, last: number] | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  const first = from === "" ? size - Number(to) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Number(to);
  return first >= 0 && first <= last && last < size ? [first, last] : undefined;
}
