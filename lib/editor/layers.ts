import { moveSubject } from "#lib/composition/create-document.ts";
import type { Element, ElementGroup, ProjectDocument, Subject, Transform } from "#lib/composition/document.ts";
import { type ElementPlace, findElement, setElementTransform } from "#lib/composition/elements.ts";
import type { LayerId } from "./editor-state.ts";

/** The element among the layers; undefined for the subject, for nothing and for an element that is gone. */
export function elementOf(document: ProjectDocument, layer: LayerId | null): ElementPlace | undefined {
  return layer === null || layer === "subject" ? undefined : findElement(document, layer);
}

export function findLayer(document: ProjectDocument, layer: LayerId | null): Subject | Element | null {
  return layer === "subject" ? document.subject : (elementOf(document, layer)?.element ?? null);
}

/** Everything that can be selected, top-most first: the order of the layer list and of Alt+[ and Alt+]. */
export function layersTopDown(document: ProjectDocument): LayerId[] {
  const topDown = (group: ElementGroup) => document[group].map(({ id }) => id).reverse();
  return [...topDown("foreground"), ...(document.subject ? (["subject"] as const) : []), ...topDown("background")];
}

export function elementCount(document: ProjectDocument): number {
  return document.foreground.length + document.background.length;
}

export function roleOf(document: ProjectDocument, layer: LayerId): ElementGroup | "subject" {
  return elementOf(document, layer)?.group ?? "subject";
}

export function withTransform(document: ProjectDocument, layer: LayerId, transform: Transform): ProjectDocument {
  return layer === "subject" ? moveSubject(document, transform) : setElementTransform(document, layer, transform);
}
