import type { ErrorValues } from "#lib/base/errors.ts";
import type { ElementId } from "#lib/base/ids.ts";

/**
 * Everything pre-flight can find, by code, with how grave it is: an *error* the API would reject or charge for nothing, a *warning*
 * it would cut off or ignore or do badly, a *note* says what will happen. The words are in `lib/i18n` under the same codes.
 */
export const FINDING_SEVERITY = {
  "artboard-too-large": "error",
  "artboard-too-small": "error",
  "subject-missing": "error",
  "subject-transparent": "error",
  "subject-opaque": "error",
  "subject-no-alpha": "error",
  "subject-outside": "error",
  "subject-cropped": "warning",
  "subject-enlarged": "warning",
  "subject-reduced": "note",
  "subject-translucent": "note",
  "subject-halo": "warning",
  "subject-covered": "warning",
  "elements-too-many": "error",
  "element-outside": "warning",
  "element-transparent": "warning",
  "element-opaque": "warning",
  "element-not-edge": "warning",
  "element-inverted": "warning",
  "element-hidden": "note",
  "guide-missing": "error",
  "prompt-cut": "warning",
  "prompt-long": "note",
  "noise-level-range": "error",
  "noise-level-inert": "note",
  "prompt-weight-range": "error",
  "prompt-weight-inert": "note",
  "picture-count-range": "error",
  "versions-missing": "error",
  "versions-repeated": "error",
  "text-deprecated": "warning",
  "scene-type-deprecated": "warning",
} as const satisfies Record<string, Severity>;

export type Severity = "error" | "warning" | "note";
export type FindingCode = keyof typeof FINDING_SEVERITY;
export const GUIDE_FIELDS = ["prompt", "negativePrompt", "image", "noiseLevel", "promptWeight"] as const;
export type GuideField = (typeof GUIDE_FIELDS)[number];

export type FindingTarget =
  | { kind: "subject" }
  | { kind: "element"; id: ElementId }
  | { kind: "guide"; field: GuideField }
  | { kind: "output" }
  | { kind: "document" };

/** Need the user or the server; all other fixes are `applyFix` alone. */
export type OutsideFix = "choose-subject" | "cut-out" | "clean-halo" | "make-edges" | "invert" | "clear-ground";

export type FixName =
  | OutsideFix
  | "fit-artboard"
  | "bring-into-view"
  | "natural-size"
  | "send-behind"
  | "hide-extra-elements"
  | "remove-element"
  | "show-element"
  | "cut-prompt"
  | "reset-noise-level"
  | "reset-prompt-weight"
  | "limit-picture-count"
  | "choose-version"
  | "drop-repeated-versions";

export interface Finding {
  code: FindingCode;
  severity: Severity;
  target: FindingTarget;
  /** What the message names: counts, percent, limits. */
  values: ErrorValues;
  fix?: FixName;
}

export function finding(code: FindingCode, target: FindingTarget, fix?: FixName, values: ErrorValues = {}): Finding {
  return { code, severity: FINDING_SEVERITY[code], target, values, ...(fix && { fix }) };
}
