"use client";

import { CircleAlert, X } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { useStore } from "zustand";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { chooseFiles } from "./choose-file.ts";
import { useStudio } from "./studio-context.tsx";
import { type Slot, TooManyElements, type UploadTask } from "./uploads.ts";

/** What is on its way into a slot, and what was refused and why. */
export function UploadRows({ slot }: { slot: Slot }) {
  const { uploads } = useStudio();
  const tasks = useStore(uploads.store, (state) => state.tasks);
  const here = tasks.filter((task) => task.slot === slot);
  if (here.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {here.map((task) => (
        <li key={task.id}>{task.stage === "failed" ? <FailedUpload task={task} /> : <RunningUpload task={task} />}</li>
      ))}
    </ul>
  );
}

function RunningUpload({ task }: { task: UploadTask }) {
  const t = useTranslations("studio.upload");
  const format = useFormatter();
  const { uploads } = useStudio();
  const isEdge = task.stage === "making-edge";
  const label = t(isEdge ? "makingEdge" : "uploading", { name: task.fileName });
  // All bytes sent is not yet an answer: the picture is being measured then.
  const share = isEdge || task.progress >= 1 ? null : task.progress;
  return (
    <div className="flex items-center gap-2 rounded-md bg-surface-3 py-1 pr-1 pl-2">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex gap-2 text-xs">
          <span className="min-w-0 flex-1 truncate">{label}</span>
          {share === null ? null : (
            <span className="text-muted">{format.number(share, { style: "percent", maximumFractionDigits: 0 })}</span>
          )}
        </div>
        <ProgressBar label={label} value={share} />
      </div>
      <IconButton label={t("cancel")} onClick={() => uploads.cancel(task.id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

function FailedUpload({ task }: { task: UploadTask }) {
  const t = useTranslations("studio.upload");
  const errorText = useErrorText();
  const { uploads } = useStudio();
  const isFull = task.error instanceof TooManyElements;
  return (
    <div role="alert" className="flex gap-2 rounded-md border border-danger/40 bg-surface-3 py-1.5 pr-1 pl-2 text-xs">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <p className="wrap-anywhere font-medium">
          {isFull ? t("tooMany", { name: task.fileName }) : t("failed", { name: task.fileName })}
        </p>
        {isFull ? null : <p className="text-pretty text-muted">{errorText(task.error).text}</p>}
        <div className="mt-0.5 flex flex-wrap gap-1">
          {task.uploaded ? <Button onClick={() => uploads.takeAsIs(task.id)}>{t("useAsIs")}</Button> : null}
          {isFull ? null : (
            <Button
              onClick={() => {
                chooseFiles((file) => {
                  uploads.cancel(task.id);
                  uploads.start(file, task.slot);
                });
              }}
            >
              {t("chooseOther")}
            </Button>
          )}
        </div>
      </div>
      <IconButton label={t("dismiss")} onClick={() => uploads.cancel(task.id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
