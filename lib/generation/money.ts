import { newId } from "#lib/base/ids.ts";
import type { GenerationRow } from "#lib/db/generation-repository.ts";
import { insertLedgerEntry } from "#lib/db/ledger-repository.ts";
import type { Executor } from "#lib/db/studio-schema.ts";

/** Holds back the price of all pictures that were asked for. */
export async function reserve(executor: Executor, row: GenerationRow, at: number): Promise<void> {
  const { id: generationId, reservedFen: fen } = row;
  await insertLedgerEntry(executor, { id: newId("entry"), generationId, kind: "reserve", fen, at });
}

/**
 * Gives the reservation back and charges what was made; answers the columns that say so. Once per generation: the ledger
 * refuses a second time. Failed pictures are free.
 */
export async function settle(
  executor: Executor,
  row: GenerationRow,
  pictures: number,
  at: number,
): Promise<{ reservedFen: 0; chargedFen: number }> {
  const chargedFen = pictures * row.priceFen;
  const entry = { generationId: row.id, at };
  await insertLedgerEntry(executor, { ...entry, id: newId("entry"), kind: "release", fen: row.reservedFen });
  if (chargedFen > 0)
    await insertLedgerEntry(executor, { ...entry, id: newId("entry"), kind: "charge", fen: chargedFen });
  return { reservedFen: 0, chargedFen };
}
