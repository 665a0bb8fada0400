"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { showToast } from "#components/ui/toast.tsx";
import { createProject, saveProject } from "#lib/client/projects.ts";
import { projectsQuery } from "#lib/client/queries.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";

/** Makes a project of a document from elsewhere and opens it. */
export function useNewProject() {
  const t = useTranslations("recipe.paste");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: async ({ document, name }: { document: ProjectDocument; name: string }) => {
      const { id, revision } = await createProject({ name });
      await saveProject(id, { revision, document });
      return id;
    },
    onSuccess: (id) => {
      void queryClient.invalidateQueries({ queryKey: projectsQuery().queryKey });
      router.push(`/projects/${id}`);
    },
    onError: (error) => showToast({ title: t("failed"), description: errorText(error).text, tone: "danger" }),
  });
}
