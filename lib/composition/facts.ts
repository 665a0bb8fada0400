import type { Box } from "./geometry.ts";

/** What is measured of a picture once, at upload. Shares are of all its pixels, 0 to 1. */
export interface PictureFacts {
  mode: "rgb" | "rgba" | "gray" | "gray-alpha" | "palette";
  transparentShare: number;
  translucentShare: number;
  opaqueShare: number;
  /** Box of alpha > 0 in picture pixels. */
  bounds: Box | null;
  /** Whether it looks like bright lines on black, 0 to 1; and whether its negative does, where that was measured. */
  edgeLikeness: number;
  invertedEdgeLikeness?: number;
  /** Share of the soft border whose colour is the old background's, 0 to 1; absent where it was not measured. */
  haloShare?: number;
}

export type FactsByAssetId = Readonly<Record<string, PictureFacts | undefined>>;
