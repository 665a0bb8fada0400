import type { QueryClient } from "@tanstack/react-query";
import type { RunView } from "#lib/api/run-view.ts";
import type { StudioEvent } from "#lib/api/studio-event.ts";
import { isEnded, mergeGeneration } from "./generation-order.ts";
import { QUERY_KEYS } from "./queries.ts";
import { rememberNews } from "./run-news.ts";

/** Puts one event into the cache. A run that was started elsewhere, and a cover that changed, are fetched. */
export function applyEvent(queryClient: QueryClient, { generation }: StudioEvent): void {
  rememberNews(generation);
  const key = QUERY_KEYS.runs(generation.projectId);
  const runs = queryClient.getQueryData<RunView[]>(key);
  if (runs !== undefined) {
    const merged = mergeGeneration(runs, generation);
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
