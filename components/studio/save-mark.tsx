"use client";

import { useMutation } from "@tanstack/react-query";
import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { ErrorCode } from "#lib/base/error-codes.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { getProject } from "#lib/client/projects.ts";
import { useEditor, useStudio } from "./studio-context.tsx";

/** Whether the server has everything; what stands in the way is one press further, with the way out. */
export function SaveMark() {
  const t = useTranslations("studio.save");
  const errorText = useErrorText();
  const save = useEditor((state) => state.save);
  const { projectId, autosave } = useStudio();
  const overruling = useMutation({
    mutationFn: () => getProject(projectId),
    onSuccess: ({ revision }) => autosave.overrule(revision),
    onError: (error) => showToast({ title: t("failed"), description: errorText(error).text, tone: "danger" }),
  });
  switch (save.status) {
    case "saved":
      return (
        <Mark>
          <Check aria-hidden className="size-3.5 text-success" />
          <span className="max-sm:sr-only">{t("saved")}</span>
        </Mark>
      );
    case "unsaved":
    case "saving":
      return (
        <Mark>
          <LoaderCircle aria-hidden className="size-3.5 animate-turn" />
          <span className="max-sm:sr-only">{t("saving")}</span>
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
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" onClick={() => location.reload()}>
              {t("reload")}
            </Button>
            <Button busy={overruling.isPending} onClick={() => overruling.mutate()}>
              {t("keepMine")}
            </Button>
          </div>
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
            <span className="max-sm:sr-only">{label}</span>
          </Button>
        }
      >
        {children}
      </Popover>
    </span>
  );
}
