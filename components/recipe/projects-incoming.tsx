"use client";

import { FileInput } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useStore } from "zustand";
import { hasFiles } from "#components/studio/file-target.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { IncomingStore } from "./incoming.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import { SceneDialog } from "./scene-dialog.tsx";
import { useNewProject } from "./use-new-project.ts";
import { useTakeFiles } from "./use-take-files.ts";

/** What is pasted or dropped on the page of projects becomes a new one. */
export function ProjectsIncoming({ incoming }: { incoming: IncomingStore }) {
  const t = useTranslations("recipe");
  const { text, scene } = useStore(incoming);
  const newProject = useNewProject();
  const isBusy = newProject.isPending || newProject.isSuccess;
  return (
    <>
      <DropCurtain incoming={incoming} />
      {text === null ? null : (
        <PasteDialog
          key={text}
          text={text}
          open={null}
          isBusy={isBusy}
          onNewProject={(document, name) => newProject.mutate({ document, name })}
          onClose={() => incoming.setState({ text: null })}
        />
      )}
      {scene ? (
        <SceneDialog
          scene={scene}
          onClose={() => incoming.setState({ scene: null })}
          restore={{
            label: t("scene.open"),
            isBusy,
            onRestore: (document) =>
              newProject.mutate({ document, name: scene.file.name.replace(/\.[a-z0-9]{2,5}$/i, "").slice(0, 80) }),
          }}
        />
      ) : null}
    </>
  );
}

/** Over the page while a file is dragged across it. */
function DropCurtain({ incoming }: { incoming: IncomingStore }) {
  const t = useTranslations("recipe.scene");
  const [isDragging, setIsDragging] = useState(false);
  const takeFiles = useTakeFiles(incoming, ({ name }) =>
    showToast({ title: t("none", { name }), description: t("noneProjects") }),
  );
  const take = useRef(takeFiles);
  take.current = takeFiles;

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const hold = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsDragging(true);
    };
    addEventListener("dragenter", hold, { signal });
    addEventListener("dragover", hold, { signal });
    addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && setIsDragging(false), { signal });
    addEventListener(
      "drop",
      (event) => {
        setIsDragging(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        take.current(event.dataTransfer?.files ?? [], null);
      },
      { signal },
    );
    return () => controller.abort();
  }, []);

  if (!isDragging) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-30 grid place-items-center bg-surface-1/85 p-6">
      <p className="flex flex-col items-center gap-3 rounded-lg border-2 border-control-edge border-dashed bg-surface-2 px-10 py-8 text-center font-medium text-sm">
        <FileInput aria-hidden className="size-6 text-muted" />
        {t("dropTitle")}
      </p>
    </div>
  );
}
