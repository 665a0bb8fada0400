import { getHealth } from "#lib/api/operations/studio.ts";
import { answer } from "#lib/server/answer.ts";
import { methods } from "#lib/server/methods.ts";

export const dynamic = "force-dynamic";

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({
  GET: answer(getHealth, async () => ({ status: "ok" as const })),
});
