"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ErrorNote } from "#components/shell/error-note.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { projectQuery } from "#lib/client/queries.ts";
import { Studio } from "./studio.tsx";
import { StudioSkeleton } from "./studio-skeleton.tsx";

/** Fetches the project once; from then on the editor's store is what is true. */
export function StudioPage({ projectId }: { projectId: string }) {
  const t = useTranslations("studio");
  const { data: project, error, refetch } = useQuery(projectQuery(projectId));
  if (project) return <Studio key={project.id} project={project} />;
  if (!error) return <StudioSkeleton />;
  return (
    <>
      <PageHeader />
      <main className="mx-auto max-w-lg p-6">
        <ErrorNote title={t("loadFailed")} error={error} onRetry={() => void refetch()} />
      </main>
    </>
  );
}
