"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { RunsStrip } from "#components/runs/runs-strip.tsx";
import { EventStream } from "#components/shell/event-stream.tsx";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { ScrollArea } from "#components/ui/scroll-area.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { ProjectView } from "#lib/api/project-view.ts";
import type { PictureView, RunView } from "#lib/api/run-view.ts";
import { newId } from "#lib/base/ids.ts";
import { QUERY_KEYS } from "#lib/client/queries.ts";
import { createRun } from "#lib/client/runs.ts";
import { CanvasArea } from "./canvas-area.tsx";
import { DropZones } from "./drop-zones.tsx";
import { showFinding } from "./finding-actions.ts";
import { InputsPanel } from "./inputs-panel.tsx";
import { Inspector } from "./inspector.tsx";
import { LayersPanel } from "./layers-panel.tsx";
import { type PanelName, PanelTabs } from "./panel-tabs.tsx";
import { StudioProvider, type StudioSession } from "./studio-context.tsx";
import { StudioSkeleton } from "./studio-skeleton.tsx";
import { TopBar } from "./top-bar.tsx";
import { useFindingText } from "./use-finding-text.ts";
import { useSession } from "./use-session.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const Desk = dynamic(async () => (await import("#components/compare/desk.tsx")).Desk, { ssr: false });

export function Studio({ project }: { project: ProjectView }) {
  const [isSending, setIsSending] = useState(false);
  const send = useGenerate(project.id, setIsSending);
  const session = useSession(project, send);
  if (!session) return <StudioSkeleton />;
  return (
    <StudioProvider session={session}>
      <Screen session={session} isSending={isSending} />
    </StudioProvider>
  );
}

function Screen({ session, isSending }: { session: StudioSession; isSending: boolean }) {
  const t = useTranslations("studio");
  const [opened, setOpened] = useState<{ run: RunView; picture: PictureView } | null>(null);
  const [preview, setPreview] = useState<PictureView | null>(null);
  const [panel, setPanel] = useState<PanelName>("canvas");
  useShortcuts(session.editor, opened !== null);
  useTitle(session);
  return (
    <div
      data-panel={panel}
      className="group/studio grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[44px_minmax(0,1fr)_auto_auto] overflow-hidden md:grid-cols-[272px_minmax(0,1fr)_272px] md:grid-rows-[44px_minmax(0,1fr)_auto]"
    >
      <EventStream />
      <TopBar />
      <div className="min-h-0 border-hairline md:row-span-2 md:border-r max-md:group-not-data-[panel=inputs]/studio:hidden">
        <InputsPanel isSending={isSending} />
      </div>
      <main className="relative min-h-0 min-w-0 max-md:group-not-data-[panel=canvas]/studio:hidden">
        <CanvasArea preview={preview} />
        <DropZones />
      </main>
      <aside
        aria-label={t("layers.title")}
        className="min-h-0 border-hairline bg-surface-2 md:border-l max-md:group-not-data-[panel=layers]/studio:hidden"
      >
        <ScrollArea className="h-full">
          <LayersPanel />
          <div className="border-hairline border-t">
            <Inspector />
          </div>
        </ScrollArea>
      </aside>
      <div className="min-w-0 md:col-span-2 max-md:group-data-[panel=inputs]/studio:hidden">
        <RunsStrip
          projectId={session.projectId}
          onOpenPicture={(run, picture) => setOpened({ run, picture })}
          onPreviewPicture={setPreview}
        />
      </div>
      <PanelTabs value={panel} onValueChange={setPanel} />
      {opened ? <Desk run={opened.run} pictureId={opened.picture.id} onClose={() => setOpened(null)} /> : null}
    </div>
  );
}

/** Saves, then sends exactly what was saved. What pre-flight forbids is shown instead. */
function useGenerate(projectId: string, setIsSending: (isSending: boolean) => void) {
  const t = useTranslations("studio.generate");
  const errorText = useErrorText();
  const findingText = useFindingText();
  const queryClient = useQueryClient();
  return async (session: StudioSession): Promise<void> => {
    const { editor, autosave, findings } = session;
    const blocking = findings.getState().find(({ severity }) => severity === "error");
    if (blocking) {
      showToast({ title: findingText(blocking), tone: "danger" });
      showFinding(session, blocking);
      return;
    }
    setIsSending(true);
    try {
      const revision = await autosave.flush();
      const { versions, n } = editor.store.getState().document.output;
      await createRun({ projectId, revision, versions, n }, newId("press"));
      await queryClient.invalidateQueries({ queryKey: QUERY_KEYS.runs(projectId) });
    } catch (error) {
      const { status } = editor.store.getState().save;
      const reason =
        status === "conflict" ? t("conflict") : status === "offline" ? t("notSaved") : errorText(error).text;
      showToast({ title: t("failed"), description: reason, tone: "danger" });
    } finally {
      setIsSending(false);
    }
  };
}

function useTitle({ editor }: StudioSession): void {
  useEffect(() => {
    const show = () => {
      document.title = `${editor.store.getState().name} · Backlot`;
    };
    show();
    return editor.store.subscribe(show);
  }, [editor]);
}
