import type { Executor } from "./studio-schema.ts";

/** `scope` is the operation, `key` what the caller sent with it. */
export type IdempotencyKey = { scope: string; key: string };
export type IdempotencyRow = IdempotencyKey & { bodySha256: string; answer: unknown; createdAt: number };

export async function findIdempotencyKey(
  executor: Executor,
  { scope, key }: IdempotencyKey,
): Promise<IdempotencyRow | undefined> {
  const row = await executor
    .selectFrom("idempotencyKeys")
    .selectAll()
    .where("scope", "=", scope)
    .where("key", "=", key)
    .executeTakeFirst();
  return row && { ...row, answer: JSON.parse(row.answer) };
}

/** To be written in the transaction of the work it stands for: both are there, or neither. Fails when the key is known. */
export async function insertIdempotencyKey(executor: Executor, row: IdempotencyRow): Promise<void> {
  await executor
    .insertInto("idempotencyKeys")
    .values({ ...row, answer: JSON.stringify(row.answer) })
    .execute();
}

export async function deleteIdempotencyKeysBefore(executor: Executor, createdAt: number): Promise<void> {
  await executor.deleteFrom("idempotencyKeys").where("createdAt", "<", createdAt).execute();
}
