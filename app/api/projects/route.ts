import { createProject, listProjects } from "#lib/api/operations/projects.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const dynamic = "force-dynamic";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  GET: answer(listProjects, ({ query, container }) => container.projects.list(query)),
  POST: answer(createProject, ({ body, container, remember }) => container.projects.create(body, remember)),
});
