"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ClipboardPaste, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { createIncoming } from "#components/recipe/incoming.ts";
import { useRequestPaste } from "#components/recipe/use-request-paste.ts";
import { ErrorNote } from "#components/shell/error-note.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { EXAMPLE_NAMES } from "#lib/api/example-names.ts";
import { projectsQuery } from "#lib/client/queries.ts";
import { ExampleCard } from "./example-card.tsx";
import { usePendingDeletions } from "./pending-deletions.ts";
import { ProjectGrid } from "./project-grid.tsx";
import { useCreateProject } from "./use-create-project.ts";
import { useDeleteProject } from "./use-delete-project.ts";

const ProjectsIncoming = dynamic(
  async () => (await import("#components/recipe/projects-incoming.tsx")).ProjectsIncoming,
  {
    ssr: false,
  },
);

/** Every project, newest edit first, and the ready scenes; who has no project yet sees the scenes large, with what this place is for. */
export function ProjectsPage() {
  const t = useTranslations("projects");
  const tShell = useTranslations("shell");
  const recipeTexts = useTranslations("recipe");
  const [incoming] = useState(createIncoming);
  useRequestPaste(incoming);
  const query = useInfiniteQuery(projectsQuery());
  const { data, error, refetch, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const hidden = usePendingDeletions();
  const create = useCreateProject();
  const deleteProject = useDeleteProject();

  const shown = data?.pages
    .flatMap((page) => page.projects)
    .filter(({ id }) => !hidden.has(id))
    .toSorted((a, b) => b.updatedAt - a.updatedAt);
  const isEmpty = shown?.length === 0 && !hasNextPage;
  const more = {
    isLoading: isFetchingNextPage,
    hasFailed: isFetchNextPageError,
    load: () => void fetchNextPage(),
  };
  // Stays busy after success: the next page is on its way.
  const isCreating = create.isPending || create.isSuccess;
  const creating = isCreating ? create.variables : undefined;

  return (
    <>
      <PageHeader />
      <main className="mx-auto flex max-w-6xl flex-col gap-9 px-4 pt-6 pb-16 sm:px-6">
        <section aria-labelledby="projects-title" className="flex flex-col gap-4">
          <div className="flex items-start gap-6">
            <div className="flex min-w-0 flex-col gap-1.5">
              <h1 id="projects-title" className="font-semibold text-lg">
                {isEmpty ? t("empty.title") : t("title")}
              </h1>
              {isEmpty ? <p className="max-w-xl text-pretty text-muted text-sm">{t("empty.text")}</p> : null}
            </div>
            <Button
              variant="quiet"
              size="medium"
              className="ml-auto"
              disabled={isCreating}
              onClick={() => incoming.setState({ text: "" })}
            >
              <ClipboardPaste aria-hidden />
              {recipeTexts("paste.action")}
            </Button>
            <Button
              variant="primary"
              size="medium"
              className="-ml-4"
              disabled={isCreating}
              busy={creating !== undefined && creating.example === undefined}
              onClick={() => create.mutate({ name: t("untitled") })}
            >
              <Plus aria-hidden />
              {t("create")}
            </Button>
          </div>
          {shown === undefined && error ? (
            <ErrorNote
              title={t("loadFailed")}
              error={error}
              onRetry={() => void refetch()}
              className="rounded-md bg-surface-2 ring-1 ring-hairline"
            />
          ) : isEmpty ? null : (
            <ProjectGrid projects={shown} onDelete={deleteProject} more={hasNextPage ? more : null} />
          )}
        </section>

        <section aria-labelledby="examples-title" className="flex flex-col gap-3">
          <div className="flex flex-col gap-0.5">
            <h2 id="examples-title" className="font-semibold text-base">
              {t("examples.title")}
            </h2>
            <p className="text-muted text-sm">{t("examples.text")}</p>
          </div>
          <ul className={cn("grid gap-4 lg:grid-cols-3", isEmpty ? "sm:grid-cols-3" : "md:grid-cols-2")}>
            {EXAMPLE_NAMES.map((name) => (
              <ExampleCard
                key={name}
                name={name}
                isLarge={isEmpty}
                disabled={isCreating}
                busy={creating?.example === name}
                onOpen={() => create.mutate({ example: name, name: t(`examples.${name}.name`) })}
              />
            ))}
          </ul>
        </section>
      </main>
      <footer className="mx-auto flex max-w-6xl px-4 py-4 text-muted text-xs sm:px-6">
        <Link href="/api-reference" prefetch={false} className="focus-ring rounded-sm hover:text-ink hover:underline">
          {tShell("apiReference")}
        </Link>
      </footer>
      <ProjectsIncoming incoming={incoming} />
    </>
  );
}
