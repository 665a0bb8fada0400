import type { Executor } from "./studio-schema.ts";

export type AssetRow = {
  id: string;
  mediaType: string;
  width: number;
  height: number;
  sizeBytes: number;
  facts: unknown;
  createdAt: number;
};

/** The same bytes are the same asset: what was known of it first is kept. */
export async function insertAsset(executor: Executor, asset: AssetRow): Promise<void> {
  await executor
    .insertInto("assets")
    .values({ ...asset, facts: JSON.stringify(asset.facts) })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

export async function findAsset(executor: Executor, id: string): Promise<AssetRow | undefined> {
  const [row] = await findAssets(executor, [id]);
  return row;
}

/** Those that are known, in no order. */
export async function findAssets(executor: Executor, ids: readonly string[]): Promise<AssetRow[]> {
  if (ids.length === 0) return [];
  const rows = await executor.selectFrom("assets").selectAll().where("id", "in", ids).execute();
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) }));
}
