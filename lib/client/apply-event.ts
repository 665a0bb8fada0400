import type { QueryClient } from "@tanstack/react-query";
import type { StudioEvent } from "#lib/api/studio-event.ts";
import { isEnded } from "./generation-order.ts";
import { QUERY_KEYS } from "./queries.ts";
import { rememberNews } from "./run-news.ts";
import { mergeIntoPages, type RunPages } from "./run-pages.ts";

/** Puts one event into the cache. A run that was started elsewhere, and a cover that changed, are fetched. */
export function applyEvent(queryClient: QueryClient, { generation }: StudioEvent): void {
  rememberNews(generation);
  const key = QUERY_KEYS.runs(generation.projectId);
  const runs = queryClient.getQueryData<RunPages>(key);
  if (runs !== undefined) {
    const merged = mergeIntoPages(runs, generation);
    if (merged === null) void queryClient.invalidateQueries({ queryKey: key });
    else queryClient.setQueryData(key, merged);
  }
  if (isEnded(generation)) void queryClient.invalidateQueries({ queryKey: QUERY_KEYS.projects });
}

/** What may have changed unseen, while no connection stood. */
export function refetchEverything(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ queryKey: QUERY_KEYS.allRuns });
  void queryClient.invalidateQueries({ queryKey: QUERY_KEYS.projects });
}
