import type { Clock } from "#lib/base/clock.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { findIdempotencyKey, type IdempotencyKey, insertIdempotencyKey } from "#lib/db/idempotency-repository.ts";
import type { Executor } from "#lib/db/studio-schema.ts";

/**
 * Writes down what was made, under the caller's key. Called in the transaction that makes it, both are on disk or neither: a crash
 * leaves nothing that a repeat would make a second time.
 */
export type Remember<Made> = (executor: Executor, made: Made) => Promise<void>;

export interface KeyedRequest extends IdempotencyKey {
  /** Of everything in the request that decides what is made. */
  bodySha256: string;
}

export interface Idempotency {
  /**
   * Makes it, or answers with what was made under this key before. Requests under one key are taken one after the other, so that of
   * any number at a time one has an effect. What throws is not remembered and may be tried again under the same key.
   *
   * Throws `request/idempotency-mismatch` for a known key with another request.
   */
  once<Made>(
    request: KeyedRequest,
    make: (remember: Remember<Made>) => Promise<Made>,
  ): Promise<{ made: Made; isReplay: boolean }>;
}

/** Keys are forgotten after two days (`lib/generation/sweep-old-rows.ts`). Turns are of this process, which holds the data directory alone. */
export function createIdempotency({ db, clock }: { db: Executor; clock: Clock }): Idempotency {
  const inTurn = createTurns();

  return {
    once<Made>(request: KeyedRequest, make: (remember: Remember<Made>) => Promise<Made>) {
      return inTurn(`${request.scope} ${request.key}`, async () => {
        const known = await findIdempotencyKey(db, request);
        if (known && known.bodySha256 !== request.bodySha256) throw new BacklotError("request/idempotency-mismatch");
        // The body is the same, so what was made of it had this type.
        if (known) return { made: known.answer as Made, isReplay: true };

        let isRemembered = false;
        const remember: Remember<Made> = async (executor, answer) => {
          await insertIdempotencyKey(executor, { ...request, answer, createdAt: clock.now() });
          isRemembered = true;
        };
        const made = await make(remember);
        if (!isRemembered) await remember(db, made);
        return { made, isReplay: false };
      });
    },
  };
}

/** Work under one name waits for what is under way there, however that ends; work under another does not. */
function createTurns() {
  const last = new Map<string, Promise<void>>();
  return async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const result = (last.get(name) ?? Promise.resolve()).then(work);
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    last.set(name, ended);
    try {
      return await result;
    } finally {
      if (last.get(name) === ended) last.delete(name);
    }
  };
}
