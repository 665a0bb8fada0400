import { saveProjectSchema } from "#lib/api/project-view.ts";
import { methods } from "#lib/server/methods.ts";
import { readJson } from "#lib/server/read-body.ts";

type Params = { projectId: string };

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods<Params>({
  GET: async ({ params, container }) => Response.json(await container.projects.get(params.projectId)),

  PUT: async ({ request, params, container }) =>
    Response.json(await container.projects.save(params.projectId, await readJson(request, saveProjectSchema))),

  DELETE: async ({ params, container }) => {
    await container.projects.remove(params.projectId);
    return new Response(null, { status: 204 });
  },
});
