import { z } from "zod";
import { readJson } from "#lib/server/read-body.ts";
import { route } from "#lib/server/route.ts";

const edgeRequestSchema = z.object({ detail: z.number().min(0).max(1).default(0.5) });

export const POST = route<{ assetId: string }>(async ({ request, params, container }) => {
  const { detail } = await readJson(request, edgeRequestSchema);
  return Response.json(await container.assets.makeEdge(params.assetId, detail), { status: 201 });
});
