import type { TaskStatus } from "#lib/wanx/contract/answers.ts";
import type { SubmitRequest } from "#lib/wanx/contract/submit-request.ts";

export interface UploadedFile {
  bytes: Uint8Array;
  fileName: string;
  mediaType: string;
}

/** One picture of a task, or why there is none; exactly one of the two forms. */
export type TaskResult = { url: string } | { code: string; message: string };

/** Times are epoch ms; null where upstream did not say. */
export interface TaskAnswer {
  taskId: string;
  /** Of this question, not of the submission. */
  requestId: string | undefined;
  status: TaskStatus;
  metrics: { total: number; succeeded: number; failed: number } | null;
  /** Empty until the task has SUCCEEDED, which it has when one of its pictures has. */
  results: TaskResult[];
  /** Pictures that are charged. */
  imageCount: number | null;
  submittedAt: number | null;
  scheduledAt: number | null;
  endedAt: number | null;
  code: string | undefined;
  message: string | undefined;
}

/** Without times: the last 24 hours, the longest time that can be asked for. */
export interface TaskListFilter {
  taskId?: string;
  /** Epoch ms, sent in whole seconds of Beijing time, the start rounded down and the end up. */
  from?: number;
  to?: number;
  modelName?: string;
  status?: TaskStatus;
  apiKeyId?: string;
  /** From 1. */
  page?: number;
  pageSize?: number;
}

export interface ListedTask {
  taskId: string;
  /** Of the submission. */
  requestId: string | undefined;
  apiKeyId: string | undefined;
  modelName: string | undefined;
  status: TaskStatus;
  /** Epoch ms. */
  createdAt: number | null;
  endedAt: number | null;
}

export interface TaskList {
  tasks: ListedTask[];
  page: number;
  totalPages: number;
  total: number;
}

/** Every call is made once and rejects with WanxError; trying again is the caller's to decide. */
export interface WanxClient {
  /** A temporary upload, bound to this account and the model, good for 48 hours as an input. */
  upload(file: UploadedFile, options?: { signal?: AbortSignal }): Promise<{ url: `oss://${string}` }>;
  /** Makes a task, which costs money. An `ambiguous` rejection may have made one too. */
  submit(request: SubmitRequest, options?: { signal?: AbortSignal }): Promise<{ taskId: string; requestId?: string }>;
  query(taskId: string, options?: { signal?: AbortSignal }): Promise<TaskAnswer>;
  list(filter?: TaskListFilter, options?: { signal?: AbortSignal }): Promise<TaskList>;
  /** Only a PENDING task; otherwise it is rejected with `UnsupportedOperation`. */
  cancel(taskId: string, options?: { signal?: AbortSignal }): Promise<void>;
  /** Bytes of a result's address; checked against the length and the MD5 that came with them. The API key is not sent there. */
  download(url: string, limits: { maxBytes: number; signal?: AbortSignal }): Promise<Uint8Array>;
}
