import type { Selectable } from "kysely";
import type { Executor, SandboxSchema } from "./sandbox-schema.ts";

export type Upload = Selectable<SandboxSchema["uploads"]>;

/** False when something was uploaded under this key before. */
export async function insertUpload(db: Executor, upload: Upload): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("uploads")
    .values(upload)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findUpload(db: Executor, objectKey: string): Promise<Upload | undefined> {
  return db.selectFrom("uploads").selectAll().where("objectKey", "=", objectKey).executeTakeFirst();
}

/** Answers which they were. */
export function deleteUploadsExpiredBefore(db: Executor, before: number): Promise<Upload[]> {
  return db.deleteFrom("uploads").where("expiresAt", "<", before).returningAll().execute();
}
