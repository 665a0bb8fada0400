import type { CreateRun, GenerationView, RunList, RunView } from "#lib/api/run-view.ts";
import { requestJson } from "./http.ts";

const loadSchemas = () => import("#lib/api/run-view.ts");

/** More than are ever in progress at a time: what is being made is on the first page. */
const RUNS_PER_PAGE = "60";

/** One page, newest first. */
export function listRuns(projectId: string, cursor?: string, signal?: AbortSignal): Promise<RunList> {
  const query = new URLSearchParams({ projectId, limit: RUNS_PER_PAGE, ...(cursor !== undefined && { cursor }) });
  return requestJson(`/api/runs?${query}`, async () => (await loadSchemas()).runListSchema, { signal });
}

/** One key for one press of the button: sending it again with the same key answers with the same run. */
export function createRun(request: CreateRun, idempotencyKey: string): Promise<RunView> {
  return requestJson("/api/runs", async () => (await loadSchemas()).runViewSchema, {
    method: "POST",
    json: request,
    idempotencyKey,
  });
}

/** Throws `run/not-cancelable` once upstream works on it. */
export const cancelGeneration = (generationId: string) => changeGeneration(generationId, "cancel");

/** Throws `generation/not-undecided` unless nobody knows whether it arrived. */
export const sendAgain = (generationId: string) => changeGeneration(generationId, "send-again");

function changeGeneration(generationId: string, change: string): Promise<GenerationView> {
  const path = `/api/generations/${encodeURIComponent(generationId)}/${change}`;
  return requestJson(path, async () => (await loadSchemas()).generationViewSchema, { method: "POST" });
}
