import type { ProjectView } from "#lib/api/project-view.ts";
import type { RunView } from "#lib/api/run-view.ts";
import { resizeArtboard } from "#lib/composition/create-document.ts";

const SMALL_ARTBOARD = { width: 128, height: 128 };

/** What a program does with a studio over HTTP. Throws with the answer's text when it is not a success. */
export function studioApi(url: string) {
  async function ask<Body>(path: string, init: RequestInit = {}): Promise<Body> {
    const response = await fetch(`${url}${path}`, init);
    if (!response.ok) throw new Error(`${init.method ?? "GET"} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  }
  const post = <Body>(path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask<Body>(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });

  const createExample = (example: string) => post<ProjectView>("/api/projects", { example });

  return {
    ask,
    post,
    createExample,
    /** On an artboard so small that the engine is quick: for what is not about how pictures look. */
    async createSmallExample(example: string): Promise<ProjectView> {
      const project = await createExample(example);
      const document = resizeArtboard(project.document, SMALL_ARTBOARD);
      const { revision } = await ask<{ revision: number }>(`/api/projects/${project.id}`, {
        method: "PUT",
        body: JSON.stringify({ revision: project.revision, document }),
        headers: { "content-type": "application/json" },
      });
      return { ...project, document, revision };
    },
    generate: ({ id, revision }: ProjectView, versions: string[], n: number, idempotencyKey?: string) =>
      post<RunView>(
        "/api/runs",
        { projectId: id, revision, versions, n },
        idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey },
      ),
    runs: async (projectId: string) => (await ask<{ runs: RunView[] }>(`/api/runs?projectId=${projectId}`)).runs,
    /** The tasks that the mounted service knows, newest first: what upstream would bill. */
    tasks: () =>
      ask<{ total: number; data: { task_id: string; status: string }[] }>("/api/v1/tasks?page_size=100", {
        headers: { authorization: "Bearer sk-local-preview" },
      }),
  };
}
