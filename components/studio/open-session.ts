import { createIncoming } from "#components/recipe/incoming.ts";
import type { ProjectView } from "#lib/api/project-view.ts";
import { systemClock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { saveProject } from "#lib/client/projects.ts";
import { isDraftCurrent, startAutosave } from "#lib/editor/autosave.ts";
import { createEditor } from "#lib/editor/editor.ts";
import { keepArtboardFitted } from "#lib/editor/view.ts";
import { createAssetFactsStore, loadFacts } from "./asset-facts.ts";
import { createDraftStore } from "./draft-store.ts";
import { createFindingsStore } from "./findings-store.ts";
import type { StudioSession } from "./studio-context.tsx";
import { createUploads } from "./uploads.ts";

export interface SessionPorts {
  generate(session: StudioSession): void;
  /** Edits that the last visit could not save are back; `discard` takes them away again. */
  onRestored(discard: () => void): void;
}

export interface OpenSession {
  session: StudioSession;
  /** Sends what is not saved yet and lets go of the window. */
  close(): void;
}

/** Editor, saving, uploads and facts of one project. */
export function openSession(project: ProjectView, ports: SessionPorts): OpenSession {
  const drafts = createDraftStore(project.id);
  const editor = createEditor(project, {
    clock: systemClock,
    newElementId: () => newId("element"),
    generate: () => ports.generate(session),
  });
  const facts = createAssetFactsStore();
  const autosave = startAutosave(editor, {
    clock: systemClock,
    save: ({ revision, name, document }, { isLeaving }) =>
      saveProject(project.id, { revision, name, document }, { keepalive: isLeaving }),
    drafts,
  });
  const findings = createFindingsStore(editor, facts);
  const session: StudioSession = {
    projectId: project.id,
    editor,
    autosave,
    facts,
    uploads: createUploads(editor, facts),
    incoming: createIncoming(),
    findings,
  };

  const draft = drafts.load();
  if (draft && isDraftCurrent(draft, project.revision) && isDifferent(draft, project)) {
    // It stays in the browser until the server has it.
    editor.rename(draft.name);
    editor.edit("restore", () => draft.document);
    ports.onRestored(() => {
      editor.rename(project.name);
      editor.edit("restore", () => project.document);
    });
  } else {
    drafts.drop();
  }
  void loadFacts(facts, editor.store.getState().document);

  const leaving = new AbortController();
  addEventListener("pagehide", () => autosave.leave(), { signal: leaving.signal });
  addEventListener("online", () => autosave.retry(), { signal: leaving.signal });
  const stopFitting = keepArtboardFitted(editor);
  return {
    session,
    close() {
      leaving.abort(new Error("the project was closed"));
      stopFitting();
      findings.stop();
      autosave.leave();
      autosave.stop();
    },
  };
}

function isDifferent(draft: Pick<ProjectView, "name" | "document">, project: ProjectView): boolean {
  return draft.name !== project.name || JSON.stringify(draft.document) !== JSON.stringify(project.document);
}
