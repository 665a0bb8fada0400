"use client";

import type { AssetRepair } from "#lib/api/asset-view.ts";
import type { AssetId, ElementId } from "#lib/base/ids.ts";
import { makeEdge, repairAsset } from "#lib/client/assets.ts";
import { replaceElementPicture } from "#lib/composition/elements.ts";
import type { Finding, FindingTarget } from "#lib/composition/finding.ts";
import { applyFix, withMendedPicture } from "#lib/composition/fixes.ts";
import { elementOf } from "#lib/editor/layers.ts";
import { rememberFacts } from "./asset-facts.ts";
import { chooseFiles } from "./choose-file.ts";
import { focusField } from "./focus-field.ts";
import type { StudioSession } from "./studio-context.tsx";
import { DEFAULT_EDGE_DETAIL } from "./uploads.ts";

/** Selects the layer, or puts the caret into the field, that a finding or a failure is about. */
export function showTarget({ editor }: StudioSession, target: FindingTarget): void {
  if (target.kind === "element") editor.select(target.id);
  else if (target.kind === "subject") {
    if (editor.store.getState().document.subject) editor.select("subject");
    else focusField("subject");
  } else if (target.kind === "guide") focusField(target.field);
}

/** Mends a finding; what needs a file asks for it. Throws what making a picture throws. */
export async function mendFinding(session: StudioSession, finding: Finding): Promise<void> {
  const { editor, facts, uploads } = session;
  const { fix, target } = finding;
  switch (fix) {
    case "choose-subject":
    case "cut-out":
      chooseFiles((file) => uploads.start(file, "subject"));
      return;
    case "make-edges":
      if (target.kind === "element") await remakeEdge(session, target.id, DEFAULT_EDGE_DETAIL);
      return;
    case "clean-halo":
    case "invert":
    case "clear-ground":
      await repairPicture(session, target, fix);
      return;
    default:
      editor.edit("fix", (document) => applyFix(document, finding, facts.getState()) ?? document);
  }
}

/** The layer's picture mended on the server, then put in its place. */
async function repairPicture({ editor, facts }: StudioSession, target: FindingTarget, repair: AssetRepair) {
  const { document } = editor.store.getState();
  const element = target.kind === "element" ? elementOf(document, target.id)?.element : undefined;
  const from = (element ?? document.subject)?.assetId;
  if (!from) return;
  const mended = await repairAsset(from, repair);
  rememberFacts(facts, mended);
  editor.edit("fix", (current) => withMendedPicture(current, target, { from, to: mended.id as AssetId }));
}

/** Makes an element's edge from its cut-out, or from the picture itself where it never had one. */
export async function remakeEdge(session: StudioSession, id: ElementId, detail: number): Promise<void> {
  const { editor, facts } = session;
  const place = elementOf(editor.store.getState().document, id);
  if (!place) return;
  const { original, assetId, size, name } = place.element;
  const source = original ?? { assetId, size, name };
  const edge = await makeEdge(source.assetId, detail);
  rememberFacts(facts, edge);
  const picture = { assetId: edge.id as AssetId, size: { width: edge.width, height: edge.height }, name };
  editor.edit("remake-edge", (document) => replaceElementPicture(document, id, picture, source));
}
