"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useStore } from "zustand";
import { useDrawerMemory } from "#components/recipe/use-drawer-memory.ts";
import { useRequestPaste } from "#components/recipe/use-request-paste.ts";
import { RunsStrip, type ShownPicture } from "#components/runs/runs-strip.tsx";
import { ScrollArea } from "#components/ui/scroll-area.tsx";
import type { ProjectView } from "#lib/api/project-view.ts";
import type { GenerationView, PictureView, RunView } from "#lib/api/run-view.ts";
import type { GenerationId } from "#lib/base/ids.ts";
import { CanvasArea } from "./canvas-area.tsx";
import { DropZones } from "./drop-zones.tsx";
import { StudioFailureLayers } from "./failure-layers.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { InputsPanel } from "./inputs-panel.tsx";
import { Inspector } from "./inspector.tsx";
import { LayersPanel } from "./layers-panel.tsx";
import { type PanelName, PanelTabs } from "./panel-tabs.tsx";
import { StudioProvider, type StudioSession, useEditor } from "./studio-context.tsx";
import { StudioSkeleton } from "./studio-skeleton.tsx";
import { TopBar } from "./top-bar.tsx";
import { useGenerate } from "./use-generate.ts";
import { usePageTitle } from "./use-page-title.ts";
import { useSession } from "./use-session.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const RecipeDrawer = dynamic(async () => (await import("#components/recipe/recipe-drawer.tsx")).RecipeDrawer, {
  ssr: false,
});
const StudioIncoming = dynamic(async () => (await import("#components/recipe/studio-incoming.tsx")).StudioIncoming, {
  ssr: false,
});
const Desk = dynamic(async () => (await import("#components/compare/desk.tsx")).Desk, { ssr: false });

export function Studio({ project }: { project: ProjectView }) {
  const [panel, setPanel] = useState<PanelName>("canvas");
  // A phone shows one panel at a time: what was asked for is seen arriving beside the canvas.
  const { generate, isSending } = useGenerate(project.id, { onStarted: () => setPanel("canvas") });
  const session = useSession(project, generate);
  if (!session) return <StudioSkeleton />;
  return (
    <StudioProvider session={session}>
      <Screen session={session} isSending={isSending} panel={panel} onPanelChange={setPanel} />
    </StudioProvider>
  );
}

interface ScreenProps {
  session: StudioSession;
  isSending: boolean;
  panel: PanelName;
  onPanelChange(panel: PanelName): void;
}

function Screen({ session, isSending, panel, onPanelChange }: ScreenProps) {
  const t = useTranslations("studio");
  const [opened, setOpened] = useState<{ run: RunView; picture: PictureView } | null>(null);
  const [preview, setPreview] = useState<ShownPicture | null>(null);
  useShortcuts(session.editor, opened !== null);
  usePageTitle(session);
  useDrawerMemory(session.editor);
  useRequestPaste(session.incoming);
  const hasIncoming = useStore(session.incoming, ({ text, scene }) => text !== null || scene !== null);
  const isRecipeOpen = useEditor((state) => state.shownRecipe !== null);
  function showRecipe({ id }: GenerationView): void {
    setOpened(null);
    session.editor.store.setState({ shownRecipe: id as GenerationId });
  }

  return (
    <div
      data-panel={panel}
      className="group/studio grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[44px_minmax(0,1fr)_auto_auto] overflow-hidden md:grid-cols-[272px_minmax(0,1fr)_272px] md:grid-rows-[44px_minmax(0,1fr)_auto]"
    >
      <TopBar />
      <div className="min-h-0 border-hairline md:row-span-2 md:border-r max-md:group-not-data-[panel=inputs]/studio:hidden">
        <InputsPanel isSending={isSending} />
      </div>
      <div className="flex min-h-0 min-w-0 max-md:group-not-data-[panel=canvas]/studio:hidden">
        <main className="relative min-h-0 min-w-0 flex-1">
          <CanvasArea preview={preview} />
          <DropZones />
        </main>
        {isRecipeOpen ? <RecipeDrawer /> : null}
      </div>
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
        <StudioFailureLayers>
          <RunsStrip
            projectId={session.projectId}
            onOpenPicture={(run, picture) => setOpened({ run, picture })}
            onPreviewPicture={setPreview}
            onShowRecipe={showRecipe}
          />
        </StudioFailureLayers>
      </div>
      <PanelTabs value={panel} onValueChange={onPanelChange} />
      <HelpDialog />
      {hasIncoming ? <StudioIncoming /> : null}
      {opened ? (
        <Desk
          run={opened.run}
          pictureId={opened.picture.id}
          onShowRecipe={showRecipe}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </div>
  );
}
