"use client";

import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { ProjectList, ProjectSummary } from "#lib/api/project-view.ts";
import { deleteProject } from "#lib/client/projects.ts";
import { projectsQuery } from "#lib/client/queries.ts";
import { setDeletionPending } from "./pending-deletions.ts";

/** Hides the project at once and deletes it when the toast with “Undo” is gone; a page that is closed before deletes nothing. */
export function useDeleteProject(): (project: ProjectSummary) => void {
  const t = useTranslations("projects");
  const errorText = useErrorText();
  const queryClient = useQueryClient();

  async function deleteForGood({ id, name }: ProjectSummary): Promise<void> {
    try {
      await deleteProject(id);
      queryClient.setQueryData(projectsQuery().queryKey, (known) => known && withoutProject(known, id));
    } catch (error) {
      void queryClient.invalidateQueries({ queryKey: projectsQuery().queryKey });
      showToast({ title: t("removeFailed", { name }), description: errorText(error).text, tone: "danger" });
    } finally {
      setDeletionPending(id, false);
    }
  }

  return (project) => {
    let undone = false;
    setDeletionPending(project.id, true);
    showToast({
      title: t("removed", { name: project.name }),
      action: {
        label: t("undo"),
        onAction: () => {
          undone = true;
        },
      },
      onGone: () => {
        if (undone) setDeletionPending(project.id, false);
        else void deleteForGood(project);
      },
    });
  };
}

function withoutProject<Data extends InfiniteData<ProjectList, unknown>>(data: Data, id: string): Data {
  const pages = data.pages.map((page) => ({ ...page, projects: page.projects.filter((project) => project.id !== id) }));
  return { ...data, pages };
}
