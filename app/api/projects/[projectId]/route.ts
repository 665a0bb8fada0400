import { saveProjectSchema } from "#lib/api/project-view.ts";
import { readJson } from "#lib/server/read-body.ts";
import { route } from "#lib/server/route.ts";

type Params = { projectId: string };

export const GET = route<Params>(async ({ params, container }) =>
  Response.json(await container.projects.get(params.projectId)),
);

export const PUT = route<Params>(async ({ request, params, container }) =>
  Response.json(await container.projects.save(params.projectId, await readJson(request, saveProjectSchema))),
);

export const DELETE = route<Params>(async ({ params, container }) => {
  await container.projects.remove(params.projectId);
  return new Response(null, { status: 204 });
});
