import { Worker } from "node:worker_threads";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";

/** A detector that hangs would hold its request for ever; half a second is usual. */
const LIMIT_MS = 60_000;

/**
 * The soft edges of a cut-out, found in a thread of their own: half a second of arithmetic must not hold every other request.
 * `detail` is 0 (outlines) to 1 (fine texture).
 */
export async function extractEdge(pixels: PixelBuffer, detail: number): Promise<PixelBuffer> {
  const worker = new Worker(new URL("./extract-edge.worker.ts", import.meta.url), { workerData: { pixels, detail } });
  try {
    const data = await new Promise<Uint8Array>((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
      AbortSignal.timeout(LIMIT_MS).addEventListener("abort", () => reject(new Error("edge extraction took too long")));
    });
    return createPixelBuffer(pixels.width, pixels.height, data);
  } finally {
    await worker.terminate();
  }
}
