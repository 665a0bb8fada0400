import { deleteProject, getProject, saveProject } from "#lib/api/operations/projects.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  GET: answer(getProject, ({ params, container }) => container.projects.get(params.projectId)),
  PUT: answer(saveProject, ({ params, body, container }) => container.projects.save(params.projectId, body)),
  DELETE: answer(deleteProject, ({ params, container }) => container.projects.remove(params.projectId)),
});
