import { BacklotError } from "#lib/base/errors.ts";
import { newId } from "#lib/base/ids.ts";
import { insertAsset } from "#lib/db/asset-repository.ts";
import type { GenerationRow } from "#lib/db/generation-repository.ts";
import { insertPicture, picturesOf } from "#lib/db/picture-repository.ts";
import { decodeWithProbe } from "#lib/imaging/codec.ts";
import { WanxError } from "#lib/wanx/client/wanx-error.ts";
import { type Again, again } from "./backoff.ts";
import { upstreamFailure } from "./failure.ts";
import type { LaneParts } from "./lane-parts.ts";
import { endGeneration } from "./move-generation.ts";
import { pictureFacts } from "./picture-facts.ts";
import { resultExpiry } from "./result-expiry.ts";
import { storedResultsSchema } from "./stored-json.ts";

/** A PNG of 2048 × 2048 pixels of noise is 16 MiB. */
const MAX_PICTURE_BYTES = 32 * 2 ** 20;
/** A picture that comes damaged or is refused this often, over two minutes, does not get better. */
const BAD_ANSWERS = 8;

export type SavePictures = (row: GenerationRow, signal: AbortSignal) => Promise<"saved" | Again>;

/**
 * Fetches the results of a finished task: decoded, of the artboard's size, on disk, and only then in the database.
 * May be repeated after a crash; a picture that is there is not fetched again. `Again`: some could not be had now.
 */
export function createSavePictures(
  parts: Pick<LaneParts, "db" | "client" | "store" | "clock" | "log" | "events">,
): SavePictures {
  const { db, log, clock } = parts;
  const badAnswers = new Map<string, number>();

  return async (row, signal) => {
    const results = storedResultsSchema.parse(row.results);
    const saved = new Set((await picturesOf(db, [row.id])).map((picture) => picture.idx));
    const isExpired = clock.now() > resultExpiry(row);
    let missed: Again | undefined;
    for (const [idx, result] of results.entries()) {
      const place = `${row.id} ${idx}`;
      if (!("url" in result) || saved.has(idx) || (badAnswers.get(place) ?? 0) >= BAD_ANSWERS) continue;
      try {
        await savePicture(parts, { row, idx, url: result.url }, signal);
        saved.add(idx);
      } catch (error) {
        signal.throwIfAborted();
        log.warn({ err: error, generationId: row.id, idx }, "cannot save a picture");
        const strikes = isExpired && isRefused(error) ? BAD_ANSWERS : isBad(error) ? 1 : 0;
        const count = (badAnswers.get(place) ?? 0) + strikes;
        badAnswers.set(place, count);
        if (count < BAD_ANSWERS) missed = again("save", error);
        // Nobody answers there: the others would be asked for in vain.
        if (WanxError.is(error) && error.outcome === "not-sent" && error.isRetryable) break;
      }
      signal.throwIfAborted();
    }
    if (missed) return missed;
    for (const idx of results.keys()) badAnswers.delete(`${row.id} ${idx}`);
    await finish(parts, row, saved.size);
    return "saved";
  };
}

async function savePicture(
  { client, store, clock, events }: Pick<LaneParts, "client" | "store" | "clock" | "events">,
  { row, idx, url }: { row: GenerationRow; idx: number; url: string },
  signal: AbortSignal,
): Promise<void> {
  const bytes = await client.download(url, { maxBytes: MAX_PICTURE_BYTES, signal });
  const decoded = await decodeWithProbe(bytes);
  const { format, width, height } = decoded.probe;
  if (width !== row.width || height !== row.height) {
    throw new BacklotError("upstream/bad-picture", {
      width,
      height,
      artboardWidth: row.width,
      artboardHeight: row.height,
    });
  }
  const assetId = await store.put(bytes);
  const createdAt = clock.now();
  await events.change(async (transaction, append) => {
    await insertAsset(transaction, {
      id: assetId,
      mediaType: `image/${format}`,
      width,
      height,
      sizeBytes: bytes.length,
      facts: pictureFacts(decoded),
      createdAt,
    });
    const picture = { id: newId("picture"), generationId: row.id, idx, assetId, width, height, createdAt };
    if (await insertPicture(transaction, picture)) await append("picture-saved", row.id);
  });
}

/** What was paid for is charged, also when it could not be fetched. */
async function finish(
  { events, clock }: Pick<LaneParts, "events" | "clock">,
  row: GenerationRow,
  savedPictures: number,
): Promise<void> {
  const results = storedResultsSchema.parse(row.results);
  const refused = results.find((result) => "code" in result);
  const missing = results.filter((result) => "url" in result).length - savedPictures;
  const failure =
    missing > 0 || savedPictures === 0
      ? upstreamFailure(clock.now() > resultExpiry(row) ? "upstream/expired" : "upstream/bad-picture", {})
      : refused
        ? upstreamFailure("upstream/failed", refused)
        : null;
  const at = clock.now();
  const paidPictures = row.imageCount ?? 0;
  await events.change(async (transaction, append) => {
    const to = savedPictures > 0 ? "done" : "failed";
    await endGeneration({ transaction, append }, row.id, { to, paidPictures, failure, at });
  });
}

/** Results that have expired are refused as if somebody had no right to them, and are not found once they are deleted. */
function isRefused(error: unknown): boolean {
  return WanxError.is(error) && (error.status === 403 || error.status === 404);
}

/**
 * Bad: an answer came and it is no usable picture, or it may not be had. Else the way there was disturbed or our disk is full: that
 * passes, and what is paid for is asked for until it does, or until upstream has it no more.
 */
function isBad(error: unknown): boolean {
  if (BacklotError.is(error)) return error.code !== "storage/full";
  return WanxError.is(error) && !error.isRetryable;
}
