import type { PictureToFetch } from "#lib/composition/recipe-from-body.ts";

/** One place of a request body where a picture is named. */
export interface PicturePlace {
  /** Dotted, `input.reference_edge.foreground_edge[0]`. */
  field: string;
  role: PictureToFetch["role"];
  address: string;
  /** Names another picture there. */
  replace(address: string): void;
}

/**
 * The places of whatever has the form of a request body, in the order base, guide, foreground, background. A place that holds no text,
 * or an empty one, is passed over: what is wrong there is not this function's to say.
 */
export function picturePlaces(body: unknown): PicturePlace[] {
  const input = recordOf(recordOf(body).input);
  const edge = recordOf(input.reference_edge);
  return [
    ...placeAt(input, "base_image_url", "input.base_image_url", "subject"),
    ...placeAt(input, "ref_image_url", "input.ref_image_url", "guide"),
    ...["foreground_edge", "background_edge"].flatMap((name) => {
      const list = recordOf(edge[name]);
      return Object.keys(list).flatMap((key) => placeAt(list, key, `input.reference_edge.${name}[${key}]`, "element"));
    }),
  ];
}

function placeAt(holder: Record<string, unknown>, key: string, field: string, role: PicturePlace["role"]) {
  const address = holder[key];
  if (typeof address !== "string" || address === "") return [];
  const replace = (other: string) => {
    holder[key] = other;
  };
  return [{ field, role, address, replace }];
}

/** An array by its indices; nothing at all of what has no members. */
function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
