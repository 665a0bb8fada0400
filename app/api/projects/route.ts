import { createProjectSchema } from "#lib/api/project-view.ts";
import { methods } from "#lib/server/methods.ts";
import { readJson } from "#lib/server/read-body.ts";

export const dynamic = "force-dynamic";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  GET: async ({ container }) => Response.json({ projects: await container.projects.list() }),

  POST: async ({ request, container }) => {
    const project = await container.projects.create(await readJson(request, createProjectSchema));
    return Response.json(project, { status: 201, headers: { location: `/api/projects/${project.id}` } });
  },
});
