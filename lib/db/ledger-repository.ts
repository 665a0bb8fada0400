import type { Executor, LedgerKind, LedgerRow } from "./studio-schema.ts";

/** Integer fen. `reserved` is what is held back now. */
export type LedgerTotals = { reservedFen: number; chargedFen: number };

/** Fails when the generation already has an entry of this kind: money is not moved twice. */
export async function insertLedgerEntry(executor: Executor, entry: LedgerRow): Promise<void> {
  await executor.insertInto("ledger").values(entry).execute();
}

export async function ledgerOf(executor: Executor, generationId: string): Promise<LedgerRow[]> {
  return await executor
    .selectFrom("ledger")
    .selectAll()
    .where("generationId", "=", generationId)
    .orderBy("at")
    .execute();
}

export async function ledgerTotals(executor: Executor): Promise<LedgerTotals> {
  const rows = await executor
    .selectFrom("ledger")
    .select(["kind", (row) => row.fn.sum<number | string>("fen").as("fen")])
    .groupBy("kind")
    .execute();
  const sum = (kind: LedgerKind) => Number(rows.find((row) => row.kind === kind)?.fen ?? 0);
  return { reservedFen: sum("reserve") - sum("release"), chargedFen: sum("charge") };
}
