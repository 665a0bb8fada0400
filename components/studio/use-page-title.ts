"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { runsProgress } from "#components/runs/kiln.ts";
import { runsQuery } from "#lib/client/queries.ts";
import { type RunPages, runsOf } from "#lib/client/run-pages.ts";
import type { StudioSession } from "./studio-context.tsx";
import { useEditor } from "./studio-context.tsx";

const progressOf = (pages: RunPages) => runsProgress(runsOf(pages));

/** The tab says which project it is and, from behind other tabs too, how far its pictures are. */
export function usePageTitle({ projectId }: StudioSession): void {
  const name = useEditor((state) => state.name);
  const { data: progress } = useInfiniteQuery({ ...runsQuery(projectId), select: progressOf });
  const count = progress ? `${progress.done}/${progress.total} · ` : "";
  useEffect(() => {
    document.title = `${count}${name} · Backlot`;
  }, [count, name]);
}
