"use client";

import { Check, Replace, Trash2, Upload } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { removeSubject } from "#lib/composition/create-document.ts";
import { layerBounds, shareOnArtboard } from "#lib/composition/geometry.ts";
import { chooseFiles } from "./choose-file.ts";
import { FileTarget } from "./file-target.tsx";
import { PanelSection } from "./panel-section.tsx";
import { PictureThumb } from "./picture-thumb.tsx";
import { useAssetFacts, useEditor, useStudio } from "./studio-context.tsx";
import { UploadRows } from "./upload-row.tsx";

export function SubjectSlot() {
  const t = useTranslations("studio.subject");
  const { editor, uploads } = useStudio();
  const subject = useEditor((state) => state.document.subject);
  const choose = () => chooseFiles((file) => uploads.start(file, "subject"));
  return (
    <PanelSection
      title={t("title")}
      mark="subject"
      aside={
        subject ? (
          <>
            <IconButton label={t("replace")} onClick={choose}>
              <Replace aria-hidden />
            </IconButton>
            <IconButton
              label={t("remove")}
              onClick={() => editor.edit("remove-subject", removeSubject, { select: null })}
            >
              <Trash2 aria-hidden />
            </IconButton>
          </>
        ) : null
      }
    >
      <FileTarget slot="subject" className="rounded-md">
        {subject ? (
          <SubjectCard />
        ) : (
          <button
            type="button"
            data-field="subject"
            onClick={choose}
            className="focus-ring flex w-full flex-col items-center gap-1 rounded-md border border-control-edge border-dashed px-3 py-4 text-center transition-colors hover:bg-surface-3"
          >
            <Upload aria-hidden className="size-4 text-subject" />
            <span className="font-medium text-xs">{t("choose")}</span>
            <span className="text-muted text-xs">{t("hint")}</span>
          </button>
        )}
      </FileTarget>
      <UploadRows slot="subject" />
    </PanelSection>
  );
}

function SubjectCard() {
  const t = useTranslations("studio.subject");
  const format = useFormatter();
  const { editor } = useStudio();
  const subject = useEditor((state) => state.document.subject);
  const artboard = useEditor((state) => state.document.artboard);
  const isSelected = useEditor((state) => state.selection === "subject");
  const facts = useAssetFacts(subject?.assetId);
  if (!subject) return null;
  const box = layerBounds(subject.size, subject.transform, facts?.bounds ?? undefined);
  const shown = shareOnArtboard(box, artboard) * box.width * box.height;
  const fill = shown / (artboard.width * artboard.height);
  const isTransparent = facts && facts.transparentShare > 0;
  return (
    <button
      type="button"
      data-field="subject"
      aria-pressed={isSelected}
      onClick={() => editor.select("subject")}
      className="focus-ring flex w-full items-center gap-2.5 rounded-md bg-surface-3 p-1.5 text-left transition-colors hover:bg-surface-4"
    >
      <PictureThumb picture={subject} className="checkerboard size-14" />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5 text-xs">
        <span className="truncate font-medium">{subject.name}</span>
        <span className="truncate text-muted">
          {t("size", { width: String(subject.size.width), height: String(subject.size.height) })}
          {facts
            ? ` · ${t("fill", { percent: format.number(fill, { style: "percent", maximumFractionDigits: 0 }) })}`
            : null}
        </span>
        {isTransparent ? (
          <Tooltip content={t("checked")} side="right">
            <span className="flex items-center gap-1 text-success">
              <Check aria-hidden className="size-3.5" />
              {t("transparent")}
            </span>
          </Tooltip>
        ) : null}
      </span>
    </button>
  );
}
