import type { AssetFacts, AssetPurpose } from "#lib/api/asset-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { elementKind } from "#lib/composition/element-kind.ts";

/**
 * Upstream takes a subject and an element only as RGBA with real transparency, and says so after the request was made. An edge map may come
 * without: where its object ends can be seen from its lines (`clear-ground`).
 * Throws `upload/no-alpha`, `upload/fully-transparent`, `upload/fully-opaque` naming the purpose.
 */
export function refuseFor(purpose: AssetPurpose, facts: AssetFacts): void {
  if (facts.bounds === null) throw new BacklotError("upload/fully-transparent", { purpose });
  if (purpose === "guide") return;
  if (facts.opaqueShare < 1) return;
  if (purpose === "element" && elementKind(facts) !== "picture") return;
  const hadAlpha = facts.mode === "rgba" || facts.mode === "gray-alpha";
  throw new BacklotError(hadAlpha ? "upload/fully-opaque" : "upload/no-alpha", { purpose, mode: facts.mode });
}
