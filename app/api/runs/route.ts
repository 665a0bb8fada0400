import { z } from "zod";
import { createRunSchema } from "#lib/api/run-view.ts";
import { methods } from "#lib/server/methods.ts";
import { parse, readJson } from "#lib/server/read-body.ts";

const idempotencyKeySchema = z.string().min(8).max(200).optional();

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  GET: async ({ request, container }) => {
    const projectId = parse(new URL(request.url).searchParams.get("projectId"), z.string(), "projectId");
    return Response.json({ runs: await container.runs.list(projectId) });
  },

  /** 202: the generations are queued, the money is reserved; news comes by `/api/events`. */
  POST: async ({ request, container }) => {
    const idempotencyKey = parse(
      request.headers.get("idempotency-key") ?? undefined,
      idempotencyKeySchema,
      "Idempotency-Key",
    );
    const run = await container.runs.create(await readJson(request, createRunSchema), idempotencyKey);
    return Response.json(run, { status: 202 });
  },
});
