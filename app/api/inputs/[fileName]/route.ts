import { getInput } from "#lib/api/operations/assets.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  /** What upstream fetches for a task, by the address that was signed for it. */
  GET: answer(getInput, async ({ request, params, query, container }) => {
    const { signedInputs } = container;
    if (signedInputs === null) throw new BacklotError("request/not-found", { path: new URL(request.url).pathname });
    const { bytes, mediaType } = await signedInputs.read(params.fileName, query);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "content-type": mediaType,
        "content-length": String(bytes.length),
        "cache-control": "private, no-store",
        "content-security-policy": "sandbox; default-src 'none'",
      },
    });
  }),
});
