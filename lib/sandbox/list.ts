import { z } from "zod";
import { taskStatusSchema } from "#lib/wanx/contract/answers.ts";
import { parseCompactBeijingTime } from "#lib/wanx/contract/beijing-time.ts";
import { API_UNIQUE_KEY } from "#lib/wanx/contract/endpoints.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import type { Account } from "./account.ts";
import type { KeyedEndpoint } from "./endpoint.ts";
import { taskAnswer } from "./json-answer.ts";
import { ServiceError } from "./service-error.ts";
import { listTasks, type Task } from "./task-store.ts";

/** The longest time that one list may span, and what it spans when nothing is asked. */
const SPAN_MS = LIMITS.resultLifetimeMs;
const MAX_PAGE_SIZE = 100;
const REGION = "cn-beijing";

const time = z.string().transform((text, context) => {
  const at = parseCompactBeijingTime(text);
  if (at !== null) return at;
  context.addIssue({ code: "custom", message: "must be YYYYMMDDhhmmss" });
  return z.NEVER;
});
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number")
  .transform(Number);

const listQuerySchema = z.object({
  task_id: z.string().optional(),
  model_name: z.string().optional(),
  status: taskStatusSchema.optional(),
  /** The official SDKs send these two as well; the tasks of a list are all of one key and region. */
  api_key_id: z.string().optional(),
  region: z.string().optional(),
  start_time: time.optional(),
  end_time: time.optional(),
  page_no: wholeNumber.pipe(z.int().min(1)).default(1),
  page_size: wholeNumber.pipe(z.int().min(1).max(MAX_PAGE_SIZE)).default(10),
});

/** GET /tasks: this account's tasks, newest first, without inputs and results. */
export const list: KeyedEndpoint = async ({ service, limits, url, requestId }, account) => {
  limits.list.take(account.id);
  // Some clients send what was not asked as an empty value.
  const given = [...url.searchParams].filter(([, value]) => value !== "");
  const parsed = listQuerySchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ServiceError("InvalidParameter", `Invalid value of ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { page_no: page, page_size: pageSize, ...asked } = parsed.data;
  const now = service.clock.now();
  // A second is the finest step of the two times: the last one is meant whole.
  const to = asked.end_time === undefined ? now : asked.end_time + 999;
  const from = asked.start_time ?? to - SPAN_MS;
  if (to - from > SPAN_MS + 999) {
    throw new ServiceError("InvalidParameter", "The span of start_time and end_time must not exceed 24 hours.");
  }
  // The documentation keeps a task for 24 hours, so the list never reaches further back than that.
  const filter = {
    from: Math.max(from, now - SPAN_MS),
    to: Math.min(to, now - (await service.mishaps.listLagMs())),
    now,
    taskId: asked.task_id,
    status: asked.status,
    model: asked.model_name,
  };
  const isElsewhere =
    (asked.api_key_id ?? account.apiKeyId) !== account.apiKeyId || (asked.region ?? REGION) !== REGION;
  const { total, tasks } = isElsewhere
    ? { total: 0, tasks: [] }
    : await listTasks(service.db, account.id, filter, { page, pageSize });
  return taskAnswer({
    total,
    data: tasks.map((task) => row(task, account)),
    total_page: Math.ceil(total / pageSize),
    page_no: page,
    request_id: requestId,
    page_size: pageSize,
  });
};

function row(task: Task, account: Account): object {
  return {
    api_key_id: account.apiKeyId,
    caller_parent_id: account.callerId,
    caller_uid: account.callerId,
    gmt_create: task.submittedAt,
    ...(task.scheduledAt !== null && { start_time: task.scheduledAt }),
    ...(task.endedAt !== null && { end_time: task.endedAt }),
    model_name: task.model,
    region: REGION,
    request_id: task.requestId,
    status: task.status,
    task_id: task.taskId,
    user_api_unique_key: API_UNIQUE_KEY,
  };
}
