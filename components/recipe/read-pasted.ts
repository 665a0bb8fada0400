import { bodyOfPastedText } from "#lib/composition/curl.ts";
import type { Finding } from "#lib/composition/finding.ts";
import { recipeFromBody } from "#lib/composition/recipe-from-body.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";

export type PastedReading =
  | { ok: true; recipe: RequestBody; findings: Finding[]; unknownFields: string[] }
  | { ok: false; error: unknown };

/** A pasted request, or why it is none. */
export function readPasted(text: string): PastedReading {
  try {
    const { recipe, findings, unknownFields } = recipeFromBody(bodyOfPastedText(text));
    return { ok: true, recipe, findings, unknownFields };
  } catch (error) {
    return { ok: false, error };
  }
}
