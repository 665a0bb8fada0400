import type { PictureFacts } from "./facts.ts";

/** From here on a picture is taken for lines. */
const LIKENESS_FROM = 0.5;

/** What an element's picture is: `edge` as the API wants it, `inverted` its negative (dark lines on white), or no lines but a `picture`. */
export type ElementKind = "edge" | "inverted" | "picture";

export function elementKind({
  edgeLikeness,
  invertedEdgeLikeness = 0,
}: Pick<PictureFacts, "edgeLikeness" | "invertedEdgeLikeness">): ElementKind {
  if (Math.max(edgeLikeness, invertedEdgeLikeness) < LIKENESS_FROM) return "picture";
  return edgeLikeness >= invertedEdgeLikeness ? "edge" : "inverted";
}
