import { parentPort, workerData } from "node:worker_threads";
import type { AssetRepair } from "#lib/api/asset-view.ts";
import { assertNever } from "#lib/base/assert.ts";
import { clearGround } from "#lib/edges/clear-ground.ts";
import { extractSoftEdges } from "#lib/edges/extract-soft-edges.ts";
import { cleanHalo } from "#lib/pixels/clean-halo.ts";
import { invertColours } from "#lib/pixels/invert-colours.ts";
import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";

/** `detail` of soft edges is 0 (outlines) to 1 (fine texture). */
export type PixelWork = { kind: "soft-edges"; detail: number } | { kind: AssetRepair };

const { pixels, work } = workerData as { pixels: PixelBuffer; work: PixelWork };
parentPort?.postMessage(made(pixels, work).data);

function made(pixels: PixelBuffer, work: PixelWork): PixelBuffer {
  switch (work.kind) {
    case "soft-edges":
      return extractSoftEdges(pixels, { detail: work.detail });
    case "clean-halo":
      return cleanHalo(pixels);
    case "invert":
      return invertColours(pixels);
    case "clear-ground":
      return clearGround(pixels);
    default:
      return assertNever(work);
  }
}
