import { expect, test } from "vitest";
import { submitAnswerSchema, taskAnswerSchema, taskListSchema, uploadPolicySchema } from "./answers.ts";

test("both documented FAILED answers are read, with usage and without", () => {
  const output = { task_id: "4cbabbdf", task_status: "FAILED", code: "InvalidParameter.FileDownload", message: "m" };
  expect(taskAnswerSchema.parse({ request_id: "r", output }).output.code).toBe("InvalidParameter.FileDownload");
  expect(taskAnswerSchema.parse({ output, usage: { image_count: 0 } }).usage?.image_count).toBe(0);
});

test("an UNKNOWN answer with nothing but the id, a status of tomorrow and null fields are read", () => {
  expect(taskAnswerSchema.parse({ output: { task_status: "UNKNOWN" } }).output.task_status).toBe("UNKNOWN");
  expect(taskAnswerSchema.parse({ output: { task_status: "SUSPENDED", results: null } }).output.results).toBe(null);
});

test("a result without an address is a result", () => {
  const results = [{ url: "https://x/1.png" }, { code: "DataInspectionFailed", message: "m" }];
  expect(taskAnswerSchema.parse({ output: { task_status: "SUCCEEDED", results } }).output.results).toEqual(results);
});

test("a 2xx without a task id is not an accepted submission", () => {
  expect(submitAnswerSchema.safeParse({ request_id: "r", output: { task_status: "PENDING" } }).success).toBe(false);
  expect(submitAnswerSchema.safeParse({ output: { task_id: "" } }).success).toBe(false);
});

test("list rows of running tasks lack an end", () => {
  const row = { task_id: "t", request_id: "r", gmt_create: 1709260684485, status: "RUNNING" };
  expect(taskListSchema.parse({ total: 1, data: [row] }).data).toEqual([row]);
});

test("policy numbers may be numbers or text", () => {
  const data = {
    policy: "p",
    signature: "s",
    upload_dir: "d",
    upload_host: "https://h",
    oss_access_key_id: "k",
    x_oss_object_acl: "private",
    x_oss_forbid_overwrite: "true",
  };
  expect(uploadPolicySchema.parse({ data: { ...data, expire_in_seconds: 300 } }).data.expire_in_seconds).toBe(300);
  expect(uploadPolicySchema.parse({ data: { ...data, expire_in_seconds: "300" } }).data.expire_in_seconds).toBe("300");
});
