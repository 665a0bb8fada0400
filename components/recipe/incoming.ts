import { createStore, type StoreApi } from "zustand/vanilla";
import type { Slot } from "#components/studio/uploads.ts";
import type { PictureReading } from "#lib/api/recipe-view.ts";
import { readPicture } from "#lib/client/recipes.ts";

/** A picture that brings a scene, while the person is asked what to make of it. */
export interface IncomingScene {
  file: File;
  reading: PictureReading;
  /** Where it was dropped; null for beside every place. */
  slot: Slot | null;
}

/** What came in from outside the studio and waits for an answer; null while there is nothing. */
export interface Incoming {
  /** Shown in the dialog that reads requests; `""` asks for one. */
  text: string | null;
  scene: IncomingScene | null;
  /** Pictures whose role is asked for. */
  unplaced: readonly File[];
}

export type IncomingStore = StoreApi<Incoming>;

export function createIncoming(): IncomingStore {
  return createStore<Incoming>()(() => ({ text: null, scene: null, unplaced: [] }));
}

/** What is more is a file of another kind. */
const LONGEST_REQUEST_BYTES = 1_000_000;
const TEXT_FILE = /\.(?:json|txt|sh|curl)$/i;

export type FileReading =
  | { kind: "request"; text: string }
  | { kind: "scene"; reading: PictureReading }
  | { kind: "picture" };

/** What a dropped file is: a recipe or a command, a picture with a scene in it, or just a picture. Throws what `readPicture` does. */
export async function readFile(file: File): Promise<FileReading> {
  const isText = file.type === "application/json" || file.type.startsWith("text/") || TEXT_FILE.test(file.name);
  if (isText && file.size <= LONGEST_REQUEST_BYTES) return { kind: "request", text: await file.text() };
  if (!(await mayCarryScene(file))) return { kind: "picture" };
  const reading = await readPicture(file);
  return reading.form === "none" ? { kind: "picture" } : { kind: "scene", reading };
}

/** The marks of embedded data in PNG, WebP and JPEG: a picture without them need not be sent twice. */
const SCENE_MARK = /bkLt|BKLT|Backlot\0/;

async function mayCarryScene(file: File): Promise<boolean> {
  return SCENE_MARK.test(new TextDecoder("latin1").decode(await file.arrayBuffer()));
}

/** A text from the clipboard that is meant as a request, whether or not it can be read as one. */
export function isRequestLike(text: string): boolean {
  return (
    /^\s*curl(?:\.exe)?\s/.test(text) || (/^\s*\{/.test(text) && /"(?:base_image_url|model|input)"\s*:/.test(text))
  );
}
