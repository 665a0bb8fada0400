"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { ProjectDocument } from "#lib/composition/document.ts";
import type { IncomingScene } from "./incoming.ts";

export interface SceneDialogProps {
  scene: IncomingScene;
  onClose(): void;
  /** What the scene becomes here; busy until it has. */
  restore: { label: string; onRestore(document: ProjectDocument): void; isBusy?: boolean };
  /** Left out where nothing can be made of a mere picture. */
  onUseAsPicture?(): void;
}

/** A dropped picture brought its scene: exactly, or flat and why. */
export function SceneDialog({ scene, onClose, restore, onUseAsPicture }: SceneDialogProps) {
  const t = useTranslations("recipe.scene");
  const shell = useTranslations("shell");
  const restoreButton = useRef<HTMLButtonElement>(null);
  const { file, reading } = scene;
  const { document, form, missing } = reading;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      closeLabel={shell("close")}
      initialFocus={restoreButton}
      footer={
        <>
          {onUseAsPicture ? (
            <Button size="medium" onClick={onUseAsPicture}>
              {t("asPicture")}
            </Button>
          ) : null}
          {document ? (
            <Button
              ref={restoreButton}
              size="medium"
              variant="primary"
              busy={restore.isBusy}
              onClick={() => restore.onRestore(document)}
            >
              {restore.label}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex items-start gap-4" data-form={form}>
        <FileThumb file={file} />
        <div className="flex min-w-0 flex-1 flex-col gap-2 text-pretty text-sm">
          <p className="wrap-anywhere font-medium">{file.name}</p>
          <p className="text-muted">
            {form === "flattened" ? t("flattened", { count: missing.length }) : t("document")}
          </p>
          {missing.length > 0 ? (
            <p className="wrap-anywhere text-muted text-xs">{t("missing", { names: missing.join(" · ") })}</p>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

function FileThumb({ file }: { file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const created = URL.createObjectURL(file);
    setAddress(created);
    return () => URL.revokeObjectURL(created);
  }, [file]);
  return (
    <span className="size-28 shrink-0 overflow-hidden rounded-md bg-surround">
      {address ? <img src={address} alt="" className="size-full object-contain" /> : null}
    </span>
  );
}
