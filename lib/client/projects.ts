import type { CreateProject, ProjectList, ProjectView, SaveProject } from "#lib/api/project-view.ts";
import { newId } from "#lib/base/ids.ts";
import { requestJson, requestNothing } from "./http.ts";

const loadSchemas = () => import("#lib/api/project-view.ts");

const PROJECTS_PER_PAGE = "60";

/** One page, newest save first. */
export function listProjects(cursor?: string, signal?: AbortSignal): Promise<ProjectList> {
  const query = new URLSearchParams({ limit: PROJECTS_PER_PAGE, ...(cursor !== undefined && { cursor }) });
  return requestJson(`/api/projects?${query}`, async () => (await loadSchemas()).projectListSchema, { signal });
}

/** One call, one project, also when its answer was lost on the way. */
export function createProject(request: CreateProject): Promise<ProjectView> {
  return requestJson("/api/projects", async () => (await loadSchemas()).projectViewSchema, {
    method: "POST",
    json: request,
    idempotencyKey: newId("create"),
  });
}

export function getProject(projectId: string, signal?: AbortSignal): Promise<ProjectView> {
  return requestJson(projectPath(projectId), async () => (await loadSchemas()).projectViewSchema, { signal });
}

/** Throws `project/stale-revision` when another save came between. With `keepalive` the request outlives the page. */
export function saveProject(
  projectId: string,
  request: SaveProject,
  { keepalive }: { keepalive?: boolean } = {},
): Promise<{ revision: number; updatedAt: number }> {
  return requestJson(projectPath(projectId), async () => (await loadSchemas()).savedProjectSchema, {
    method: "PUT",
    json: request,
    keepalive,
  });
}

export function deleteProject(projectId: string): Promise<void> {
  return requestNothing(projectPath(projectId), { method: "DELETE" });
}

function projectPath(projectId: string): string {
  return `/api/projects/${encodeURIComponent(projectId)}`;
}
