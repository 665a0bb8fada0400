import type { Clock } from "#lib/base/clock.ts";
import type { Executor } from "./sandbox-schema.ts";

/**
 * What a judge outside needs to know: was it submitted twice, what did it cost, did anybody fetch it. `account` is `Account.id`, a
 * hash; no key, prompt or picture is in here.
 */
export type LedgerEntry =
  /** Committed with its task, before the answer leaves. `payloadSha256` is of the body as compact JSON. */
  | { event: "submitted"; taskId: string; requestId: string; account: string; payloadSha256: string; n: number }
  /** Once more after a start that was cut off. */
  | { event: "started"; taskId: string }
  /** `imageCount` is what is charged. */
  | { event: "ended"; taskId: string; status: "SUCCEEDED" | "FAILED"; imageCount: number; code?: string }
  | { event: "canceled"; taskId: string }
  | { event: "uploaded"; objectKey: string; sizeBytes: number; sha256: string }
  /** A picture's bytes were answered with; whether they arrived is not known here. */
  | { event: "fetched"; taskId: string; position: number }
  /** A fault plan has taken something. Latency takes nothing. */
  | { event: "fault"; on: string; fault: string; code?: string; requestId?: string; taskId?: string };

/** Append-only, in the database of the tasks. */
export interface Ledger {
  /** Committed once it resolves, or with `transaction`. */
  record(entry: LedgerEntry, transaction?: Executor): Promise<void>;
  /** `{"seq":1,"at":epoch ms,…}` each, oldest first. */
  lines(): AsyncIterable<string>;
}

const ROWS_AT_ONCE = 1000;

export function createLedger(db: Executor, clock: Clock): Ledger {
  return {
    async record(entry, transaction = db) {
      const row = { at: clock.now(), entry: JSON.stringify(entry) };
      await transaction.insertInto("ledger").values(row).execute();
    },
    async *lines() {
      for (let last = 0; ; ) {
        const rows = await db
          .selectFrom("ledger")
          .selectAll()
          .where("seq", ">", last)
          .orderBy("seq")
          .limit(ROWS_AT_ONCE)
          .execute();
        for (const { seq, at, entry } of rows) yield `{"seq":${seq},"at":${at},${entry.slice(1)}\n`;
        if (rows.length < ROWS_AT_ONCE) return;
        last = rows.at(-1)?.seq ?? last;
      }
    },
  };
}
