import type { RenderJob } from "./engine.ts";

/** What a model version spends on a picture. */
export interface Quality {
  readonly version: RenderJob["version"];
  /** Full-resolution pixels per sampled pixel, for shadows and for soft light. */
  readonly directScale: number;
  readonly indirectScale: number;
  readonly directSamples: number;
  readonly indirectSamples: number;
  readonly specularSamples: number;
  readonly antialias: number;
  readonly lensTaps: number;
  /** Side of a height field in texels. */
  readonly terrainSize: number;
  /** Resolution of a painted backdrop as a share of the picture's. */
  readonly backdropScale: number;
}

/** Up to this side two pixels to a sample would show as steps along shadows, and sampling each one is cheap. */
const SMALL_SIDE_PX = 640;
/** Beyond this side soft light is sampled more sparsely: it has no detail there to lose. */
const LARGE_SIDE_PX = 1400;

export function qualityFor(version: RenderJob["version"], widthPx: number, heightPx: number): Quality {
  const side = Math.max(widthPx, heightPx);
  const coarser = side > LARGE_SIDE_PX ? 2 : side <= SMALL_SIDE_PX ? 0.5 : 1;
  const terrainSize = side <= 160 ? 128 : side <= 400 ? 256 : 512;
  if (version === "v2") {
    return {
      version,
      directScale: 2 * coarser,
      indirectScale: 4 * coarser,
      directSamples: 8,
      indirectSamples: 16,
      specularSamples: 8,
      antialias: 2,
      lensTaps: 40,
      terrainSize,
      backdropScale: 0.5,
    };
  }
  return {
    version,
    directScale: side <= SMALL_SIDE_PX ? 1 : 2,
    indirectScale: coarser < 1 ? 2 : 3 * coarser,
    directSamples: 20,
    indirectSamples: 32,
    specularSamples: 16,
    antialias: 3,
    lensTaps: 64,
    terrainSize: side <= 400 ? terrainSize : 1024,
    backdropScale: side > LARGE_SIDE_PX ? 0.6 : 0.8,
  };
}
