import type { ZodType } from "zod";
import type { Clock } from "#lib/base/clock.ts";
import {
  cancelAnswerSchema,
  submitAnswerSchema,
  taskAnswerSchema,
  taskListSchema,
} from "#lib/wanx/contract/answers.ts";
import { ENDPOINTS, HEADERS } from "#lib/wanx/contract/endpoints.ts";
import { isOssUrl } from "#lib/wanx/contract/input-url.ts";
import { inputUrls } from "#lib/wanx/contract/submit-request.ts";
import type { ApiKey } from "./api-key.ts";
import { failureInAnswer, parseJson, type Stake } from "./classify.ts";
import type { WanxClient } from "./client.ts";
import { download } from "./download.ts";
import { exchange, type Wire } from "./exchange.ts";
import { listQuery, readList } from "./read-list.ts";
import { readTask } from "./read-task.ts";
import { uploadFile } from "./upload.ts";

/** From the first byte of a submission to the last of its answer; what is not answered by then is ambiguous. */
export const SUBMIT_DEADLINE_MS = 20_000;
const QUESTION_DEADLINE_MS = 20_000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

export interface WanxClientOptions {
  /** With the path: `https://dashscope.aliyuncs.com/api/v1`; a slash at its end does no harm. */
  baseUrl: string;
  apiKey: ApiKey;
  workspace?: string;
  fetch: typeof globalThis.fetch;
  clock: Clock;
}

export function createWanxClient({ baseUrl, apiKey, workspace, fetch, clock }: WanxClientOptions): WanxClient {
  const wire: Wire = { fetch, clock, redact: (text) => apiKey.redact(text) };
  const base = baseUrl.replace(/\/+$/, "");
  const ask = async <T>(path: string, init: RequestInit, schema: ZodType<T>, stake: Stake, signal?: AbortSignal) => {
    const deadlineMs = stake === "paid" ? SUBMIT_DEADLINE_MS : QUESTION_DEADLINE_MS;
    const limits = { stake, deadlineMs, maxBytes: MAX_ANSWER_BYTES, signal };
    const headers = {
      Authorization: apiKey.authorization(),
      ...(workspace && { [HEADERS.workspace]: workspace }),
      ...init.headers,
    };
    const answer = await exchange(wire, `${base}${path}`, { ...init, headers }, limits);
    const parsed = schema.safeParse(parseJson(answer.body));
    if (!parsed.success) throw failureInAnswer(answer, stake, wire.redact);
    return parsed.data;
  };

  return {
    upload: (file, { signal } = {}) =>
      uploadFile(wire, file, (path, schema) => ask(path, { method: "GET" }, schema, "free", signal), signal),

    async submit(request, { signal } = {}) {
      const init = {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          [HEADERS.async]: "enable",
          ...(inputUrls(request).some(isOssUrl) && { [HEADERS.resolveOss]: "enable" }),
        },
        body: JSON.stringify(request),
      };
      const answer = await ask(ENDPOINTS.submit, init, submitAnswerSchema, "paid", signal);
      return { taskId: answer.output.task_id, requestId: answer.request_id ?? undefined };
    },

    async query(taskId, { signal } = {}) {
      const answer = await ask(taskPath(taskId), { method: "GET" }, taskAnswerSchema, "free", signal);
      return readTask(answer, taskId);
    },

    async list(filter = {}, { signal } = {}) {
      const path = `${ENDPOINTS.tasks}?${listQuery(filter)}`;
      return readList(await ask(path, { method: "GET" }, taskListSchema, "free", signal));
    },

    async cancel(taskId, { signal } = {}) {
      await ask(`${taskPath(taskId)}/cancel`, { method: "POST" }, cancelAnswerSchema, "free", signal);
    },

    download: (url, limits) => download(wire, url, limits),
  };
}

function taskPath(taskId: string): string {
  return `${ENDPOINTS.tasks}/${encodeURIComponent(taskId)}`;
}
