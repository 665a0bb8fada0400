import { LIMITS } from "#lib/wanx/contract/limits.ts";
import type { KeyedEndpoint } from "./endpoint.ts";
import { taskAnswer } from "./json-answer.ts";
import { ServiceError } from "./service-error.ts";
import { cancelPendingTask } from "./task-store.ts";

/** POST /tasks/{id}/cancel, for what still waits; a body, if any, means nothing. */
export const cancel: KeyedEndpoint = async ({ service, limits, requestId, parameter: taskId }, account) => {
  limits.cancel.take(account.id);
  const endedAt = service.clock.now();
  const expiresAt = endedAt + LIMITS.resultLifetimeMs;
  const end = { endedAt, expiresAt, resultsExpireAt: expiresAt };
  const isCanceled = await service.db.transaction().execute(async (transaction) => {
    const isDone = await cancelPendingTask(transaction, account.id, taskId, end);
    if (isDone) await service.ledger.record({ event: "canceled", taskId }, transaction);
    return isDone;
  });
  if (!isCanceled) throw new ServiceError("UnsupportedOperation");
  return taskAnswer({ request_id: requestId });
};
