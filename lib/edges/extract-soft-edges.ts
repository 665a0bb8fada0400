import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { resamplePlane } from "#lib/pixels/resample.ts";
import { colourPlanes } from "./colour-planes.ts";
import { detectEdges } from "./detect-edges.ts";
import { detectorSettings } from "./detector-settings.ts";
import { workingGrid } from "./working-grid.ts";

/** Alpha up to which colour is blanked in the result. Source: the script of the API reference. */
const BLANK_UP_TO = 50;

/**
 * A cut-out turned into what the API takes as an edge element: soft white lines on black, with the cut-out's own size and alpha. Follows
 * the script of the API reference step by step, with a detector of our own in the place of the network. About half a second.
 *
 * `detail`: 0 large outlines only, 1 every faint line, default 0.5.
 */
export function extractSoftEdges(pixels: PixelBuffer, { detail = 0.5 }: { detail?: number } = {}): PixelBuffer {
  const grid = workingGrid(pixels.width, pixels.height);
  const edges = detectEdges(colourPlanes(pixels, grid.width, grid.height), detectorSettings(detail));
  const { values } = resamplePlane(edges, pixels.width, pixels.height, "cubic");
  const result = createPixelBuffer(pixels.width, pixels.height);
  for (let pixel = 0, index = 0; pixel < values.length; pixel += 1, index += 4) {
    const alpha = pixels.data[index + 3] as number;
    const light = alpha > BLANK_UP_TO ? Math.round(255 * Math.min(1, Math.max(0, values[pixel] as number))) : 0;
    result.data[index] = light;
    result.data[index + 1] = light;
    result.data[index + 2] = light;
    result.data[index + 3] = alpha;
  }
  return result;
}
