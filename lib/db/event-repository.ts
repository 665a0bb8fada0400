import type { Executor } from "./studio-schema.ts";

export type EventRow = { seq: number; type: string; at: number; generation: unknown };

/** Answers the event's number. */
export async function insertEvent(
  executor: Executor,
  event: { type: string; at: number; generationId: string; generation: unknown },
): Promise<number> {
  const { seq } = await executor
    .insertInto("events")
    .values({ ...event, generation: JSON.stringify(event.generation) })
    .returning("seq")
    .executeTakeFirstOrThrow();
  return seq;
}

/** In order, those after `seq`. */
export async function eventsAfter(executor: Executor, seq: number, limit: number): Promise<EventRow[]> {
  const rows = await executor
    .selectFrom("events")
    .select(["seq", "type", "at", "generation"])
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, generation: JSON.parse(row.generation) }));
}

/** The first and last number in the log; both 0 when it is empty. */
export async function eventRange(executor: Executor): Promise<{ first: number; last: number }> {
  const { first, last } = await executor
    .selectFrom("events")
    .select((row) => [row.fn.min("seq").as("first"), row.fn.max("seq").as("last")])
    .executeTakeFirstOrThrow();
  return { first: Number(first ?? 0), last: Number(last ?? 0) };
}

/** Keeps the newest event whatever its age: it holds the place up to which the log is known. */
export async function deleteEventsBefore(executor: Executor, at: number): Promise<void> {
  await executor
    .deleteFrom("events")
    .where("at", "<", at)
    .where("seq", "<", (query) => query.selectFrom("events").select((row) => row.fn.max("seq").as("last")))
    .execute();
}
