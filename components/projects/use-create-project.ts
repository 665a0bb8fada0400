"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { CreateProject } from "#lib/api/project-view.ts";
import { createProject } from "#lib/client/projects.ts";
import { projectsQuery } from "#lib/client/queries.ts";

/** Makes a project and opens it. `variables` of the mutation tell which card is busy. */
export function useCreateProject() {
  const t = useTranslations("projects");
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (request: CreateProject) => createProject(request),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: projectsQuery().queryKey });
      router.push(`/projects/${id}`);
    },
    onError: (error) => {
      showToast({ title: t("createFailed"), description: errorText(error).text, tone: "danger" });
    },
  });
}
