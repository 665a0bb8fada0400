import { availableParallelism } from "node:os";
import { invariant } from "#lib/base/assert.ts";
import type { Engine, RenderedPicture, RenderJob, RenderOptions } from "./engine.ts";
import { RenderPool } from "./render-pool.ts";

const MAX_THREADS = 4;

/** Threads start with the first picture. `threads` (at least 1) defaults to the machine's cores, at most four. */
export function createEngine(options: { threads?: number } = {}): Engine {
  const pool = new RenderPool(Math.max(1, options.threads ?? Math.min(availableParallelism(), MAX_THREADS)));
  return { render: (job, renderOptions = {}) => renderAll(pool, job, renderOptions), close: () => pool.close() };
}

async function renderAll(pool: RenderPool, job: RenderJob, { signal, onPicture, onFailure }: RenderOptions) {
  invariant(Number.isInteger(job.count) && job.count >= 1 && job.count <= 4, `1 to 4 variations, got ${job.count}`);
  signal?.throwIfAborted();
  const pending = Array.from({ length: job.count }, (_, index) => pool.start(job, index));
  const cancelAll = (reason: unknown) => {
    for (const picture of pending) picture.cancel(reason);
  };
  const onAbort = () => cancelAll(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  const report = (picture: RenderedPicture) => {
    onPicture?.(picture);
    return picture;
  };
  const orMissing = (index: number) => (reason: unknown) => {
    if (!onFailure || signal?.aborted) throw reason;
    onFailure(index, reason);
    return [];
  };
  try {
    const ends = pending.map(({ result }, index) => result.then(report).catch(orMissing(index)));
    return (await Promise.all(ends)).flat();
  } catch (error) {
    // A failed picture fails the job unless somebody takes care of it: the others stop instead of rendering for nobody.
    cancelAll(error);
    throw error;
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}
