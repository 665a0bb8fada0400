import { ERROR_STATUS, type ErrorCode } from "#lib/base/error-codes.ts";
import { FINDING_SEVERITY, type Severity } from "#lib/composition/finding.ts";
import { ERROR_TABLE } from "#lib/wanx/contract/error-table.ts";

/**
 * Where a code is met: in the `studio` before anything is sent, on the `network`, when the service refuses a `submit` or an `upload`, in the
 * body of a `task` (or a refused question about one), or as the end of a single `picture`.
 */
export type CodePlace = "studio" | "network" | "upload" | "submit" | "task" | "picture";

export type CatalogueEntry = { code: string; places: readonly CodePlace[]; severity: Severity } & (
  | { kind: "finding"; status: null }
  /** `status`: what the studio's own API answers. */
  | { kind: "studio"; status: number }
  /** `status`: what the service answers; null where the code is only met in the body of a task. */
  | { kind: "upstream"; status: number | null }
);

/** Errors of the studio that come from further out. */
const STUDIO_PLACES: Partial<Record<ErrorCode, readonly CodePlace[]>> = {
  "upstream/rejected": ["submit"],
  "upstream/failed": ["task"],
  "upstream/expired": ["task"],
  "upstream/bad-picture": ["picture"],
  "upstream/unreachable": ["network"],
  "upstream/unanswered": ["network"],
  "studio/unreachable": ["network"],
};

const FINDINGS: CatalogueEntry[] = Object.entries(FINDING_SEVERITY).map(([code, severity]) => {
  return { kind: "finding", code, severity, status: null, places: ["studio"] };
});

const STUDIO: CatalogueEntry[] = Object.entries(ERROR_STATUS).map(([code, status]) => {
  return { kind: "studio", code, severity: "error", status, places: STUDIO_PLACES[code as ErrorCode] ?? ["studio"] };
});

const UPSTREAM: CatalogueEntry[] = Object.entries(ERROR_TABLE).map(([code, { status, places }]) => {
  return { kind: "upstream", code, severity: "error", status, places: [...new Set(places.map(placeOf))] };
});

function placeOf(place: (typeof ERROR_TABLE)[keyof typeof ERROR_TABLE]["places"][number]): CodePlace {
  return place === "failed" ? "task" : place;
}

/** Where an error of the studio happened; one that this version does not know, in the studio. */
export function placeOfCode(code: string): CodePlace {
  return STUDIO.find((entry) => entry.code === code)?.places[0] ?? "studio";
}

/** Every code a person may meet, each once: findings first, then errors of the studio, then of the service. `explain` has the words. */
export const CATALOGUE: readonly CatalogueEntry[] = [...FINDINGS, ...STUDIO, ...UPSTREAM];
