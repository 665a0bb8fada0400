import { Worker } from "node:worker_threads";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import type { PixelWork } from "./pixel-work.worker.ts";

/** Work that hangs would hold its request for ever; half a second is usual. */
const LIMIT_MS = 60_000;

/** A picture of the same size, made in a thread of its own: half a second of arithmetic must not hold every other request. */
export async function workOnPixels(pixels: PixelBuffer, work: PixelWork): Promise<PixelBuffer> {
  const worker = new Worker(new URL("./pixel-work.worker.ts", import.meta.url), { workerData: { pixels, work } });
  try {
    const data = await new Promise<Uint8Array>((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
      AbortSignal.timeout(LIMIT_MS).addEventListener("abort", () => reject(new Error(`${work.kind} took too long`)));
    });
    return createPixelBuffer(pixels.width, pixels.height, data);
  } finally {
    await worker.terminate();
  }
}
