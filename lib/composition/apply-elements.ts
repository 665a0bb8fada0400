import type { ElementId } from "#lib/base/ids.ts";
import type { Element, ElementGroup, ProjectDocument } from "./document.ts";
import { findElement } from "./elements.ts";
import { wholeTransform } from "./geometry.ts";
import { layerOfReference } from "./recipe.ts";
import { findPicture, keptText, type PictureByAddress } from "./recipe-pictures.ts";
import type { RequestBody } from "./request-body.ts";

type EdgeLists = NonNullable<RequestBody["input"]["reference_edge"]>;

/** Both groups after the recipe's lists; see `applyRecipe`. Throws `recipe/unknown-picture` {field, address}. */
export function applyElements(
  document: ProjectDocument,
  edge: EdgeLists,
  pictures: PictureByAddress,
): Pick<ProjectDocument, ElementGroup> {
  const named = new Set(
    [...(edge.foreground_edge ?? []), ...(edge.background_edge ?? [])].map(layerOfReference).filter(Boolean),
  );
  const isNamed = ({ id }: Element) => named.has(id);
  const everyElement = [...document.foreground, ...document.background];
  // What stays whatever the lists say; a new element takes none of these ids.
  const taken = new Set(everyElement.filter((element) => isNamed(element) || !element.visible).map(({ id }) => id));
  const used = new Set<ElementId>();

  const groupOf = (group: ElementGroup): Element[] => {
    const shownBefore = document[group].filter(({ visible }) => visible);
    const listed = (edge[`${group}_edge`] ?? []).map((address, index): Element => {
      const field = `input.reference_edge.${group}_edge[${index}]`;
      const prompt = edge[`${group}_edge_prompt`]?.[index];
      const layer = layerOfReference(address);
      const kept = layer && layer !== "subject" ? findElement(document, layer)?.element : undefined;
      if (kept) {
        const id = used.has(kept.id) ? freshId(taken, group) : kept.id;
        used.add(id);
        taken.add(id);
        return { ...kept, id, visible: true, prompt: keptText(kept.prompt, prompt) };
      }
      const picture = findPicture(document, pictures, field, address);
      const replaced = shownBefore[index];
      const id = replaced && !taken.has(replaced.id) ? replaced.id : freshId(taken, group);
      taken.add(id);
      const transform = wholeTransform(picture.size, document.artboard);
      return { ...picture, id, transform, visible: true, prompt: prompt ?? "", original: null };
    });
    const hidden = document[group].filter((element) => !element.visible && !isNamed(element));
    return hidden.reduce((list, element) => insertHidden(list, element, document[group]), listed);
  };
  return { foreground: groupOf("foreground"), background: groupOf("background") };
}

/** Directly above what lay below it before and is still there. */
function insertHidden(list: Element[], element: Element, before: readonly Element[]): Element[] {
  const below = before
    .slice(
      0,
      before.findIndex(({ id }) => id === element.id),
    )
    .map(({ id }) => id);
  const anchor = list.findLastIndex(({ id }) => below.includes(id));
  return list.toSpliced(anchor + 1, 0, element);
}

/** Counted, not drawn by lot: the same recipe gives the same document. */
function freshId(taken: ReadonlySet<ElementId>, group: ElementGroup): ElementId {
  for (let count = 1; ; count += 1) {
    const id: ElementId = `element_${group}${count}`;
    if (!taken.has(id)) return id;
  }
}
