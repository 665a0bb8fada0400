import type { Executor, PictureRow } from "./studio-schema.ts";

/** Answers false when the place is taken: fetched twice after a crash, a picture is still saved once. */
export async function insertPicture(executor: Executor, picture: PictureRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await executor
    .insertInto("pictures")
    .values(picture)
    .onConflict((conflict) => conflict.columns(["generationId", "idx"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findPicture(executor: Executor, id: string): Promise<PictureRow | undefined> {
  return await executor.selectFrom("pictures").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function picturesOf(executor: Executor, generationIds: readonly string[]): Promise<PictureRow[]> {
  if (generationIds.length === 0) return [];
  return await executor
    .selectFrom("pictures")
    .selectAll()
    .where("generationId", "in", generationIds)
    .orderBy("generationId")
    .orderBy("idx")
    .execute();
}
