import { documentFromRecipe } from "#lib/composition/apply-recipe.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";
import type { Finding, FindingTarget } from "#lib/composition/finding.ts";
import { preflight } from "#lib/composition/preflight.ts";
import { gatherPictures, type PictureTrouble } from "./gather-pictures.ts";
import type { Arguments } from "./read-arguments.ts";
import type { ReadRecipe } from "./read-recipe.ts";
import type { Studio } from "./studio.ts";

/** A recipe as a project, and all that is to be said of it before it costs. */
export interface Preparation {
  document: ProjectDocument;
  troubles: PictureTrouble[];
  findings: Finding[];
  unknownFields: string[];
}

/** The pictures come into the studio; nothing else does. Throws what is neither the recipe's fault nor its pictures'. */
export async function prepare(studio: Studio, read: ReadRecipe, asked: Arguments): Promise<Preparation> {
  const { pictures, facts, troubles } = await gatherPictures(studio, read.pictures);
  const plain = documentFromRecipe(read.recipe, pictures);
  const { versions, n } = plain.output;
  const document = { ...plain, output: { versions: [...(asked.versions ?? versions)], n: asked.n ?? n } };
  const findings = [...preflight(document, facts), ...read.findings];
  return { document, troubles, findings, unknownFields: read.unknownFields };
}

/** How many things must be mended before anything may be sent; with `strict` warnings count too. */
export function countRefusals({ troubles, findings, unknownFields }: Preparation, strict: boolean): number {
  const grave = findings.filter(({ severity }) => severity === "error" || (strict && severity === "warning"));
  return troubles.length + grave.length + (strict ? unknownFields.length : 0);
}

/** The field of the recipe that a finding is about. */
export function fieldOf(target: FindingTarget, document: ProjectDocument): string | null {
  switch (target.kind) {
    case "subject":
      return "input.base_image_url";
    case "guide":
      return GUIDE_FIELDS[target.field];
    case "element": {
      const place = placeOf(target.id, document);
      return place && `input.reference_edge.${place.group}_edge[${place.index}]`;
    }
    default:
      return null;
  }
}

const GUIDE_FIELDS = {
  prompt: "input.ref_prompt",
  negativePrompt: "input.neg_ref_prompt",
  image: "input.ref_image_url",
  noiseLevel: "parameters.noise_level",
  promptWeight: "parameters.ref_prompt_weight",
} as const;

export function placeOf(elementId: string, document: ProjectDocument) {
  for (const group of ["foreground", "background"] as const) {
    const index = document[group].findIndex(({ id }) => id === elementId);
    const element = document[group][index];
    if (element) return { group, index, element };
  }
  return null;
}
