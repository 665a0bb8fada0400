import { taskAnswer } from "./json-answer.ts";
import type { KeyedEndpoint } from "./service.ts";
import { ServiceError } from "./service-error.ts";
import { cancelPendingTask } from "./task-store.ts";

/** POST /tasks/{id}/cancel, for what still waits; a body, if any, means nothing. */
export const cancel: KeyedEndpoint = async ({ service, limits, requestId, parameter: taskId }, account) => {
  limits.cancel.take(account.id);
  const isCanceled = await cancelPendingTask(service.db, account.id, taskId, service.clock.now());
  if (!isCanceled) throw new ServiceError("UnsupportedOperation");
  return taskAnswer({ request_id: requestId });
};
