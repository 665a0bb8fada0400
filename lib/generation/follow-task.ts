import { invariant } from "#lib/base/assert.ts";
import { findGeneration, type GenerationRow, recentTaskTimes } from "#lib/db/generation-repository.ts";
import type { TaskAnswer } from "#lib/wanx/client/client.ts";
import { type Again, again, backoffMs } from "./backoff.ts";
import type { Bell } from "./bell.ts";
import { isInFlight } from "./generation-state.ts";
import type { LaneParts } from "./lane-parts.ts";
import { pollDelayMs } from "./poll-schedule.ts";
import { recordTaskNews } from "./task-news.ts";
import { stateOf } from "./views.ts";

const LONGEST_PAUSE_MS = 15_000;
const LEARNED_TASKS = 50;
/** A task just made may not be known everywhere upstream at once: only this many answers in a row say that it is gone. */
const UNKNOWN_ANSWERS = 3;

type FollowParts = Pick<LaneParts, "db" | "client" | "clock" | "log" | "events" | "inputs">;

export type FollowedTask = {
  generation: GenerationRow;
  /** `clock.monotonic()` when this process had the submission accepted; undefined when an earlier process had. */
  acceptedAt: number | undefined;
  /** Rung by a cancel: the task may be over. */
  bell: Bell;
};

/**
 * Asks after one task until its end is recorded, by us or by a cancel. A question costs nothing and loses nothing, so a
 * failed one is asked again for as long as it takes. Rejects when `signal` is aborted.
 */
export async function followTask(parts: FollowParts, task: FollowedTask, signal: AbortSignal): Promise<void> {
  const { clock, db, log } = parts;
  const { id, taskId } = task.generation;
  invariant(taskId, `generation ${id} has a task`);
  const taskTimesMs = await learnedTimes(parts, task.generation);
  const begunAt = task.acceptedAt ?? clock.monotonic() - ageBeforeMs(task.generation, clock.now());
  const delayMs = () => pollDelayMs({ ageMs: clock.monotonic() - begunAt, taskTimesMs });

  // The task of an earlier process may have ended long ago: ask at once.
  let pauseMs = task.acceptedAt === undefined ? 0 : delayMs();
  let failures = 0;
  let unknowns = 0;
  for (;;) {
    if (pauseMs > 0) await task.bell.wait(signal, pauseMs);
    const row = await findGeneration(db, id);
    if (!row || !isInFlight(stateOf(row))) return;

    const answer = await ask(parts, taskId, signal);
    if ("afterMs" in answer) {
      failures += 1;
      unknowns = 0;
      pauseMs = backoffMs({ failures, seed: taskId, longestMs: LONGEST_PAUSE_MS, atLeastMs: answer.afterMs });
      continue;
    }
    failures = 0;
    unknowns = answer.status === "UNKNOWN" ? unknowns + 1 : 0;
    if (unknowns === 0 || unknowns >= UNKNOWN_ANSWERS) {
      const taskMs = task.acceptedAt === undefined ? null : Math.round(clock.monotonic() - task.acceptedAt);
      const isOver = await recordTaskNews(parts, row, answer, taskMs);
      if (isOver) {
        log.info({ generationId: id, taskId, requestId: answer.requestId, status: answer.status }, "a task is over");
        return;
      }
    }
    pauseMs = delayMs();
  }
}

async function ask({ client, log }: FollowParts, taskId: string, signal: AbortSignal): Promise<TaskAnswer | Again> {
  try {
    return await client.query(taskId, { signal });
  } catch (error) {
    signal.throwIfAborted();
    log.warn({ err: error, taskId }, "cannot ask after a task, trying again");
    return again("follow", error);
  }
}

/** By the wall clock, which may have been set back since. */
function ageBeforeMs(row: GenerationRow, now: number): number {
  return Math.max(0, now - (row.startedAt ?? now));
}

/** Of the same version, number of pictures and about the same size. */
async function learnedTimes({ db }: FollowParts, row: GenerationRow): Promise<number[]> {
  const pixels = row.width * row.height;
  const recent = await recentTaskTimes(db, { version: row.version, n: row.n }, LEARNED_TASKS);
  return recent.filter((task) => task.pixels < pixels * 1.5 && pixels < task.pixels * 1.5).map((task) => task.taskMs);
}
