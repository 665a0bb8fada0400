import { createStore, type StoreApi } from "zustand/vanilla";
import type { Finding } from "#lib/composition/finding.ts";
import { preflight } from "#lib/composition/preflight.ts";
import type { Editor } from "#lib/editor/editor.ts";
import type { AssetFactsStore } from "./asset-facts.ts";

export interface FindingsStore extends StoreApi<readonly Finding[]> {
  stop(): void;
}

/** Pre-flight runs once for each change of the document or the facts, however many parts of the screen show it. */
export function createFindingsStore(editor: Editor, facts: AssetFactsStore): FindingsStore {
  const check = () => preflight(editor.store.getState().document, facts.getState());
  const store = createStore<readonly Finding[]>()(check);
  const update = () => {
    const found = check();
    // The same findings stay the same object: most key strokes change none, and no row need render for them.
    if (JSON.stringify(found) !== JSON.stringify(store.getState())) store.setState(found, true);
  };
  const stopEditor = editor.store.subscribe(({ document }, before) => {
    if (document !== before.document) update();
  });
  const stopFacts = facts.subscribe(update);
  return {
    ...store,
    stop() {
      stopEditor();
      stopFacts();
    },
  };
}
