import type { Operation } from "#lib/api/operation.ts";
import { pageQuerySchema } from "#lib/api/page.ts";
import {
  createProjectSchema,
  projectListSchema,
  projectViewSchema,
  savedProjectSchema,
  saveProjectSchema,
} from "#lib/api/project-view.ts";

export const listProjects = {
  id: "listProjects",
  group: "projects",
  method: "GET",
  path: "/api/projects",
  query: pageQuerySchema,
  answer: { kind: "json", status: 200, schema: projectListSchema },
  errors: [],
} as const satisfies Operation;

export const createProject = {
  id: "createProject",
  group: "projects",
  method: "POST",
  path: "/api/projects",
  body: { kind: "json", schema: createProjectSchema },
  answer: { kind: "json", status: 201, schema: projectViewSchema, location: "/api/projects/{id}" },
  errors: [],
  creates: true,
} as const satisfies Operation;

export const getProject = {
  id: "getProject",
  group: "projects",
  method: "GET",
  path: "/api/projects/{projectId}",
  answer: { kind: "json", status: 200, schema: projectViewSchema },
  errors: ["project/not-found", "document/invalid", "document/too-new"],
} as const satisfies Operation;

export const saveProject = {
  id: "saveProject",
  group: "projects",
  method: "PUT",
  path: "/api/projects/{projectId}",
  body: { kind: "json", schema: saveProjectSchema },
  answer: { kind: "json", status: 200, schema: savedProjectSchema },
  errors: ["document/invalid", "project/not-found", "project/stale-revision", "asset/not-found"],
} as const satisfies Operation;

export const deleteProject = {
  id: "deleteProject",
  group: "projects",
  method: "DELETE",
  path: "/api/projects/{projectId}",
  answer: { kind: "nothing", status: 204 },
  errors: ["project/not-found"],
} as const satisfies Operation;
