import type { ElementId, GenerationId } from "#lib/base/ids.ts";
import type { ProjectDocument, Size } from "#lib/composition/document.ts";
import type { Camera } from "./kernels/camera.ts";

/** A layer as the person sees it: the one subject, or an element. */
export type LayerId = "subject" | ElementId;

/** The body that the canvas stands for, or the one that a generation was sent with. */
export type RecipeSource = "canvas" | GenerationId;

export type Tool = "move" | "hand";

/** What undo calls an edit; the words are in the studio's messages under `edits`. */
export type EditName =
  | "add-element"
  | "arrange"
  | "change-artboard"
  | "change-guide-image"
  | "change-output"
  | "change-sliders"
  | "change-subject"
  | "delete-element"
  | "duplicate-element"
  | "edit-recipe"
  | "fix"
  | "flip"
  | "hide-element"
  | "move"
  | "paste-recipe"
  | "remake-edge"
  | "remove-guide-image"
  | "remove-subject"
  | "rename-element"
  | "restore"
  | "restore-scene"
  | "show-element"
  | "transform"
  | "type-negative-prompt"
  | "type-prompt";

export interface HistoryStep {
  name: EditName;
  /** The document before (in `past`) or after (in `future`) the edit. Documents share what did not change. */
  document: ProjectDocument;
  selection: LayerId | null;
}

export interface History {
  past: readonly HistoryStep[];
  future: readonly HistoryStep[];
}

/**
 * `offline`: kept in the browser, tried again by itself. `conflict`: someone saved in between, this window stops saving.
 * `failed`: the server refused, `code` says why.
 */
export type SaveState =
  | { status: "saved" }
  | { status: "unsaved" }
  | { status: "saving" }
  | { status: "offline" }
  | { status: "conflict" }
  | { status: "failed"; code: string };

export interface EditorState {
  document: ProjectDocument;
  /** The project's name. Not part of the document, so not undone, but saved with it. */
  name: string;
  /** The newest revision known to be on the server. */
  revision: number;
  selection: LayerId | null;
  tool: Tool;
  camera: Camera;
  /** Size of the canvas area in CSS pixels; null until it has been laid out. */
  viewport: Size | null;
  /** The camera follows the viewport until the person moves it. */
  isFitted: boolean;
  /** Shows exactly the pixels that are sent, without tints, outlines and dimming. */
  isShownAsSent: boolean;
  /** The list of keys lies over the studio. */
  isHelpOpen: boolean;
  /** What the recipe drawer shows, null while it is closed. */
  shownRecipe: RecipeSource | null;
  history: History;
  save: SaveState;
}
