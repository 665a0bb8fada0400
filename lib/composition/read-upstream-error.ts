import type { ErrorValues } from "#lib/base/errors.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import type { FindingCode, FindingTarget } from "./finding.ts";
import { layerOfReference } from "./recipe.ts";
import type { RequestBody } from "./request-body.ts";

/** What the image service said of a request, as the studio would have said it of the document. */
export interface UpstreamReading {
  /** The layers and fields it can mean; several where it names a list and not the place in it, none where it names nothing. */
  targets: FindingTarget[];
  /** The finding of pre-flight that says the same. */
  finding?: { code: FindingCode; values: ErrorValues };
}

interface Rule {
  pattern: RegExp;
  code: FindingCode;
  /** Left out where the message names the field itself. */
  target?: FindingTarget;
  values?(recipe: RequestBody, match: RegExpExecArray): ErrorValues;
}

const document: FindingTarget = { kind: "document" };

/** The service publishes few of its sentences; the rest are those of the sandbox, which says them in its manner. */
const RULES: readonly Rule[] = [
  { pattern: /^base image require/i, code: "subject-no-alpha" },
  { pattern: /base_image_url: must be/, code: "subject-missing" },
  {
    pattern: /at least one of ref_prompt and ref_image_url/,
    code: "guide-missing",
    target: { kind: "guide", field: "prompt" },
  },
  {
    pattern: /foreground_edge and background_edge together/,
    code: "elements-too-many",
    target: document,
    values: ({ input: { reference_edge: edge } }) => ({
      count: (edge?.foreground_edge?.length ?? 0) + (edge?.background_edge?.length ?? 0),
      max: LIMITS.elements.max,
    }),
  },
  {
    pattern: /long side of the image must not exceed (\d+) px, but it is (\d+) x (\d+)/,
    code: "artboard-too-large",
    target: document,
    values: (_, [, max, width, height]) => ({ count: Math.max(Number(width), Number(height)), max: Number(max) }),
  },
  {
    pattern: /image size is not supported/i,
    code: "artboard-too-small",
    target: document,
    values: () => ({ min: LIMITS.sidePx.min }),
  },
  {
    pattern: /range of n should/i,
    code: "picture-count-range",
    target: { kind: "output" },
    values: ({ parameters: { n } }) => ({ ...LIMITS.n, count: n }),
  },
  { pattern: /range of noise_level/i, code: "noise-level-range", values: () => LIMITS.noiseLevel },
  { pattern: /range of ref_prompt_weight/i, code: "prompt-weight-range", values: () => LIMITS.promptWeight },
];

/** `foreground_edge[1]`, `foreground_edge_prompt.1`, “Background edge image”: a list, and where it is given the place in it. */
const EDGE = /\b(foreground|background)[ _]edge(?:[ _](?:image|prompt))?(?:[[.](\d+))?/gi;

const FIELDS: readonly [RegExp, FindingTarget][] = [
  [/\b(?:base[ _]image(?:_url)?|input_image)\b/i, { kind: "subject" }],
  [/\bref(?:erence)?[ _]image(?:_url)?\b/i, { kind: "guide", field: "image" }],
  [/\bref_prompt\b/, { kind: "guide", field: "prompt" }],
  [/\bneg_ref_prompt\b/, { kind: "guide", field: "negativePrompt" }],
  [/\bnoise_level\b/, { kind: "guide", field: "noiseLevel" }],
  [/\bref_prompt_weight\b/, { kind: "guide", field: "promptWeight" }],
  [/\bmodel_version\b|\bn\b(?= should)/, { kind: "output" }],
];

/** Reads the message of a refusal or of a failed task against the recipe that was sent. Words it does not know give no target. */
export function readUpstreamError(message: string, recipe: RequestBody): UpstreamReading {
  for (const { pattern, code, target, values } of RULES) {
    const match = pattern.exec(message);
    if (!match) continue;
    const finding = { code, values: values?.(recipe, match) ?? {} };
    return { targets: target ? [target] : namedTargets(message, recipe), finding };
  }
  return { targets: namedTargets(message, recipe) };
}

function namedTargets(message: string, recipe: RequestBody): FindingTarget[] {
  const elements = [...message.matchAll(EDGE)].flatMap(([, group = "", index]): FindingTarget[] => {
    const list = recipe.input.reference_edge?.[`${group.toLowerCase() as "foreground" | "background"}_edge`] ?? [];
    const named = index === undefined ? list : list.slice(Number(index), Number(index) + 1);
    return named.flatMap((address) => {
      const id = layerOfReference(address);
      return id === undefined || id === "subject" ? [] : [{ kind: "element", id }];
    });
  });
  const fields = FIELDS.filter(([pattern]) => pattern.test(message)).map(([, target]) => target);
  return [...fields, ...elements];
}
