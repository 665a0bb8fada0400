import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { PromptReading, PromptRole } from "#lib/api/prompt-reading.ts";
import { type Clock, systemClock } from "#lib/base/clock.ts";
import { requestJson } from "./http.ts";
import { getProject, listProjects } from "./projects.ts";
import { readPrompt } from "./prompts.ts";
import { generationRecipe } from "./recipes.ts";
import { withNews } from "./run-news.ts";
import { listRuns } from "./runs.ts";

/** Every key of the cache, in one place. */
export const QUERY_KEYS = {
  about: ["about"],
  projects: ["projects"],
  project: (projectId: string) => ["project", projectId],
  /** Prefix of the runs of every project. */
  allRuns: ["runs"],
  runs: (projectId: string) => ["runs", projectId],
  generationRecipe: (generationId: string) => ["generation-recipe", generationId],
  promptReading: (prompt: string, role: PromptRole) => ["prompt-reading", prompt, role],
} as const;

const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
};

/** Newest save first, page by page. */
export function projectsQuery() {
  return infiniteQueryOptions({
    ...paged,
    queryKey: QUERY_KEYS.projects,
    queryFn: ({ pageParam, signal }) => listProjects(pageParam, signal),
  });
}

/** For opening a project; the editor's store owns it from then on, so it is never fetched again behind its back. */
export function projectQuery(projectId: string) {
  return queryOptions({
    queryKey: QUERY_KEYS.project(projectId),
    queryFn: ({ signal }) => getProject(projectId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Newest first, page by page; kept up to date by the event stream. */
export function runsQuery(projectId: string) {
  return infiniteQueryOptions({
    ...paged,
    queryKey: QUERY_KEYS.runs(projectId),
    queryFn: async ({ pageParam, signal }) => {
      const { runs, nextCursor } = await listRuns(projectId, pageParam, signal);
      return { runs: withNews(runs), nextCursor };
    },
  });
}

/** What was sent never changes. */
export function generationRecipeQuery(generationId: string) {
  return queryOptions({
    queryKey: QUERY_KEYS.generationRecipe(generationId),
    queryFn: ({ signal }) => generationRecipe(generationId, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A pause in typing: the reading of a text that was typed over sooner is never asked for. */
const TYPING_PAUSE_MS = 400;

/** What the preview engine makes of a prompt, a moment after it was typed; until then what the one before it has in common with it. */
export function promptReadingQuery(prompt: string, role: PromptRole, clock: Clock = systemClock) {
  return queryOptions({
    queryKey: QUERY_KEYS.promptReading(prompt, role),
    queryFn: async ({ signal }) => {
      await clock.sleep(TYPING_PAUSE_MS, signal);
      return readPrompt(prompt, role, signal);
    },
    placeholderData: (before: PromptReading | undefined) =>
      before && { unknown: before.unknown.filter((word) => prompt.toLowerCase().includes(word)) },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

export function aboutQuery() {
  return queryOptions({
    queryKey: QUERY_KEYS.about,
    queryFn: ({ signal }) =>
      requestJson("/api/about", async () => (await import("#lib/api/about-view.ts")).aboutSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
