import type { CreateProject, ProjectSummary, ProjectView, SaveProject } from "#lib/api/project-view.ts";
import { requestJson, requestNothing } from "./http.ts";

const loadSchemas = () => import("#lib/api/project-view.ts");

export async function listProjects(signal?: AbortSignal): Promise<ProjectSummary[]> {
  const { projects } = await requestJson("/api/projects", async () => (await loadSchemas()).projectListSchema, {
    signal,
  });
  return projects;
}

export function createProject(request: CreateProject): Promise<ProjectView> {
  return requestJson("/api/projects", async () => (await loadSchemas()).projectViewSchema, {
    method: "POST",
    json: request,
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
