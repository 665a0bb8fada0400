"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { showToast } from "#components/ui/toast.tsx";
import type { ProjectView } from "#lib/api/project-view.ts";
import { systemClock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { QUERY_KEYS } from "#lib/client/queries.ts";
import { type Autosave, isDraftCurrent, startAutosave } from "#lib/editor/autosave.ts";
import { createEditor } from "#lib/editor/editor.ts";
import { keepArtboardFitted } from "#lib/editor/view.ts";
import { createAssetFactsStore, loadFacts } from "./asset-facts.ts";
import { createDraftStore } from "./draft-store.ts";
import { saveProjectDraft } from "./save-project-draft.ts";
import type { StudioSession } from "./studio-context.tsx";
import { createUploads } from "./uploads.ts";
import { createFindingsStore } from "./use-findings.ts";

/** Opens the project for editing: editor, saving, uploads and facts, until the screen is left. Null before the first effect. */
export function useSession(project: ProjectView, generate: (session: StudioSession) => void): StudioSession | null {
  const t = useTranslations("studio.save");
  const queryClient = useQueryClient();
  const [session, setSession] = useState<StudioSession | null>(null);
  const opened = useRef({ project, generate, t });
  opened.current.generate = generate;
  opened.current.t = t;

  useEffect(() => {
    const { project: start, t: text } = opened.current;
    const drafts = createDraftStore(start.id);
    const editor = createEditor(start, {
      clock: systemClock,
      newElementId: () => newId("element"),
      generate: () => opened.current.generate(current),
    });
    const facts = createAssetFactsStore();
    const autosave: Autosave = startAutosave(editor, {
      clock: systemClock,
      save: (draft, options) => saveProjectDraft(start.id, draft, options),
      drafts,
    });
    const current: StudioSession = {
      projectId: start.id,
      editor,
      autosave,
      facts,
      uploads: createUploads(editor, facts),
      findings: createFindingsStore(editor, facts),
    };

    const draft = drafts.load();
    if (draft && isDraftCurrent(draft, start.revision)) {
      const isChanged = JSON.stringify(draft.document) !== JSON.stringify(start.document);
      editor.rename(draft.name);
      if (isChanged) {
        editor.edit("restore", () => draft.document);
        showToast({
          title: text("restored"),
          action: { label: text("restoredUndo"), onAction: () => editor.undo() },
        });
      }
    }
    drafts.drop();
    void loadFacts(facts, editor.store.getState().document);
    setSession(current);

    const leave = () => autosave.leave();
    const retry = () => autosave.retry();
    const stopFitting = keepArtboardFitted(editor);
    addEventListener("pagehide", leave);
    addEventListener("online", retry);
    return () => {
      removeEventListener("pagehide", leave);
      removeEventListener("online", retry);
      stopFitting();
      current.findings.stop();
      autosave.leave();
      autosave.stop();
      void queryClient.invalidateQueries({ queryKey: QUERY_KEYS.projects });
    };
  }, [queryClient]);

  return session;
}
