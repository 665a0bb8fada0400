"use client";

import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { ErrorCode } from "#lib/base/error-codes.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { useEditor } from "./studio-context.tsx";

/** Whether the server has everything; what stands in the way is one press further, with the way out. */
export function SaveMark() {
  const t = useTranslations("studio.save");
  const errorText = useErrorText();
  const save = useEditor((state) => state.save);
  switch (save.status) {
    case "saved":
      return (
        <Mark>
          <Check aria-hidden className="size-3.5 text-success" />
          {t("saved")}
        </Mark>
      );
    case "unsaved":
    case "saving":
      return (
        <Mark>
          <LoaderCircle aria-hidden className="size-3.5 animate-turn" />
          {t("saving")}
        </Mark>
      );
    case "offline":
      return (
        <Trouble icon={<CloudOff aria-hidden />} label={t("offline")}>
          <p className="text-sm">{t("offlineHint")}</p>
        </Trouble>
      );
    case "conflict":
      return (
        <Trouble icon={<TriangleAlert aria-hidden />} label={t("conflict")}>
          <p className="text-sm">{t("conflictHint")}</p>
          <Button variant="primary" onClick={() => location.reload()}>
            {t("reload")}
          </Button>
        </Trouble>
      );
    case "failed":
      return (
        <Trouble icon={<TriangleAlert aria-hidden />} label={t("failed")}>
          <p className="text-sm">{errorText(new BacklotError(save.code as ErrorCode)).text}</p>
        </Trouble>
      );
  }
}

function Mark({ children }: { children: ReactNode }) {
  return (
    <span role="status" data-save-mark className="flex items-center gap-1 whitespace-nowrap text-muted text-xs">
      {children}
    </span>
  );
}

function Trouble({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <span role="status" data-save-mark>
      <Popover
        trigger={
          <Button variant="quiet" className="text-warning">
            {icon}
            {label}
          </Button>
        }
      >
        {children}
      </Popover>
    </span>
  );
}
