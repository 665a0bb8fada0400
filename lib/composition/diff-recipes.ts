import type { ElementGroup } from "./document.ts";
import type { RequestBody } from "./request-body.ts";

/** One field that differs. `before` or `after` is undefined where that recipe does not have it. */
export interface RecipeChange {
  /** The API's own name, dotted; an element's with its place in the list: that in `b`, or in `a` for one that is gone. */
  field: string;
  before: string | number | undefined;
  after: string | number | undefined;
}

/**
 * What changed from `a` to `b`, in the order of the API reference. Elements are matched by their picture, each as often as it occurs, so
 * that one more at the bottom is one change and not one for each above it; where two pictures in the same place differ, the one replaced
 * the other. An empty prompt is none. A change of order is one change of the whole list: `[0] [1] [2]` to `[2] [0] [1]`.
 */
export function diffRecipes(a: RequestBody, b: RequestBody): RecipeChange[] {
  const fields = [
    ...(["base_image_url", "ref_image_url", "ref_prompt", "neg_ref_prompt"] as const).map((name) =>
      change(`input.${name}`, a.input[name] || undefined, b.input[name] || undefined),
    ),
    ...diffGroup(a, b, "foreground"),
    ...diffGroup(a, b, "background"),
    ...(["n", "model_version", "noise_level", "ref_prompt_weight"] as const).map((name) =>
      change(`parameters.${name}`, a.parameters[name], b.parameters[name]),
    ),
  ];
  return fields.filter(({ before, after }) => before !== after);
}

interface Listed {
  picture: string;
  prompt: string | undefined;
  index: number;
}

function diffGroup(a: RequestBody, b: RequestBody, group: ElementGroup): RecipeChange[] {
  const name = `input.reference_edge.${group}_edge`;
  const after = listed(b, group);
  const gone = listed(a, group);
  const matched: { before: Listed; after: Listed }[] = [];
  const added: Listed[] = [];
  for (const one of after) {
    const found = gone.findIndex(({ picture }) => picture === one.picture);
    const [before] = found < 0 ? [] : gone.splice(found, 1);
    if (before) matched.push({ before, after: one });
    else added.push(one);
  }
  const replaced = added.map((one) => {
    const found = gone.findIndex(({ index }) => index === one.index);
    return { before: found < 0 ? undefined : gone.splice(found, 1)[0], after: one };
  });
  const order = matched.map(({ before }) => before.index);
  const isReordered = order.some((index, place) => place > 0 && index < (order[place - 1] ?? 0));
  return [
    ...(isReordered ? [change(name, places(order.toSorted((one, other) => one - other)), places(order))] : []),
    ...gone.flatMap((one) => changesOf(name, one, undefined)),
    ...[...matched, ...replaced]
      .sort((left, right) => left.after.index - right.after.index)
      .flatMap((pair) => changesOf(name, pair.before, pair.after)),
  ];
}

function listed({ input }: RequestBody, group: ElementGroup): Listed[] {
  const { reference_edge: edge = {} } = input;
  return (edge[`${group}_edge`] ?? []).map((picture, index) => {
    return { picture, prompt: edge[`${group}_edge_prompt`]?.[index] || undefined, index };
  });
}

const places = (indices: readonly number[]) => indices.map((index) => `[${index}]`).join(" ");

function changesOf(name: string, before: Listed | undefined, after: Listed | undefined): RecipeChange[] {
  const place = `[${(after ?? before)?.index}]`;
  return [
    change(name + place, before?.picture, after?.picture),
    change(`${name}_prompt${place}`, before?.prompt, after?.prompt),
  ];
}

function change(field: string, before: RecipeChange["before"], after: RecipeChange["after"]): RecipeChange {
  return { field, before, after };
}
