import type { CreateRun, GenerationView, RunView } from "#lib/api/run-view.ts";
import { requestJson } from "./http.ts";

const loadSchemas = () => import("#lib/api/run-view.ts");

/** Newest first. */
export async function listRuns(projectId: string, signal?: AbortSignal): Promise<RunView[]> {
  const path = `/api/runs?projectId=${encodeURIComponent(projectId)}`;
  const { runs } = await requestJson(path, async () => (await loadSchemas()).runListSchema, { signal });
  return runs.toSorted((a, b) => b.createdAt - a.createdAt);
}

/** One key for one press of the button: sending it again with the same key answers with the same run. */
export function createRun(request: CreateRun, idempotencyKey: string): Promise<RunView> {
  return requestJson("/api/runs", async () => (await loadSchemas()).runViewSchema, {
    method: "POST",
    json: request,
    headers: { "idempotency-key": idempotencyKey },
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
