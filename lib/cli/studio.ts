import type { About } from "#lib/api/about-view.ts";
import type { AssetPurpose, AssetView } from "#lib/api/asset-view.ts";
import type { GenerationRecipe, PictureFormat } from "#lib/api/recipe-view.ts";
import type { CreateRun, GenerationView, RunView } from "#lib/api/run-view.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";

/** What is told of generations: one as it now is, or that news may have been missed and all must be asked for. */
export type News = { kind: "generation"; generation: GenerationView } | { kind: "gap" };

/**
 * All that the command wants of a studio, be it a running one or one in this process. Throws BacklotError with the same codes on both, and
 * StudioUnreachable.
 */
export interface Studio {
  about: About;
  /** Throws `upload/*`. */
  uploadPicture(bytes: Uint8Array, purpose: AssetPurpose): Promise<AssetView>;
  /** The studio fetches it, and only from public addresses. Throws `fetch/*`, `upload/*`. */
  fetchPicture(url: string, purpose: AssetPurpose): Promise<AssetView>;
  /** Throws `asset/not-found`. */
  picture(assetId: string): Promise<AssetView>;
  createProject(name: string, document: ProjectDocument): Promise<{ id: string; revision: number }>;
  /** Resolves once nothing that happens from now on can be missed. */
  openNews(signal: AbortSignal): Promise<AsyncIterable<News>>;
  createRun(request: CreateRun): Promise<RunView>;
  runs(projectId: string): Promise<RunView[]>;
  /** Throws `run/not-cancelable`. */
  cancel(generationId: string): Promise<GenerationView>;
  /** What a generation was sent with. */
  recipe(generationId: string): Promise<GenerationRecipe>;
  /** A finished picture as a file that carries what it was made from. */
  exportPicture(pictureId: string, format: PictureFormat): Promise<Uint8Array>;
  /** Where a person sees the project; null where nothing is kept. */
  pageOf(projectId: string): string | null;
  close(): Promise<void>;
}

/** No answer, or one that no studio of this version gives. */
export class StudioUnreachable extends Error {
  readonly url: string;
  readonly problem: "unreachable" | "notBacklot";

  constructor(url: string, problem: "unreachable" | "notBacklot", options: ErrorOptions) {
    super(`${problem} ${url}`, options);
    this.name = "StudioUnreachable";
    this.url = url;
    this.problem = problem;
  }
}
