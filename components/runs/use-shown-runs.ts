import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { More } from "#components/shell/more-button.tsx";
import { runsQuery } from "#lib/client/queries.ts";
import { runsOf } from "#lib/client/run-pages.ts";

/** As many are shown at first, and as many more with every press: a tile for each picture of hundreds of runs would be slow. */
const RUNS_AT_A_TIME = 20;

/** The runs of a project as far as they are known, and the newest of them, to be shown; older ones are fetched when they are asked for. */
export function useShownRuns(projectId: string) {
  const query = useInfiniteQuery(runsQuery(projectId));
  const { data, error, refetch, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const runs = useMemo(() => data && runsOf(data), [data]);
  const [count, setCount] = useState(RUNS_AT_A_TIME);

  const known = runs?.length ?? 0;
  const older: More = {
    isLoading: isFetchingNextPage,
    hasFailed: isFetchNextPageError,
    load() {
      const wanted = Math.min(count, known) + RUNS_AT_A_TIME;
      setCount(wanted);
      if (hasNextPage && wanted > known) void fetchNextPage();
    },
  };

  return {
    /** Undefined while they load. */
    runs,
    shown: runs?.slice(0, count) ?? [],
    /** Null when there are no older ones. */
    older: hasNextPage || known > count ? older : null,
    error,
    refetch,
  };
}
