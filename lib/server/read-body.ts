import type { z } from "zod";
import { BacklotError } from "#lib/base/errors.ts";

const JSON_LIMIT_BYTES = 2 * 1024 * 1024;

/**
 * Counts while it reads, so that a body of any size costs at most `limitBytes`. Throws `tooLarge` past that, `upload/incomplete` when
 * it breaks off or has not the length it announced.
 */
export async function readBytes(
  request: Request,
  limitBytes: number,
  tooLarge: () => BacklotError,
): Promise<Uint8Array> {
  const declared = request.headers.get("content-length");
  const declaredBytes = declared === null ? undefined : Number(declared);
  if (declaredBytes !== undefined && declaredBytes > limitBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of unbroken(request.body)) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  if (declaredBytes !== undefined && sizeBytes !== declaredBytes) {
    throw new BacklotError("upload/incomplete", { receivedBytes: sizeBytes, declaredBytes });
  }
  return Buffer.concat(chunks, sizeBytes);
}

/** A sender that goes away in the middle is its own affair, not a fault of ours to be logged. */
async function* unbroken(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? [];
  } catch (cause) {
    throw new BacklotError("upload/incomplete", {}, { cause });
  }
}

/** JSON is UTF-8 (RFC 8259, 8.1); another charset would be read as something else than was meant. */
const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** Throws `request/unsupported-media-type`, `request/malformed-json`, or `request/invalid` with the path of the first wrong field. */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const mediaType = request.headers.get("content-type") ?? "";
  if (!JSON_TYPE.test(mediaType)) {
    throw new BacklotError("request/unsupported-media-type", { mediaType, expected: "application/json" });
  }
  const bytes = await readBytes(
    request,
    JSON_LIMIT_BYTES,
    () => new BacklotError("request/too-large", { limitMegabytes: JSON_LIMIT_BYTES / 1024 / 1024 }),
  );
  return parse(parseJson(bytes), schema);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new BacklotError("request/malformed-json", {}, { cause });
  }
}

/** `name` stands for a value that is not an object, such as one of the query or a header. */
export function parse<Schema extends z.ZodType>(value: unknown, schema: Schema, name = "body"): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") || name;
  throw new BacklotError("request/invalid", { field, reason: issue?.message ?? "" }, { cause: parsed.error });
}
