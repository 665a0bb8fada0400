import type { ElementId } from "#lib/base/ids.ts";
import { keepFrame } from "./create-document.ts";
import type { Element, ElementGroup, PlacedPicture, ProjectDocument, Transform } from "./document.ts";

/**
 * Pure changes of the element lists, bottom to top. Unknown ids leave the document as it is (the same object): the layer may have been
 * deleted, or the deletion undone, while the user's hand was on its way.
 */
export interface ElementPlace {
  group: ElementGroup;
  index: number;
  element: Element;
}

export function findElement(document: ProjectDocument, id: ElementId): ElementPlace | undefined {
  for (const group of ["foreground", "background"] as const) {
    const index = document[group].findIndex((element) => element.id === id);
    const element = document[group][index];
    if (element) return { group, index, element };
  }
  return undefined;
}

/** `index` 0 is the bottom; left out, the new element lies on top of its group. */
export function addElement(
  document: ProjectDocument,
  group: ElementGroup,
  element: Element,
  index = document[group].length,
): ProjectDocument {
  return { ...document, [group]: document[group].toSpliced(index, 0, element) };
}

export function removeElement(document: ProjectDocument, id: ElementId): ProjectDocument {
  const place = findElement(document, id);
  return place ? { ...document, [place.group]: document[place.group].toSpliced(place.index, 1) } : document;
}

/** Takes the element out and puts it at `index` of the group as it then is; what is out of range goes to the nearest end. */
export function moveElement(
  document: ProjectDocument,
  id: ElementId,
  group: ElementGroup,
  index: number,
): ProjectDocument {
  const place = findElement(document, id);
  if (!place) return document;
  const without = removeElement(document, id);
  const target = Math.min(Math.max(index, 0), without[group].length);
  if (group === place.group && target === place.index) return document;
  return addElement(without, group, place.element, target);
}

export type Restack = "up" | "down" | "top" | "bottom";

/** Within its group only: passing the subject is a move to the other group, which the user asks for by name. */
export function restackElement(document: ProjectDocument, id: ElementId, direction: Restack): ProjectDocument {
  const place = findElement(document, id);
  if (!place) return document;
  const index = { up: place.index + 1, down: place.index - 1, top: Number.MAX_SAFE_INTEGER, bottom: 0 }[direction];
  return moveElement(document, id, place.group, index);
}

/** The copy lies directly on the original, moved by `offsetPx` to the right and down so that it can be seen. */
export function duplicateElement(
  document: ProjectDocument,
  id: ElementId,
  copyId: ElementId,
  offsetPx = 24,
): ProjectDocument {
  const place = findElement(document, id);
  if (!place) return document;
  const { transform } = place.element;
  const moved = { ...transform, x: transform.x + offsetPx, y: transform.y + offsetPx };
  return addElement(document, place.group, { ...place.element, id: copyId, transform: moved }, place.index + 1);
}

export function setElementVisible(document: ProjectDocument, id: ElementId, visible: boolean): ProjectDocument {
  return changeElement(document, id, { visible });
}

export function setElementPrompt(document: ProjectDocument, id: ElementId, prompt: string): ProjectDocument {
  return changeElement(document, id, { prompt });
}

export function setElementName(document: ProjectDocument, id: ElementId, name: string): ProjectDocument {
  return changeElement(document, id, { name });
}

export function setElementTransform(document: ProjectDocument, id: ElementId, transform: Transform): ProjectDocument {
  return changeElement(document, id, { transform });
}

/** Another picture in the same frame; `original` is the cut-out it was made from, kept as it is when left out. */
export function replaceElementPicture(
  document: ProjectDocument,
  id: ElementId,
  picture: PlacedPicture,
  original?: PlacedPicture | null,
): ProjectDocument {
  const place = findElement(document, id);
  if (!place) return document;
  return changeElement(document, id, {
    ...picture,
    transform: keepFrame(place.element, picture.size),
    ...(original === undefined ? {} : { original }),
  });
}

function changeElement(
  document: ProjectDocument,
  id: ElementId,
  change: Partial<Omit<Element, "id">>,
): ProjectDocument {
  const place = findElement(document, id);
  if (!place) return document;
  return { ...document, [place.group]: document[place.group].with(place.index, { ...place.element, ...change }) };
}
