"use client";

import { Replace, Trash2, Upload } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { chooseFiles } from "./choose-file.ts";
import { FileTarget } from "./file-target.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";
import { UploadRows } from "./upload-row.tsx";

export function GuideImageSlot() {
  const t = useTranslations("studio");
  const { editor, uploads } = useStudio();
  const image = useEditor((state) => state.document.guide.image);
  const choose = () => chooseFiles((file) => uploads.start(file, "guide"));
  return (
    <div className="flex flex-col gap-1">
      <Tooltip
        side="right"
        content={
          <span className="flex flex-col gap-0.5">
            {t("guide.imageHelp")}
            <code className="font-mono text-muted">ref_image_url</code>
          </span>
        }
      >
        <span className="self-start text-muted text-xs">{t("guide.image")}</span>
      </Tooltip>
      <FileTarget slot="guide" className="rounded-md">
        {image ? (
          <div data-field="image" className="flex items-center gap-2.5 rounded-md bg-surface-3 p-1.5">
            <img
              src={assetUrl(image.assetId, { longSide: 256 })}
              alt=""
              className="size-14 shrink-0 rounded-sm bg-surface-5 object-cover"
            />
            <span className="flex min-w-0 flex-1 flex-col gap-0.5 text-xs">
              <span className="truncate font-medium">{image.name}</span>
              <span className="text-muted">
                {t("subject.size", { width: String(image.size.width), height: String(image.size.height) })}
              </span>
            </span>
            <span className="flex flex-col">
              <IconButton label={t("subject.replace")} onClick={choose}>
                <Replace aria-hidden />
              </IconButton>
              <IconButton
                label={t("subject.remove")}
                onClick={() =>
                  editor.edit("remove-guide-image", (document) => ({
                    ...document,
                    guide: { ...document.guide, image: null },
                  }))
                }
              >
                <Trash2 aria-hidden />
              </IconButton>
            </span>
          </div>
        ) : (
          <button
            type="button"
            data-field="image"
            onClick={choose}
            className="focus-ring flex w-full items-center gap-2.5 rounded-md border border-control-edge border-dashed px-3 py-2.5 text-left transition-colors hover:bg-surface-3"
          >
            <Upload aria-hidden className="size-4 shrink-0 text-guide" />
            <span className="flex min-w-0 flex-col text-xs">
              <span className="font-medium">{t("guide.chooseImage")}</span>
              <span className="text-muted">{t("guide.imageHint")}</span>
            </span>
          </button>
        )}
      </FileTarget>
      <UploadRows slot="guide" />
    </div>
  );
}
