import { z } from "zod";
import { aboutSchema, healthSchema } from "#lib/api/about-view.ts";
import type { Operation } from "#lib/api/operation.ts";

export const getAbout = {
  id: "getAbout",
  group: "studio",
  method: "GET",
  path: "/api/about",
  answer: { kind: "json", status: 200, schema: aboutSchema },
  errors: [],
} as const satisfies Operation;

export const getHealth = {
  id: "getHealth",
  group: "studio",
  method: "GET",
  path: "/api/health",
  answer: { kind: "json", status: 200, schema: healthSchema },
  errors: [],
} as const satisfies Operation;

export const getOpenApi = {
  id: "getOpenApi",
  group: "studio",
  method: "GET",
  path: "/api/openapi.json",
  answer: { kind: "json", status: 200, schema: z.looseObject({ openapi: z.string() }) },
  errors: [],
} as const satisfies Operation;
