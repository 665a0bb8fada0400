import { BacklotError } from "#lib/base/errors.ts";
import type { Finding, FindingCode } from "#lib/composition/finding.ts";
import { recipeFromBody } from "#lib/composition/recipe-from-body.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import { type JsonFaultReason, type JsonText, rangeOfField, readJson, type TextRange } from "../kernels/json-text.ts";

/** One thing to say about a place of the text. `syntax` and `refused` keep it off the canvas; the others are good to know. */
export type RecipeProblem = TextRange &
  (
    | { kind: "syntax"; reason: JsonFaultReason }
    /** `address` is set where the picture at it could not be had, and may be tried again. */
    | { kind: "refused"; error: unknown; address?: string }
    | { kind: "deprecated"; finding: Finding }
    | { kind: "unknown" | "repeated" | "not-sent"; field: string }
  );

export const isBlocking = ({ kind }: RecipeProblem) => kind === "syntax" || kind === "refused";

export type RecipeReading =
  | { ok: false; problem: RecipeProblem }
  | { ok: true; recipe: RequestBody; json: JsonText; notes: RecipeProblem[] };

const DEPRECATED_FIELDS: Partial<Record<FindingCode, readonly string[]>> = {
  "text-deprecated": ["input.title", "input.sub_title"],
  "scene-type-deprecated": ["parameters.scene_type"],
};

/** What somebody wrote as a recipe, or the first thing that is wrong with it and where. Pictures are not looked at yet. */
export function readRecipeText(text: string): RecipeReading {
  const reading = readJson(text);
  if (!reading.ok) {
    const { reason, at } = reading;
    return { ok: false, problem: { kind: "syntax", reason, from: at, to: Math.min(at + 1, text.length) } };
  }
  const { json } = reading;
  try {
    const { recipe, findings, unknownFields } = recipeFromBody(json.value);
    const nameOf = (field: string) => json.fields.get(field)?.name ?? rangeOfField(json, field);
    const notes: RecipeProblem[] = [
      ...findings.flatMap((finding) =>
        (DEPRECATED_FIELDS[finding.code] ?? [])
          .filter((field) => json.fields.has(field))
          .map((field): RecipeProblem => ({ kind: "deprecated", finding, ...nameOf(field) })),
      ),
      ...unknownFields.map((field): RecipeProblem => ({ kind: "unknown", field, ...nameOf(field) })),
      ...json.repeated.map(({ field, name }): RecipeProblem => ({ kind: "repeated", field, ...name })),
    ];
    return { ok: true, recipe, json, notes };
  } catch (error) {
    if (!BacklotError.is(error)) throw error;
    return { ok: false, problem: refusedAt(json, error) };
  }
}

/** The error at the field that it names; one that names none is about the model or the whole. */
export function refusedAt(json: JsonText, error: BacklotError): RecipeProblem {
  const field = error.code === "recipe/wrong-model" ? "model" : String(error.values.field ?? "");
  return { kind: "refused", error, ...rangeOfField(json, field) };
}
