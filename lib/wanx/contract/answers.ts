import { z } from "zod";

/**
 * What upstream answers. Only what is needed is asked for and everything else may be missing or null:
 * recorded answers differ from the documentation's samples in both.
 */
const text = z.string().nullish();
const count = z.number().nullish();

/** A status that is not listed here (SDKs know SUSPENDED) is no end: keep asking. */
export const taskStatusSchema = z.enum(["PENDING", "RUNNING", "SUCCEEDED", "FAILED", "CANCELED", "UNKNOWN"]);
export type TaskStatus = z.infer<typeof taskStatusSchema>;

/** The body of every refusal; a gateway's own may lack the code. */
export const errorAnswerSchema = z.object({ code: text, message: text, request_id: text });
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>;

export const submitAnswerSchema = z.object({
  output: z.object({ task_id: z.string().min(1), task_status: text }),
  request_id: text,
});
export type SubmitAnswer = z.infer<typeof submitAnswerSchema>;

/** `{ url }`, or `{ code, message }` where one picture of a task failed and others did not. */
export const taskResultSchema = z.object({ url: text, code: text, message: text });

export const taskAnswerSchema = z.object({
  request_id: text,
  output: z.object({
    task_id: text,
    task_status: z.string(),
    /** Beijing time, see `parseBeijingTime`. */
    submit_time: text,
    scheduled_time: text,
    end_time: text,
    results: z.array(taskResultSchema).nullish(),
    task_metrics: z.object({ TOTAL: count, SUCCEEDED: count, FAILED: count }).nullish(),
    code: text,
    message: text,
  }),
  usage: z.object({ image_count: count }).nullish(),
});
export type TaskAnswerBody = z.infer<typeof taskAnswerSchema>;

/** One row of the task list; times are epoch ms. There is neither the input nor a tag of the client's own in it. */
export const taskRowSchema = z.object({
  task_id: z.string(),
  /** Of the submission. */
  request_id: text,
  api_key_id: text,
  gmt_create: count,
  start_time: count,
  end_time: count,
  model_name: text,
  status: text,
});
export type TaskRow = z.infer<typeof taskRowSchema>;

export const taskListSchema = z.object({
  request_id: text,
  total: count,
  total_page: count,
  page_no: count,
  page_size: count,
  data: z.array(taskRowSchema).nullish(),
});
export type TaskListBody = z.infer<typeof taskListSchema>;

export const cancelAnswerSchema = z.object({ request_id: text });

/** Numbers are documented as text and recorded as numbers. */
const numeric = z.union([z.number(), z.string()]).nullish();

export const uploadPolicySchema = z.object({
  request_id: text,
  data: z.object({
    policy: z.string(),
    signature: z.string(),
    upload_dir: z.string(),
    upload_host: z.string(),
    oss_access_key_id: z.string(),
    x_oss_object_acl: z.string(),
    x_oss_forbid_overwrite: z.string(),
    expire_in_seconds: numeric,
    max_file_size_mb: numeric,
    capacity_limit_mb: numeric,
  }),
});
export type UploadPolicy = z.infer<typeof uploadPolicySchema>["data"];
