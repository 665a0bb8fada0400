import type { AssetFacts } from "#lib/api/asset-view.ts";
import type { decodeWithProbe } from "#lib/imaging/codec.ts";
import { measureAlpha } from "#lib/pixels/measure-alpha.ts";

type Decoded = Awaited<ReturnType<typeof decodeWithProbe>>;

/** Facts of a finished picture, so that it can be used as a guide like any upload; it is no edge layer. */
export function pictureFacts({ probe, pixels }: Decoded): AssetFacts {
  return { mode: probe.mode, ...measureAlpha(pixels), edgeLikeness: 0 };
}
