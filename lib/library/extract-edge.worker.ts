import { parentPort, workerData } from "node:worker_threads";
import { extractSoftEdges } from "#lib/edges/extract-soft-edges.ts";
import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";

const { pixels, detail } = workerData as { pixels: PixelBuffer; detail: number };
const { data } = extractSoftEdges(pixels, { detail });
parentPort?.postMessage(data);
