"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { type More, MoreButton } from "#components/shell/more-button.tsx";
import { useFocusFirstNew } from "#components/shell/use-focus-first-new.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ProjectSummary } from "#lib/api/project-view.ts";
import { ProjectCard } from "./project-card.tsx";

const GRID =
  "grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-x-4 gap-y-5 sm:grid-cols-[repeat(auto-fill,minmax(176px,1fr))]";
const SKELETONS = ["a", "b", "c", "d", "e", "f"];

export interface ProjectGridProps {
  /** Undefined while they load. */
  projects: readonly ProjectSummary[] | undefined;
  onDelete(project: ProjectSummary): void;
  /** Null when these are all. */
  more: More | null;
}

export function ProjectGrid({ projects, onDelete, more }: ProjectGridProps) {
  const t = useTranslations("projects");
  const list = useRef<HTMLUListElement>(null);
  const focusFirstNew = useFocusFirstNew(list, "a", projects?.length ?? 0);
  if (projects === undefined) {
    return (
      <div className={GRID} aria-busy="true">
        {SKELETONS.map((key) => (
          <div key={key} className="flex flex-col gap-2">
            <Skeleton className="aspect-square" />
            <Skeleton className="h-3.5 w-3/4" />
            <Skeleton className="h-3 w-1/2" />
          </div>
        ))}
      </div>
    );
  }
  return (
    <>
      <ul ref={list} className={GRID}>
        {projects.map((project) => (
          <ProjectCard key={project.id} project={project} onDelete={() => onDelete(project)} />
        ))}
      </ul>
      {more ? (
        <MoreButton more={more} label={t("showMore")} size="medium" className="self-center" onPress={focusFirstNew} />
      ) : null}
    </>
  );
}
