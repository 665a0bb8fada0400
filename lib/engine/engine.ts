/** Bytes of one edge layer (PNG, RGBA; another size than the subject's is resized to it) and what it should become. */
export interface ElementInput {
  image: Uint8Array;
  prompt: string;
}

/**
 * Everything a picture depends on: the same bytes, parameters and seed give the same picture bytes,
 * whatever the number of threads. Images are encoded files; pictures come out as PNG of the subject's size.
 */
export interface RenderJob {
  /** RGBA PNG with real transparency, sides 1 to 2048 px. */
  subject: Uint8Array;
  /** Both lists bottom to top, as the API has them. */
  foreground: readonly ElementInput[];
  background: readonly ElementInput[];
  prompt: string;
  negativePrompt: string;
  /** PNG, JPEG or WebP; pixels of alpha 0 do not guide. */
  guideImage: Uint8Array | null;
  /** 0 to 999. */
  noiseLevel: number;
  /** 0 to 1. */
  promptWeight: number;
  version: "v2" | "v3";
  sceneType: "GENERAL" | "ROOM" | "COSMETIC";
  /** 1 to 4 variations. */
  count: number;
  /** Any string; a service passes its task id, so that a new task gives new pictures. */
  seed: string;
}

export interface StageTiming {
  stage: string;
  ms: number;
}

export interface RenderedPicture {
  /** 0 to count - 1; pictures may finish in any order. */
  index: number;
  png: Uint8Array;
  stages: StageTiming[];
}

export interface RenderOptions {
  signal?: AbortSignal;
  onPicture?: (picture: RenderedPicture) => void;
  /** With it, a picture that fails does not stop the others, and is missing from the answer. */
  onFailure?: (index: number, reason: unknown) => void;
}

/** Renders in worker threads at nice 10, never on the caller's thread. */
export interface Engine {
  /** Resolves with the pictures in index order; rejects with the signal's reason when aborted. */
  render(job: RenderJob, options?: RenderOptions): Promise<RenderedPicture[]>;
  /** Ends the threads; renders under way reject. */
  close(): Promise<void>;
}
