import { createStore, type StoreApi } from "zustand/vanilla";
import type { AssetFacts, AssetPurpose, AssetView } from "#lib/api/asset-view.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { makeEdge, repairAsset, uploadAsset } from "#lib/client/assets.ts";
import type { ElementGroup, PlacedPicture } from "#lib/composition/document.ts";
import { elementKind } from "#lib/composition/element-kind.ts";
import { addElement } from "#lib/composition/elements.ts";
import type { Editor } from "#lib/editor/editor.ts";
import { placeNewElement } from "#lib/editor/kernels/placement.ts";
import { elementCount } from "#lib/editor/layers.ts";
import { withSubject } from "#lib/editor/place-subject.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { type AssetFactsStore, rememberFacts } from "./asset-facts.ts";

export type Slot = "subject" | "guide" | ElementGroup;

export interface UploadTask {
  id: number;
  slot: Slot;
  fileName: string;
  stage: "uploading" | "making-edge" | "failed";
  /** Share sent, 0 to 1. */
  progress: number;
  error: unknown;
  /** Set when the picture itself arrived and only its edge failed. */
  uploaded: AssetView | null;
}

export interface Uploads {
  readonly store: StoreApi<{ tasks: readonly UploadTask[] }>;
  start(file: File, slot: Slot): void;
  cancel(id: number): void;
  /** Puts a picture whose edge could not be made on the artboard as it is. */
  takeAsIs(id: number): void;
}

export const DEFAULT_EDGE_DETAIL = 0.5;

const PURPOSES: Record<Slot, AssetPurpose> = {
  subject: "subject",
  guide: "guide",
  foreground: "element",
  background: "element",
};

/** Thrown before anything is sent; its text is the studio's own. */
export class TooManyElements extends Error {}

export function createUploads(editor: Editor, facts: AssetFactsStore): Uploads {
  const store = createStore<{ tasks: readonly UploadTask[] }>()(() => ({ tasks: [] }));
  const controllers = new Map<number, AbortController>();
  let lastId = 0;

  const change = (id: number, part: Partial<UploadTask>) =>
    store.setState(({ tasks }) => ({ tasks: tasks.map((task) => (task.id === id ? { ...task, ...part } : task)) }));
  const remove = (id: number) => {
    controllers.delete(id);
    store.setState(({ tasks }) => ({ tasks: tasks.filter((task) => task.id !== id) }));
  };

  async function run(task: UploadTask, file: File, signal: AbortSignal): Promise<void> {
    const { id, slot } = task;
    if (slot === "foreground" || slot === "background") {
      const pending = store
        .getState()
        .tasks.filter((other) => other.id < id && other.stage !== "failed" && isElement(other));
      if (elementCount(editor.store.getState().document) + pending.length >= LIMITS.elements.max) {
        throw new TooManyElements(`more than ${LIMITS.elements.max} elements`);
      }
    }
    const asset = await uploadAsset(file, PURPOSES[slot], {
      signal,
      onProgress: (progress) => change(id, { progress }),
    });
    rememberFacts(facts, asset);
    if (signal.aborted) return;
    if (slot === "subject" || slot === "guide") {
      place(slot, asset, file.name, null);
      return;
    }
    const makings = edgeMakings(asset.facts);
    if (makings.length > 0) change(id, { stage: "making-edge", uploaded: asset });
    let edge = asset;
    for (const make of makings) edge = await make(edge.id);
    rememberFacts(facts, edge);
    if (!signal.aborted) place(slot, edge, file.name, edge === asset ? null : toPlaced(asset, file.name));
  }

  function place(slot: Slot, asset: AssetView, fileName: string, original: PlacedPicture | null): void {
    const picture = toPlaced(asset, fileName);
    if (slot === "subject") {
      editor.edit("change-subject", (document) => withSubject(document, picture, asset.facts.bounds), {
        select: "subject",
      });
      return;
    }
    if (slot === "guide") {
      editor.edit("change-guide-image", (document) => ({ ...document, guide: { ...document.guide, image: picture } }));
      return;
    }
    const id = editor.ports.newElementId();
    editor.edit(
      "add-element",
      (document) => {
        const transform = placeNewElement({
          artboard: document.artboard,
          picture: picture.size,
          visible: asset.facts.bounds,
          group: slot,
          index: document[slot].length,
          isPrepared: original === null,
        });
        return addElement(document, slot, { ...picture, id, transform, visible: true, prompt: "", original });
      },
      { select: id },
    );
  }

  return {
    store,
    start(file, slot) {
      lastId += 1;
      const task: UploadTask = {
        id: lastId,
        slot,
        fileName: file.name,
        stage: "uploading",
        progress: 0,
        error: null,
        uploaded: null,
      };
      const controller = new AbortController();
      controllers.set(task.id, controller);
      // A new try for a slot that holds one picture takes the message of the last one away.
      store.setState(({ tasks }) => ({
        tasks: [...tasks.filter((other) => other.slot !== slot || isElement(task) || other.stage !== "failed"), task],
      }));
      run(task, file, controller.signal).then(
        () => remove(task.id),
        (error: unknown) => {
          if (controller.signal.aborted) remove(task.id);
          else change(task.id, { stage: "failed", error });
        },
      );
    },
    cancel(id) {
      controllers.get(id)?.abort(new Error("cancelled by hand"));
      remove(id);
    },
    takeAsIs(id) {
      const task = store.getState().tasks.find((candidate) => candidate.id === id);
      if (task?.uploaded) place(task.slot, task.uploaded, task.fileName, null);
      remove(id);
    },
  };
}

/** What has to be done to a picture, one after the other, until it is an edge as the API wants it. */
function edgeMakings(facts: AssetFacts): ((assetId: string) => Promise<AssetView>)[] {
  const kind = elementKind(facts);
  if (kind === "picture") return [(assetId) => makeEdge(assetId, DEFAULT_EDGE_DETAIL)];
  return [
    ...(kind === "inverted" ? [(assetId: string) => repairAsset(assetId, "invert")] : []),
    ...(facts.opaqueShare === 1 ? [(assetId: string) => repairAsset(assetId, "clear-ground")] : []),
  ];
}

function isElement({ slot }: UploadTask): boolean {
  return slot === "foreground" || slot === "background";
}

function toPlaced(asset: AssetView, fileName: string): PlacedPicture {
  const name = fileName.replace(/\.[a-z0-9]{2,5}$/i, "").slice(0, 200);
  return { assetId: asset.id as AssetId, size: { width: asset.width, height: asset.height }, name };
}
