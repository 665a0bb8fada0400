import type { Executor, IntentRow, IntentState } from "./studio-schema.ts";

/** Fails while another intent is open: one submission is on its way at a time, across processes too. */
export async function insertIntent(executor: Executor, intent: IntentRow): Promise<void> {
  await executor.insertInto("intents").values(intent).execute();
}

export async function closeIntent(
  executor: Executor,
  id: string,
  end: { state: Exclude<IntentState, "open">; closedAt: number },
): Promise<void> {
  await executor.updateTable("intents").set(end).where("id", "=", id).execute();
}

export async function openIntents(executor: Executor): Promise<IntentRow[]> {
  return await executor.selectFrom("intents").selectAll().where("state", "=", "open").execute();
}

/** In the order of the attempts. */
export async function intentsOf(executor: Executor, generationId: string): Promise<IntentRow[]> {
  return await executor
    .selectFrom("intents")
    .selectAll()
    .where("generationId", "=", generationId)
    .orderBy("attempt")
    .execute();
}
