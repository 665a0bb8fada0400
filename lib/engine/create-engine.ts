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

async function renderAll(pool: RenderPool, job: RenderJob, { signal, onPicture }: RenderOptions) {
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
  try {
    return await Promise.all(pending.map(({ result }) => result.then(report)));
  } catch (error) {
    // One failed picture fails the job: the others stop instead of rendering for nobody.
    cancelAll(error);
    throw error;
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}
