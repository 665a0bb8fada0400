"use client";

import { Eye, Hand, MousePointer2, Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import type { ShownPicture } from "#components/runs/runs-strip.tsx";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { toScreen } from "#lib/editor/kernels/camera.ts";
import { chooseFiles } from "./choose-file.ts";
import { CommandButton } from "./command-button.tsx";
import { focusField } from "./focus-field.ts";
import { ResultPreview } from "./result-preview.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";
import { useViewOnly } from "./use-view-only.ts";

const CanvasStage = dynamic(async () => (await import("#components/canvas/canvas-stage.tsx")).CanvasStage, {
  ssr: false,
  loading: () => (
    <div className="grid h-full w-full place-items-center bg-surround">
      <Skeleton className="aspect-square h-2/3 rounded-none" />
    </div>
  ),
});

/** The middle of the screen: artboard, tools, the bar under the selection, and a result held up over the scene. */
export function CanvasArea({ preview }: { preview: ShownPicture | null }) {
  const t = useTranslations("studio");
  const { editor } = useStudio();
  const isViewOnly = useViewOnly();
  const artboard = useEditor((state) => state.document.artboard);
  const isEmpty = useEditor(
    ({ document }) => !document.subject && document.foreground.length + document.background.length === 0,
  );
  return (
    <div className="relative h-full min-h-0 min-w-0 overflow-hidden bg-surround">
      <CanvasStage
        editor={editor}
        label={t("canvas.label", { width: String(artboard.width), height: String(artboard.height) })}
        description={t("canvas.description")}
        isViewOnly={isViewOnly}
        onEditLayer={(layer) => focusField(`prompt ${layer}`)}
      >
        <SelectionBar />
      </CanvasStage>
      <ArtboardSize />
      {preview ? <ResultPreview {...preview} /> : null}
      {isEmpty ? <EmptyArtboard /> : null}
      <Tools />
    </div>
  );
}

function Tools() {
  const t = useTranslations("studio");
  const tool = useEditor((state) => state.tool);
  const isShownAsSent = useEditor((state) => state.isShownAsSent);
  return (
    <div
      role="toolbar"
      aria-label={t("canvas.tools")}
      aria-orientation="vertical"
      className="floating absolute top-3 left-3 flex flex-col gap-0.5 rounded-md p-1 max-md:hidden"
    >
      <CommandButton command="tool-move" label={t("commands.tool-move")} pressed={tool === "move"} tooltipSide="right">
        <MousePointer2 aria-hidden />
      </CommandButton>
      <CommandButton command="tool-hand" label={t("commands.tool-hand")} pressed={tool === "hand"} tooltipSide="right">
        <Hand aria-hidden />
      </CommandButton>
      <span aria-hidden className="mx-1 my-0.5 h-px bg-hairline" />
      <CommandButton
        command="show-as-sent"
        label={t("commands.show-as-sent")}
        pressed={isShownAsSent}
        tooltipSide="right"
      >
        <Eye aria-hidden />
      </CommandButton>
    </div>
  );
}

/** Stands under the artboard's lower left corner, outside the picture. */
function ArtboardSize() {
  const t = useTranslations("studio");
  const artboard = useEditor((state) => state.document.artboard);
  const camera = useEditor((state) => state.camera);
  const isMeasured = useEditor((state) => state.viewport !== null);
  const isShownAsSent = useEditor((state) => state.isShownAsSent);
  if (!isMeasured) return null;
  const corner = toScreen(camera, { x: 0, y: artboard.height });
  return (
    <p
      className="pointer-events-none absolute top-0 left-0 whitespace-nowrap text-ink/70 text-xs"
      style={{ transform: `translate(${Math.round(corner.x)}px, ${Math.round(corner.y) + 6}px)` }}
    >
      {t("subject.size", { width: String(artboard.width), height: String(artboard.height) })}
      {isShownAsSent ? ` · ${t("canvas.asSentNotice")}` : null}
    </p>
  );
}

function EmptyArtboard() {
  const t = useTranslations("studio.canvas");
  const { uploads } = useStudio();
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center">
      <div className="flex max-w-72 flex-col items-center gap-2 rounded-lg bg-surface-2/95 p-5 text-center">
        <Upload aria-hidden className="size-6 text-subject" />
        <p className="font-medium text-sm">{t("emptyTitle")}</p>
        <p className="text-pretty text-muted text-xs">{t("emptyText")}</p>
        <Button
          size="medium"
          className="pointer-events-auto mt-1"
          onClick={() => chooseFiles((file) => uploads.start(file, "subject"))}
        >
          {t("emptyAction")}
        </Button>
      </div>
    </div>
  );
}
