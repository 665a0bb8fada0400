import { HEADERS } from "#lib/wanx/contract/endpoints.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { newTaskId } from "./ids.ts";
import { jsonAnswer } from "./json-answer.ts";
import { checkSubmission, readSubmission } from "./read-submission.ts";
import type { KeyedEndpoint } from "./service.ts";
import { ServiceError } from "./service-error.ts";
import { insertTask } from "./task-store.ts";

/** POST …/generation: body and model, then the async header, then the rate, then the parameters; the task is committed before the answer. */
export const submit: KeyedEndpoint = async ({ service, limits, queue, request, requestId }, account) => {
  const submission = await readSubmission(request);
  if (request.headers.get(HEADERS.async)?.toLowerCase() !== "enable") throw new ServiceError("AccessDenied");
  limits.submit.take(account.id);
  const checked = checkSubmission(submission, request.headers);

  const taskId = newTaskId();
  await insertTask(service.db, {
    taskId,
    requestId,
    account: account.id,
    model: checked.model,
    request: JSON.stringify(checked),
    total: checked.parameters?.n ?? LIMITS.n.default,
    submittedAt: service.clock.now(),
  });
  queue.wake(account.id);
  return jsonAnswer(
    { output: { task_status: "PENDING", task_id: taskId }, request_id: requestId },
    { "x-dashscope-call-gateway": "true" },
  );
};
