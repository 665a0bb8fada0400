import { judgeAddress } from "./result-address.ts";
import type { OpenEndpoint } from "./service.ts";
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
  return new Response(request.method === "HEAD" ? null : Uint8Array.from(png), {
    headers: {
      "content-type": "image/png",
      "content-length": String(png.length),
      "content-md5": Buffer.from(picture.md5, "hex").toString("base64"),
      etag: `"${picture.md5.toUpperCase()}"`,
    },
  });
};
