import { type TaskAnswerBody, type TaskStatus, taskStatusSchema } from "#lib/wanx/contract/answers.ts";
import { parseBeijingTime } from "#lib/wanx/contract/beijing-time.ts";
import type { TaskAnswer, TaskResult } from "./client.ts";

/** A status that the documentation does not name is not an end: it counts as RUNNING, so that the task is asked after again. */
export function readStatus(status: string | null | undefined): TaskStatus {
  const parsed = taskStatusSchema.safeParse(status);
  return parsed.success ? parsed.data : "RUNNING";
}

export function readTask(body: TaskAnswerBody, taskId: string): TaskAnswer {
  const { output, usage } = body;
  const metrics = output.task_metrics;
  return {
    taskId,
    requestId: body.request_id ?? undefined,
    status: readStatus(output.task_status),
    metrics: metrics
      ? { total: metrics.TOTAL ?? 0, succeeded: metrics.SUCCEEDED ?? 0, failed: metrics.FAILED ?? 0 }
      : null,
    results: (output.results ?? []).map(readResult),
    imageCount: usage?.image_count ?? null,
    submittedAt: readTime(output.submit_time),
    scheduledAt: readTime(output.scheduled_time),
    endedAt: readTime(output.end_time),
    code: output.code || undefined,
    message: output.message || undefined,
  };
}

function readResult(result: NonNullable<TaskAnswerBody["output"]["results"]>[number]): TaskResult {
  return result.url ? { url: result.url } : { code: result.code ?? "", message: result.message ?? "" };
}

function readTime(text: string | null | undefined): number | null {
  return text ? parseBeijingTime(text) : null;
}
