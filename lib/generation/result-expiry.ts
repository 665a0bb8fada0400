import type { GenerationRow } from "#lib/db/generation-repository.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { storedResultsSchema } from "./stored-json.ts";

/** Epoch ms at which the first of the results is gone, as the address itself says; else a day after its task was accepted. */
export function resultExpiry(row: Pick<GenerationRow, "results" | "startedAt" | "createdAt">): number {
  const named = storedResultsSchema
    .parse(row.results)
    .flatMap((result) => ("url" in result && URL.canParse(result.url) ? [new URL(result.url)] : []))
    .map((url) => Number(url.searchParams.get("Expires")) * 1000)
    .filter((at) => at > 0);
  return named.length > 0 ? Math.min(...named) : (row.startedAt ?? row.createdAt) + LIMITS.resultLifetimeMs;
}
