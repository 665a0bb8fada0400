import { assertNever } from "#lib/base/assert.ts";
import { type GenerationRow, updateGeneration } from "#lib/db/generation-repository.ts";
import { intentsOf } from "#lib/db/intent-repository.ts";
import type { Executor } from "#lib/db/studio-schema.ts";
import type { TaskAnswer } from "#lib/wanx/client/client.ts";
import type { AppendEvent } from "./event-log.ts";
import { upstreamFailure } from "./failure.ts";
import { IN_FLIGHT } from "./generation-state.ts";
import { isUnreadableInput } from "./input-host.ts";
import type { LaneParts } from "./lane-parts.ts";
import { endGeneration, moveGeneration } from "./move-generation.ts";
import type { StoredResults } from "./stored-json.ts";

/**
 * Writes down what upstream said of a task, and answers whether the task is over. `taskMs` is how long it took, null when
 * that was not watched from the beginning.
 */
export async function recordTaskNews(
  { events, clock, inputs }: Pick<LaneParts, "events" | "clock" | "inputs">,
  row: GenerationRow,
  answer: TaskAnswer,
  taskMs: number | null,
): Promise<boolean> {
  const at = clock.now();
  return await events.change(async (transaction, append) => {
    const change = { transaction, append };
    switch (answer.status) {
      case "PENDING":
        return false;
      case "RUNNING": {
        const progress = progressOf(row, answer);
        const hasBegun = row.state === "pending" && (await moveGeneration(change, row.id, "running", progress));
        if (!hasBegun) await recordProgress(change, row, progress);
        return false;
      }
      case "SUCCEEDED": {
        const results = answer.results;
        const imageCount = answer.imageCount ?? answer.metrics?.succeeded ?? countPictures(results);
        await moveGeneration(change, row.id, "saving", { ...progressOf(row, answer), results, imageCount, taskMs });
        return true;
      }
      case "FAILED": {
        const failure = upstreamFailure("upstream/failed", answer);
        const isUnreadable = isUnreadableInput(failure);
        if (isUnreadable) await inputs.renew(transaction);
        if (isUnreadable && (await countTasks(transaction, row.id)) <= TASKS_WITHOUT_INPUTS) {
          await moveGeneration(change, row.id, "queued", { ...asBeforeTask(row), failure });
        } else {
          await endGeneration(change, row.id, { to: "failed", paidPictures: 0, failure, at });
        }
        return true;
      }
      case "CANCELED":
        await endGeneration(change, row.id, { to: "canceled", paidPictures: 0, failure: null, at });
        return true;
      case "UNKNOWN": {
        // It was accepted once, so it may have been paid for. The ledger rather counts too much than too little.
        const failure = upstreamFailure("upstream/expired", { requestId: answer.requestId });
        await endGeneration(change, row.id, { to: "failed", paidPictures: row.n, failure, at });
        return true;
      }
      default:
        return assertNever(answer.status);
    }
  });
}

/** How many tasks of one generation may fail for want of their inputs, which costs nothing, before it is sent once more. */
const TASKS_WITHOUT_INPUTS = 1;

async function countTasks(executor: Executor, generationId: string): Promise<number> {
  return (await intentsOf(executor, generationId)).filter(({ state }) => state === "accepted").length;
}

function asBeforeTask({ n }: GenerationRow) {
  const progress = { progressTotal: n, progressSucceeded: 0, progressFailed: 0 };
  return { ...progress, taskId: null, requestId: null, startedAt: null };
}

type Progress = Pick<GenerationRow, "progressTotal" | "progressSucceeded" | "progressFailed">;

/** Counts only rise: an answer that overtook an earlier one does not take a finished picture back. */
function progressOf(row: GenerationRow, { metrics }: TaskAnswer): Progress {
  return {
    progressTotal: metrics?.total || row.progressTotal,
    progressSucceeded: Math.max(row.progressSucceeded, metrics?.succeeded ?? 0),
    progressFailed: Math.max(row.progressFailed, metrics?.failed ?? 0),
  };
}

async function recordProgress(
  { transaction, append }: { transaction: Executor; append: AppendEvent },
  row: GenerationRow,
  progress: Progress,
): Promise<void> {
  const isNews =
    progress.progressSucceeded !== row.progressSucceeded ||
    progress.progressFailed !== row.progressFailed ||
    progress.progressTotal !== row.progressTotal;
  if (isNews && (await updateGeneration(transaction, row.id, IN_FLIGHT, progress))) {
    await append("generation-progressed", row.id);
  }
}

function countPictures(results: StoredResults): number {
  return results.filter((result) => "url" in result).length;
}
