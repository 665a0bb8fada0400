import { createHash } from "node:crypto";
import { HEADERS } from "#lib/wanx/contract/endpoints.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import type { KeyedEndpoint } from "./endpoint.ts";
import { newTaskId } from "./ids.ts";
import { jsonAnswer } from "./json-answer.ts";
import { checkSubmission, readSubmission } from "./read-submission.ts";
import { ServiceError } from "./service-error.ts";
import { insertTask } from "./task-store.ts";

/** POST …/generation: body and model, then the async header, then the rate, then the parameters; the task is committed before the answer. */
export const submit: KeyedEndpoint = async ({ service, limits, queue, request, requestId }, account) => {
  const submission = await readSubmission(request);
  if (request.headers.get(HEADERS.async)?.toLowerCase() !== "enable") throw new ServiceError("AccessDenied");
  limits.submit.take(account.id);
  const checked = checkSubmission(submission, request.headers);

  const taskId = newTaskId();
  const n = checked.parameters?.n ?? LIMITS.n.default;
  const payloadSha256 = createHash("sha256").update(JSON.stringify(submission)).digest("hex");
  await service.db.transaction().execute(async (transaction) => {
    await insertTask(transaction, {
      taskId,
      requestId,
      account: account.id,
      model: checked.model,
      request: JSON.stringify(checked),
      total: n,
      submittedAt: service.clock.now(),
    });
    const entry = { event: "submitted", taskId, requestId, account: account.id, payloadSha256, n } as const;
    await service.ledger.record(entry, transaction);
  });
  queue.wake(account.id);
  return jsonAnswer(
    { output: { task_status: "PENDING", task_id: taskId }, request_id: requestId },
    { "x-dashscope-call-gateway": "true" },
  );
};
