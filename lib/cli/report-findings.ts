import type { ProjectDocument } from "#lib/composition/document.ts";
import type { FindingTarget, Severity } from "#lib/composition/finding.ts";
import type { Output } from "./output.ts";
import { fieldOf, type Preparation, placeOf } from "./prepare.ts";
import type { Words } from "./words.ts";

interface Said {
  severity: Severity;
  code: string;
  /** Of the recipe; null for what is about all of it. */
  field: string | null;
  /** In words. */
  layer: string;
  message: string;
}

/** Says all that is to be said before a recipe costs, gravest first, each with its layer and field. */
export function reportFindings(preparation: Preparation, output: Output, words: Words): void {
  const order: readonly Severity[] = ["error", "warning", "note"];
  const said = saidOf(preparation, words).toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  for (const one of said) {
    const { severity, field, layer, message } = one;
    const place = field === null ? layer : words.t("layer.place", { layer, field });
    output.judge(severity, words.t(`severity.${severity}`), words.t("layer.says", { place, message }));
    output.record("finding", one);
  }
}

function saidOf({ document, troubles, findings, unknownFields }: Preparation, words: Words): Said[] {
  const { t } = words;
  return [
    ...troubles.map(({ picture, error }): Said => {
      const { field, written } = picture;
      const layer = t("layer.named", { layer: layerOfField(field, words), name: written });
      return { severity: "error", code: error.code, field, layer, message: words.error(error) };
    }),
    ...findings.map((finding): Said => {
      const { severity, code, target } = finding;
      const layer = layerOf(target, document, words);
      return { severity, code, field: fieldOf(target, document), layer, message: words.finding(finding) };
    }),
    ...unknownFields.map((field): Said => {
      const message = t("preflight.unknownField");
      return { severity: "warning", code: "unknown-field", field, layer: t("layer.document"), message };
    }),
  ];
}

function layerOf(target: FindingTarget, document: ProjectDocument, { t }: Words): string {
  if (target.kind === "subject") {
    const name = document.subject?.name;
    return name ? t("layer.named", { layer: t("layer.subject"), name }) : t("layer.subject");
  }
  if (target.kind !== "element") return t(`layer.${target.kind}`);
  const place = placeOf(target.id, document);
  if (!place) return t("layer.document");
  const layer = t(`layer.${place.group}`, { number: place.index + 1 });
  return t("layer.named", { layer, name: place.element.name });
}

/** `input.reference_edge.foreground_edge[0]` → Foreground element 1. */
function layerOfField(field: string, { t }: Words): string {
  const [, group, index] = /(foreground|background)_edge\[(\d+)\]$/.exec(field) ?? [];
  if (group === "foreground" || group === "background") return t(`layer.${group}`, { number: Number(index) + 1 });
  return t(field === "input.base_image_url" ? "layer.subject" : "layer.guide");
}
