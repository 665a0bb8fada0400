import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { invariant } from "#lib/base/assert.ts";
import { limitCodecThreads } from "./codec.ts";
import { renderPicture } from "./render-picture.ts";
import type { RenderReply, RenderRequest } from "./worker-messages.ts";

const POLITE_NICENESS = 10;

// On Linux a priority belongs to the thread; elsewhere it would slow down the whole process.
if (process.platform === "linux") {
  try {
    setPriority(POLITE_NICENESS);
  } catch {
    // A sandbox may forbid it; the pictures are the same.
  }
}
limitCodecThreads();

const port = parentPort;
invariant(port, "runs as a worker thread");
port.on("message", async ({ job, index }: RenderRequest) => {
  let reply: RenderReply;
  try {
    reply = { ok: true, picture: await renderPicture(job, index) };
  } catch (error) {
    reply = {
      ok: false,
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? (error.stack ?? "") : "",
    };
  }
  port.postMessage(reply);
});
