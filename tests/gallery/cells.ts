import type { RenderJob } from "#lib/engine/engine.ts";
import type { Look } from "./looks.ts";
import { elementsOn, example, type SubjectName, subjectOn } from "./subjects.ts";

/** One picture of the gallery, before it is rendered. */
export interface Cell {
  readonly look: string;
  /** What tells it from the other cells of its look. */
  readonly label: string;
  readonly prompt: string;
  readonly version: RenderJob["version"];
  readonly subject: SubjectName;
  readonly index: number;
  /** Set where a parameter is swept: the guide image then takes part. */
  readonly noiseLevel?: number;
  readonly promptWeight?: number;
}

export interface GalleryPlan {
  readonly looks: readonly Look[];
  readonly languages: readonly ("chinese" | "english")[];
  readonly versions: readonly RenderJob["version"][];
  readonly subjects: readonly SubjectName[];
  readonly variations: number;
  readonly sweep: SweepName | null;
}

const SWEEPS = {
  noise: [0, 100, 300, 500, 700, 800, 850, 900, 950, 999].map((noiseLevel) => ({ noiseLevel, promptWeight: 0.3 })),
  weight: [0, 0.2, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.85, 1].map((promptWeight) => ({ noiseLevel: 300, promptWeight })),
} as const;
export type SweepName = keyof typeof SWEEPS;
export const SWEEP_NAMES = Object.keys(SWEEPS) as SweepName[];

export function planCells({ looks, languages, versions, subjects, variations, sweep }: GalleryPlan): Cell[] {
  const steps = sweep ? SWEEPS[sweep] : [{}];
  return looks.flatMap((look) =>
    languages.flatMap((language) =>
      subjects.flatMap((subject) =>
        versions.flatMap((version) =>
          Array.from({ length: variations }, (_, index) => index).flatMap((index) =>
            steps.map((step) => ({
              look: look.name,
              label: [
                version,
                subject,
                language,
                variations > 1 ? `variation ${index + 1}` : "",
                ...Object.entries(step).map(([name, value]) => `${name} ${value}`),
              ]
                .filter(Boolean)
                .join(" · "),
              prompt: look[language],
              version,
              subject,
              index,
              ...step,
            })),
          ),
        ),
      ),
    ),
  );
}

/** The guide of a sweep: a finished picture with clear places and colours. */
const GUIDE = "perfume-sunset-cover.webp";

export async function jobOf(cell: Cell, widthPx: number, heightPx: number, elements = false): Promise<RenderJob> {
  return {
    subject: await subjectOn(cell.subject, widthPx, heightPx),
    ...(elements ? await elementsOn(widthPx, heightPx) : { foreground: [], background: [] }),
    prompt: cell.prompt,
    negativePrompt: "",
    guideImage: cell.noiseLevel === undefined ? null : await example(GUIDE),
    noiseLevel: cell.noiseLevel ?? 300,
    promptWeight: cell.promptWeight ?? 0.5,
    version: cell.version,
    sceneType: "GENERAL",
    count: 4,
    seed: "gallery",
  };
}
