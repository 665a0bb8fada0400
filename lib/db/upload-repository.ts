import type { Executor, UploadRow } from "./studio-schema.ts";

/** The asset's copy upstream, if it lives longer than `now` (epoch ms). */
export async function findUpload(
  executor: Executor,
  { assetId, scope }: Pick<UploadRow, "assetId" | "scope">,
  now: number,
): Promise<UploadRow | undefined> {
  return await executor
    .selectFrom("uploads")
    .selectAll()
    .where("assetId", "=", assetId)
    .where("scope", "=", scope)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
}

export async function saveUpload(executor: Executor, upload: UploadRow): Promise<void> {
  const { url, expiresAt } = upload;
  await executor
    .insertInto("uploads")
    .values(upload)
    .onConflict((conflict) => conflict.columns(["assetId", "scope"]).doUpdateSet({ url, expiresAt }))
    .execute();
}

/** Everything is uploaded anew next time. */
export async function deleteUploads(executor: Executor, scope: string): Promise<void> {
  await executor.deleteFrom("uploads").where("scope", "=", scope).execute();
}

export async function deleteExpiredUploads(executor: Executor, now: number): Promise<void> {
  await executor.deleteFrom("uploads").where("expiresAt", "<=", now).execute();
}
