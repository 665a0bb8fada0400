import type { InfiniteData } from "@tanstack/react-query";
import type { GenerationView, RunList, RunView } from "#lib/api/run-view.ts";
import { mergeGeneration } from "./generation-order.ts";

/** The runs of one project as far as they were asked for, newest first. */
export type RunPages = InfiniteData<RunList, unknown>;

export function runsOf({ pages }: RunPages): RunView[] {
  return pages.flatMap(({ runs }) => runs);
}

/** The pages with this generation's news; null when none of them holds it. What did not change stays the same object. */
export function mergeIntoPages(data: RunPages, incoming: GenerationView): RunPages | null {
  let isKnown = false;
  const pages = data.pages.map((page) => {
    const runs = mergeGeneration(page.runs, incoming);
    if (runs === null) return page;
    isKnown = true;
    return { ...page, runs };
  });
  return isKnown ? { ...data, pages } : null;
}
