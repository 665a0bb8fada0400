import type { TaskListBody } from "#lib/wanx/contract/answers.ts";
import { formatCompactBeijingTime } from "#lib/wanx/contract/beijing-time.ts";
import type { TaskList, TaskListFilter } from "./client.ts";
import { readStatus } from "./read-task.ts";

export function listQuery(filter: TaskListFilter): URLSearchParams {
  const given = {
    task_id: filter.taskId,
    start_time: filter.from === undefined ? undefined : formatCompactBeijingTime(filter.from),
    end_time: filter.to === undefined ? undefined : formatCompactBeijingTime(Math.ceil(filter.to / 1000) * 1000),
    model_name: filter.modelName,
    status: filter.status,
    api_key_id: filter.apiKeyId,
    page_no: filter.page?.toString(),
    page_size: filter.pageSize?.toString(),
  };
  return new URLSearchParams(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export function readList(body: TaskListBody): TaskList {
  const tasks = (body.data ?? []).map((row) => ({
    taskId: row.task_id,
    requestId: row.request_id ?? undefined,
    apiKeyId: row.api_key_id ?? undefined,
    modelName: row.model_name ?? undefined,
    status: readStatus(row.status),
    createdAt: row.gmt_create ?? null,
    endedAt: row.end_time ?? null,
  }));
  return {
    tasks,
    page: body.page_no ?? 1,
    totalPages: body.total_page ?? 1,
    total: body.total ?? tasks.length,
  };
}
