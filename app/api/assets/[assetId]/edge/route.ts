import { z } from "zod";
import { methods } from "#lib/server/methods.ts";
import { readJson } from "#lib/server/read-body.ts";

const edgeRequestSchema = z.object({ detail: z.number().min(0).max(1).default(0.5) });

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods<{ assetId: string }>({
  POST: async ({ request, params, container }) => {
    const { detail } = await readJson(request, edgeRequestSchema);
    return Response.json(await container.assets.makeEdge(params.assetId, detail), { status: 201 });
  },
});
