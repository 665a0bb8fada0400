import type { RenderedPicture, RenderJob } from "./engine.ts";

/** To a worker: one picture of a job. */
export interface RenderRequest {
  job: RenderJob;
  index: number;
}

/** From a worker: its only answer to a request. */
export type RenderReply = { ok: true; picture: RenderedPicture } | { ok: false; message: string; stack: string };
