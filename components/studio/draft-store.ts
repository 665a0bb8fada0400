import { documentSchema } from "#lib/composition/document.ts";
import type { KeptDraft } from "#lib/editor/autosave.ts";

function keyOf(projectId: string): string {
  return `backlot.draft.${projectId}`;
}

/** Edits that the server has not got, in this browser. A full or forbidden storage keeps nothing, and nothing else breaks. */
export function createDraftStore(projectId: string) {
  return {
    keep(draft: KeptDraft): void {
      attempt(() => localStorage.setItem(keyOf(projectId), JSON.stringify(draft)));
    },
    drop(): void {
      attempt(() => localStorage.removeItem(keyOf(projectId)));
    },
    /** Null when there is none, or none that this version can read. */
    load(): KeptDraft | null {
      const text = attempt(() => localStorage.getItem(keyOf(projectId)));
      return text ? parseDraft(text) : null;
    },
  };
}

function parseDraft(text: string): KeptDraft | null {
  const value = attempt(() => JSON.parse(text) as Partial<KeptDraft> | null);
  const document = documentSchema.safeParse(value?.document);
  if (!value || !document.success || typeof value.name !== "string") return null;
  const { name, revision, newestPossibleRevision } = value;
  if (typeof revision !== "number" || typeof newestPossibleRevision !== "number") return null;
  return { name, revision, newestPossibleRevision, document: document.data };
}

/** Storage throws where it is switched off or full: the network is the first place to save to, this only the second. */
function attempt<Value>(action: () => Value): Value | null {
  try {
    return action();
  } catch {
    return null;
  }
}
