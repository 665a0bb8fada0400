import { formatBeijingTime } from "#lib/wanx/contract/beijing-time.ts";
import type { Call, KeyedEndpoint } from "./endpoint.ts";
import { taskAnswer } from "./json-answer.ts";
import { resultAddress } from "./result-address.ts";
import { isExpired } from "./sweep.ts";
import { type Failure, failuresOfTask, findTask, type Picture, picturesOfTask, type Task } from "./task-store.ts";

/** GET /tasks/{id}. An unknown, expired or foreign id is no error: 200 with the status UNKNOWN. */
export const query: KeyedEndpoint = async (call, account) => {
  const { service, limits, requestId, parameter: taskId } = call;
  limits.query.take(account.id);
  const task = await findTask(service.db, account.id, taskId);
  if (!task || isExpired(task, service.clock.now())) {
    return taskAnswer({ request_id: requestId, output: { task_id: taskId, task_status: "UNKNOWN" } });
  }
  return taskAnswer({ request_id: requestId, ...(await describe(call, task)) });
};

async function describe({ service, origin }: Call, task: Task): Promise<object> {
  const output = {
    task_id: task.taskId,
    task_status: task.status,
    submit_time: formatBeijingTime(task.submittedAt),
    ...(task.scheduledAt !== null && { scheduled_time: formatBeijingTime(task.scheduledAt) }),
    ...(task.endedAt !== null && { end_time: formatBeijingTime(task.endedAt) }),
  };
  switch (task.status) {
    case "PENDING":
    case "CANCELED":
      return { output };
    case "FAILED":
      return { output: { ...output, code: task.code, message: task.message }, usage: { image_count: 0 } };
    case "RUNNING":
    case "SUCCEEDED": {
      const pictures = await picturesOfTask(service.db, task.taskId);
      const failures = await failuresOfTask(service.db, task.taskId);
      const task_metrics = { TOTAL: task.total, SUCCEEDED: pictures.length, FAILED: failures.length };
      const { resultsExpireAt } = task;
      if (resultsExpireAt === null) return { output: { ...output, task_metrics } };
      const addressOf = (path: string) => ({ url: resultAddress(service.signer, origin, path, resultsExpireAt) });
      return {
        output: {
          ...output,
          ...textResults(pictures, addressOf),
          results: resultsOf(pictures, failures, addressOf),
          task_metrics,
        },
        usage: { image_count: pictures.length },
      };
    }
  }
}

type AddressOf = (path: string) => { url: string };

/** In the order of their place; one that failed has the reason where the address would be. */
function resultsOf(pictures: Picture[], failures: Failure[], addressOf: AddressOf): object[] {
  const items = [
    ...pictures.map(({ position, path }) => ({ position, item: addressOf(path) })),
    ...failures.map(({ position, code, message }) => ({ position, item: { code, message } })),
  ];
  return items.sort((one, other) => one.position - other.position).map(({ item }) => item);
}

/** Only of a task that asked for a title. */
function textResults(pictures: Picture[], addressOf: AddressOf): object {
  const lettered = pictures.filter(({ textPath }) => textPath !== null);
  if (lettered.length === 0) return {};
  return {
    text_results: {
      urls: lettered.map(({ textPath }) => addressOf(textPath ?? "")),
      params: lettered.map(({ position, textLayers }) => ({
        sample_idx: position,
        layers: JSON.parse(textLayers ?? "[]"),
      })),
    },
  };
}
