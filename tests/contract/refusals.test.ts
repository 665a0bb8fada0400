import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, NOWHERE, newHeaders, SUBMIT_PATH, submission } from "./account-calls.ts";
import { requestFor, type SandboxProcess, startSandbox, stopSandbox, temporaryFolder } from "./sandbox-process.ts";

const data = temporaryFolder();
let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandbox(data.folder);
});
afterAll(async () => {
  await stopSandbox(sandbox);
  data.remove();
});

async function refusal(path: string, init: RequestInit): Promise<string> {
  const { status, code, message } = await ask(sandbox.baseUrl + path, init);
  return `${status} ${code}: ${message}`;
}

const whole = requestFor(NOWHERE);
const withInput = (input: object) => submission({ ...whole, input: { ...whole.input, ...input } });
const withEdges = (reference_edge: object) => withInput({ reference_edge });
const withParameters = (parameters: object) => submission({ ...whole, parameters });
const edges = (count: number) => Array(count).fill(NOWHERE);
const badBody = "400 InvalidParameter: Required body invalid, please check the request body format.";
const badValue = "400 InvalidParameter: Invalid value of";

test.each<[string, RequestInit, string]>([
  ["no key", submission(whole, { authorization: undefined }), "401 InvalidApiKey: Invalid API-key provided."],
  ["model …-v3", submission({ ...whole, model: `${whole.model}-v3` }), "400 InvalidParameter: Model not exist."],
  [
    "no async header",
    submission(whole, { "x-dashscope-async": undefined }),
    "403 AccessDenied: current user api does not support synchronous calls.",
  ],
  ["another media type", submission(whole, { "content-type": "text/plain" }), badBody],
  ["broken JSON", submission("{"), badBody],
  ["an empty body", submission(""), badBody],
  ["JSON in another encoding", submission(Buffer.from([0x7b, 0x22, 0xc9, 0xbd, 0xca, 0xff, 0x22, 0x7d])), badBody],
  ["a list", submission([]), "400 BadRequest.IllegalInput: The input parameter requires json format."],
  [
    "no model",
    submission({ input: {} }),
    '400 BadRequest.EmptyModel: Required parameter "model" missing from request.',
  ],
  [
    "no input",
    submission({ model: whole.model }),
    "400 BadRequest.EmptyInput: Required input parameter missing from request.",
  ],
  ["input that is text", submission({ ...whole, input: "{}" }), "400 BadRequest.IllegalInput: "],
  [
    "no base picture",
    withInput({ base_image_url: undefined }),
    "400 InvalidParameter: Field required: input.base_image_url",
  ],
  [
    "a picture as base64",
    withInput({ base_image_url: "data:image/png;base64,iV" }),
    `${badValue} input.base_image_url`,
  ],
  ["a local path", withInput({ base_image_url: "file:///etc/passwd" }), `${badValue} input.base_image_url`],
  ["no guide", withInput({ ref_prompt: undefined }), `${badValue} input.ref_prompt: at least one of ref_prompt and`],
  ["n of 5", withParameters({ n: 5 }), "400 InvalidParameter: Range of n should be [1, 4]"],
  ["n as text", withParameters({ n: "2" }), "400 InvalidParameter: Range of n should be [1, 4]"],
  [
    "noise of 1000",
    withParameters({ noise_level: 1000 }),
    "400 InvalidParameter: Range of noise_level should be [0, 999]",
  ],
  [
    "a weight of 1.1",
    withParameters({ ref_prompt_weight: 1.1 }),
    "400 InvalidParameter: Range of ref_prompt_weight should be [0, 1]",
  ],
  ["version v4", withParameters({ model_version: "v4" }), `${badValue} parameters.model_version`],
  [
    "eleven edges",
    withEdges({ foreground_edge: edges(6), background_edge: edges(5) }),
    `${badValue} input.reference_edge`,
  ],
  [
    "a prompt too few",
    withEdges({ foreground_edge: edges(2), foreground_edge_prompt: [""] }),
    `${badValue} input.reference_edge.foreground_edge_prompt: must be as long as foreground_edge`,
  ],
  ["a title of nine characters", withInput({ title: "一二三四五六七八九" }), `${badValue} input.title`],
  ["a sub-title of eleven", withInput({ title: "新品", sub_title: "12345678901" }), `${badValue} input.sub_title`],
  [
    "an upload without the header that resolves it",
    withInput({ base_image_url: "oss://a/b.png" }),
    "400 InvalidParameter: The provided URL does not appear to be valid. Ensure it is correctly formatted.",
  ],
  ["17 MiB", submission(Buffer.alloc(17 * 2 ** 20, 32)), "413 BadRequest.TooLarge: Payload Too Large"],
])("%s is refused at the submission", async (_what, init, words) => {
  const said = await refusal(SUBMIT_PATH, init);
  expect(said.slice(0, words.length)).toBe(words);
});

test.each<[string, string, string]>([
  ["GET", "/nothing", "404 NotFound: Not found!"],
  ["GET", SUBMIT_PATH, "404 NotFound: Not found!"],
  ["DELETE", "/tasks/1111", "404 NotFound: Not found!"],
  [
    "POST",
    "/tasks/1111/cancel",
    "400 UnsupportedOperation: Failed to cancel the task, please confirm if the task is in PENDING status.",
  ],
  ["GET", "/tasks?start_time=20260101000000&end_time=20260102010000", "400 InvalidParameter: The span of"],
  ["GET", "/tasks?start_time=2026-01-01", `${badValue} start_time`],
  ["GET", "/tasks?page_size=0", `${badValue} page_size`],
  ["GET", "/uploads?action=getPolicy&model=qwen-vl-plus", "400 InvalidParameter: Model not exist."],
  ["GET", "/uploads?action=getPolicy", "400 InvalidParameter: Field required: model"],
  ["GET", `/uploads?model=${whole.model}`, "400 InvalidParameter: Invalid value of action"],
  ["POST", "/tokens?expire_in_seconds=1801", "400 InvalidParameter: Range of expire_in_seconds should be [1, 1800]"],
  ["POST", "/tokens?expire_in_seconds=0", "400 InvalidParameter: Range of expire_in_seconds should be [1, 1800]"],
])("%s %s is refused", async (method, path, words) => {
  const said = await refusal(path, { method });
  expect(said.slice(0, words.length)).toBe(words);
});

test("the third submission of a second is one too many, of questions the 21st of each kind", async () => {
  const tooMany = "429 Throttling.RateQuota: Requests rate limit exceeded, please try again later.";
  const headers = newHeaders();
  const submissions = Array.from({ length: 3 }, () => refusal(SUBMIT_PATH, { ...submission(), headers }));
  expect((await Promise.all(submissions)).filter((said) => said === tooMany)).toHaveLength(1);
  for (const [method, path] of [
    ["GET", "/tasks/1"],
    ["GET", "/tasks"],
    ["POST", "/tasks/1/cancel"],
  ] as const) {
    const shown = newHeaders();
    const answers = Array.from({ length: 21 }, () => refusal(path, { method, headers: shown }));
    expect((await Promise.all(answers)).filter((said) => said === tooMany)).toHaveLength(1);
  }
});
