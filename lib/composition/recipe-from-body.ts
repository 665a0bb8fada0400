import { z } from "zod";
import { BacklotError } from "#lib/base/errors.ts";
import { LIMITS, MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import { modelVersionSchema } from "./document.ts";
import { type Finding, finding } from "./finding.ts";
import { referenceSchema } from "./recipe.ts";
import { distinctPictures, type PictureRole } from "./recipe-pictures.ts";
import type { RequestBody } from "./request-body.ts";

/** An address outside the studio that a recipe needs, with the first field that names it. */
export interface PictureToFetch {
  url: string;
  field: string;
  role: PictureRole;
}

export interface RecipeFromBody {
  recipe: RequestBody;
  /** Each URL once, in the order base, guide, foreground, background. */
  fetches: PictureToFetch[];
  /** Warnings about deprecated fields, which a recipe does not have. */
  findings: Finding[];
  /** Dotted names of fields that the API does not know either. */
  unknownFields: string[];
}

/** `oss://` is missing on purpose: only the service itself can read what was uploaded there. */
const isHttpUrl = (value: unknown): value is string => typeof value === "string" && /^https?:\/\/[^/\s]/i.test(value);
const isPicture = (value: unknown) => isHttpUrl(value) || referenceSchema.safeParse(value).success;

const EXPECTED_PICTURE = "http://…, https://…";
const pictureSchema = z.custom<string>(isPicture, EXPECTED_PICTURE);
const pictureOrNoneSchema = z.custom<string>((value) => value === "" || isPicture(value), EXPECTED_PICTURE);
const promptSchema = z.string().max(LIMITS.storedPromptChars);
const promptsSchema = z.array(promptSchema).optional();

const bodySchema = z.object({
  model: z.string(),
  input: z.object({
    base_image_url: pictureOrNoneSchema,
    ref_image_url: pictureOrNoneSchema.optional(),
    ref_prompt: promptSchema.optional(),
    neg_ref_prompt: promptSchema.optional(),
    reference_edge: z
      .object({
        foreground_edge: z.array(pictureSchema).optional(),
        foreground_edge_prompt: promptsSchema,
        background_edge: z.array(pictureSchema).optional(),
        background_edge_prompt: promptsSchema,
      })
      .optional(),
  }),
  parameters: z
    .object({
      n: z.int().min(LIMITS.n.min).max(LIMITS.n.max).default(LIMITS.n.default),
      model_version: modelVersionSchema.default("v2"),
      noise_level: z.int().min(LIMITS.noiseLevel.min).max(LIMITS.noiseLevel.max).optional(),
      ref_prompt_weight: z.number().min(LIMITS.promptWeight.min).max(LIMITS.promptWeight.max).optional(),
    })
    .prefault({}),
});

/**
 * Reads the body of a submission: one from the API reference, with URLs, or a recipe of the studio, with references. What is missing gets
 * the API's default (`v2`, one picture). Too many elements, no guide, or `""` for the base picture are left to pre-flight, which shows them.
 *
 * Throws `recipe/no-body`, `recipe/wrong-model` {model}, `recipe/field-missing` {field}, `recipe/field-invalid` {field, expected},
 * `recipe/list-length` {field, count, expected}; the field is dotted, `input.reference_edge.foreground_edge[0]`.
 */
export function recipeFromBody(body: unknown): RecipeFromBody {
  if (!isObject(body)) throw new BacklotError("recipe/no-body");
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw refusal(parsed.error, body);
  const { model, input, parameters } = parsed.data;
  if (model !== MODEL_NAME) throw new BacklotError("recipe/wrong-model", { model, expected: MODEL_NAME });
  for (const group of ["foreground", "background"] as const) {
    const count = input.reference_edge?.[`${group}_edge_prompt`]?.length;
    const expected = input.reference_edge?.[`${group}_edge`]?.length ?? 0;
    if (count === undefined || count === expected) continue;
    const field = `input.reference_edge.${group}_edge_prompt`;
    throw new BacklotError("recipe/list-length", { field, count, expected });
  }
  const { ref_image_url, ...rest } = input;
  const recipe: RequestBody = {
    model: MODEL_NAME,
    input: { ...rest, ...(ref_image_url && { ref_image_url }) },
    parameters,
  };
  return { recipe, fetches: fetchesOf(recipe), findings: deprecations(body), unknownFields: unknownFieldsOf(body) };
}

function refusal(error: z.ZodError, body: unknown): BacklotError {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const field = fieldName(path);
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], body);
  if (value === undefined) return new BacklotError("recipe/field-missing", { field }, { cause: error });
  return new BacklotError("recipe/field-invalid", { field, expected: expectedOf(issue) }, { cause: error });
}

const RANGES: Record<string, { min: number; max: number }> = {
  n: LIMITS.n,
  noise_level: LIMITS.noiseLevel,
  ref_prompt_weight: LIMITS.promptWeight,
};

/** In the notation of the API reference, which needs no translation. */
function expectedOf(issue: z.core.$ZodIssue | undefined): string {
  const range = RANGES[String(issue?.path.at(-1))];
  if (range) return `${range.min} – ${range.max}`;
  if (issue?.code === "invalid_type") return issue.expected;
  if (issue?.code === "invalid_value") return issue.values.map(String).join(" | ");
  if (issue?.code === "too_big") return `≤ ${issue.maximum}`;
  return issue?.message ?? "";
}

/** `["input", "edges", 0]` → `input.edges[0]`. */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

function fetchesOf(recipe: RequestBody): PictureToFetch[] {
  return distinctPictures(recipe)
    .filter(({ address }) => isHttpUrl(address))
    .map(({ address, field, role }) => ({ url: address, field, role }));
}

const DEPRECATED = { input: ["title", "sub_title"], parameters: ["scene_type"] } as const;

/** What each said is named, so that it can be written where it still counts: into the picture, into the prompt. */
function deprecations(body: object): Finding[] {
  const { input, parameters } = body as { input?: object; parameters?: object };
  const text = DEPRECATED.input.flatMap((name) => given(input, name)).join(" / ");
  const scene = DEPRECATED.parameters.flatMap((name) => given(parameters, name)).join();
  return [
    ...(text ? [finding("text-deprecated", { kind: "document" }, undefined, { text })] : []),
    ...(scene ? [finding("scene-type-deprecated", { kind: "document" }, undefined, { scene })] : []),
  ];
}

function given(parent: object | undefined, name: string): string[] {
  const value = (parent as Record<string, unknown> | undefined)?.[name];
  return value === undefined || value === null || value === "" ? [] : [String(value)];
}

function unknownFieldsOf(body: object): string[] {
  const { input = {}, parameters = {} } = body as { input?: { reference_edge?: object }; parameters?: object };
  const { reference_edge: edge = {} } = input;
  const shape = bodySchema.shape;
  const edgeShape = shape.input.shape.reference_edge.unwrap().shape;
  return [
    ...namesBeyond(body, "", Object.keys(shape)),
    ...namesBeyond(input, "input.", [...Object.keys(shape.input.shape), ...DEPRECATED.input]),
    ...namesBeyond(edge, "input.reference_edge.", Object.keys(edgeShape)),
    ...namesBeyond(parameters, "parameters.", [
      ...Object.keys(shape.parameters.unwrap().shape),
      ...DEPRECATED.parameters,
    ]),
  ];
}

function namesBeyond(value: object, prefix: string, known: readonly string[]): string[] {
  return Object.keys(value)
    .filter((name) => !known.includes(name))
    .map((name) => prefix + name);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
