import { createProjectSchema } from "#lib/api/project-view.ts";
import { readJson } from "#lib/server/read-body.ts";
import { route } from "#lib/server/route.ts";

export const dynamic = "force-dynamic";

export const GET = route(async ({ container }) => Response.json({ projects: await container.projects.list() }));

export const POST = route(async ({ request, container }) => {
  const project = await container.projects.create(await readJson(request, createProjectSchema));
  return Response.json(project, { status: 201, headers: { location: `/api/projects/${project.id}` } });
});
