"use client";

import type { AssetId, ElementId } from "#lib/base/ids.ts";
import { makeEdge } from "#lib/client/assets.ts";
import { replaceElementPicture } from "#lib/composition/elements.ts";
import type { Finding } from "#lib/composition/finding.ts";
import { applyFix } from "#lib/composition/fixes.ts";
import { elementOf } from "#lib/editor/layers.ts";
import { rememberFacts } from "./asset-facts.ts";
import { chooseFiles } from "./choose-file.ts";
import { focusField } from "./focus-field.ts";
import type { StudioSession } from "./studio-context.tsx";

/** Selects the layer, or puts the caret into the field, that a finding is about. */
export function showFinding({ editor }: StudioSession, { target }: Finding): void {
  if (target.kind === "element") editor.select(target.id);
  else if (target.kind === "subject") {
    if (editor.store.getState().document.subject) editor.select("subject");
    else focusField("subject");
  } else if (target.kind === "guide") focusField(target.field);
}

/** Mends a finding; what needs a file asks for it. Throws what making an edge throws. */
export async function mendFinding(session: StudioSession, finding: Finding): Promise<void> {
  const { editor, facts, uploads } = session;
  if (finding.fix === "choose-subject" || finding.fix === "cut-out") {
    chooseFiles((file) => uploads.start(file, "subject"));
    return;
  }
  if (finding.fix === "make-edges" && finding.target.kind === "element") {
    await remakeEdge(session, finding.target.id, 0.5);
    return;
  }
  editor.edit("fix", (document) => applyFix(document, finding, facts.getState()) ?? document);
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
