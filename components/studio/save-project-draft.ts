import { getProject, saveProject } from "#lib/client/projects.ts";
import type { Draft } from "#lib/editor/autosave.ts";

/**
 * Sends a draft. A page that is going away cannot wait for an answer: its request is marked to outlive it, which browsers
 * grant up to 64 KB; a larger one is left to the draft kept in the browser.
 */
export async function saveProjectDraft(
  projectId: string,
  { revision, name, document }: Draft,
  { isLeaving }: { isLeaving: boolean },
): Promise<{ revision: number }> {
  if (!isLeaving) return saveProject(projectId, { revision, name, document });
  const response = await fetch(`/api/projects/${encodeURIComponent(projectId)}`, {
    method: "PUT",
    keepalive: true,
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ revision, name, document }),
  });
  if (!response.ok) throw new Error(`saving while leaving was answered ${response.status}`);
  return { revision: (await getProject(projectId)).revision };
}
