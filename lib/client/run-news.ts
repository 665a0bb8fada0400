import type { GenerationView, RunView } from "#lib/api/run-view.ts";
import { mergeGeneration, newerGeneration } from "./generation-order.ts";

/**
 * The last word on each generation the event stream spoke of. A list that was asked for before an event and arrives after it
 * would otherwise wipe the event out.
 */
const news = new Map<string, GenerationView>();

export function rememberNews(generation: GenerationView): void {
  const known = news.get(generation.id);
  news.set(generation.id, known === undefined ? generation : newerGeneration(known, generation));
}

export function withNews(runs: RunView[]): RunView[] {
  let merged = runs;
  for (const generation of news.values()) merged = mergeGeneration(merged, generation) ?? merged;
  return merged;
}

/** The log was cut off: what is remembered may be of a studio that is no more. */
export function forgetNews(): void {
  news.clear();
}
