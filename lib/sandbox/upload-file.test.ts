import { afterAll, beforeAll, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { BASE_URL, openTestSandbox, type TestSandbox, taskIdOf, uploadForm } from "./test-sandbox.ts";

const engine = createEngine({ threads: 1 });
let sandbox: TestSandbox;
let png: Uint8Array;
beforeAll(async () => {
  sandbox = await openTestSandbox(engine);
  png = await productPng({ width: 64, height: 64 });
});
afterAll(async () => {
  await sandbox.close();
  await engine.close();
});

async function post(form: FormData): Promise<{ status: number; text: string }> {
  const response = await sandbox.fetch(`${BASE_URL}/sandbox/oss`, { method: "POST", body: form });
  return { status: response.status, text: await response.text() };
}

test("the policy has the recorded shape, and its folder ends in the request id", async () => {
  const { body } = await sandbox.ask("GET", "/uploads/?action=getPolicy&model=wanx-background-generation-v2");
  expect(body.data).toMatchObject({
    upload_dir: expect.stringMatching(
      new RegExp(`^dashscope-instant/[0-9a-f]{32}/\\d{4}-\\d\\d-\\d\\d/${body.request_id}$`),
    ),
    upload_host: `${BASE_URL}/sandbox/oss`,
    expire_in_seconds: 300,
    x_oss_object_acl: "private",
    x_oss_forbid_overwrite: "true",
  });
});

test("a policy is for the one model", async () => {
  const ask = (query: string) => sandbox.ask("GET", `/uploads?${query}`);
  expect(await ask("action=getPolicy&model=other")).toMatchObject({
    status: 400,
    body: { message: "Model not exist." },
  });
  expect(await ask("action=getPolicy")).toMatchObject({ status: 400, body: { code: "InvalidParameter" } });
  expect(await ask("model=wanx-background-generation-v2")).toMatchObject({ status: 400 });
});

test("an upload answers 200 when asked to and 204 otherwise; names may have spaces and Chinese characters", async () => {
  const policy = await sandbox.policy();
  expect(await post(uploadForm(policy, "瓶 子.png", png))).toEqual({ status: 200, text: "" });
  expect(await post(uploadForm(policy, "b.png", png, { success_action_status: "" }))).toEqual({
    status: 204,
    text: "",
  });
});

test("what the policy does not allow is refused in XML, and nothing is stored", async () => {
  const policy = await sandbox.policy();
  const refusal = async (changes: Record<string, string>) => {
    const { status, text } = await post(uploadForm(policy, "a.png", png, changes));
    return `${status} ${/<Code>(.*)<\/Code>/.exec(text)?.[1]}`;
  };
  expect(await refusal({ Signature: "AAAA" })).toBe("403 SignatureDoesNotMatch");
  expect(await refusal({ policy: Buffer.from("{}").toString("base64") })).toBe("403 SignatureDoesNotMatch");
  expect(await refusal({ OSSAccessKeyId: "other" })).toBe("403 InvalidAccessKeyId");
  expect(await refusal({ key: "elsewhere/a.png" })).toBe("403 AccessDenied");
  expect(await refusal({ key: `${policy.upload_dir}evil/a.png` })).toBe("403 AccessDenied");
  expect(await refusal({ "x-oss-object-acl": "public-read" })).toBe("403 AccessDenied");
  expect(await refusal({})).toBe("200 undefined");
  expect(await refusal({})).toBe("409 FileAlreadyExists");
});

test("fields after the file do not count, and a form without a file is none", async () => {
  const policy = await sandbox.policy();
  const late = uploadForm(policy, "a.png", png, { key: "" });
  late.delete("key");
  late.set("key", `${policy.upload_dir}/a.png`);
  expect((await post(late)).status).toBe(403);
  const empty = uploadForm(policy, "a.png", png);
  empty.delete("file");
  expect((await post(empty)).text).toContain("<Code>InvalidArgument</Code>");
  const noForm = await sandbox.fetch(`${BASE_URL}/sandbox/oss`, { method: "POST", body: "hello" });
  expect(await noForm.text()).toContain("<Code>MalformedPOSTRequest</Code>");
});

test("an expired policy is refused in the documented words", async () => {
  const policy = await sandbox.policy();
  sandbox.clock.pass(301_000);
  const { status, text } = await post(uploadForm(policy, "a.png", png));
  expect(status).toBe(403);
  expect(text).toContain("Invalid according to Policy: Policy expired.");
});

test("an upload serves its own account for 48 hours and nobody else", async () => {
  const own = await sandbox.upload(png);
  const foreign = await sandbox.upload(png, "sk-somebody-else");
  const outcome = async (base_image_url: string) => {
    const { task_status, code } = await sandbox.outputOf(taskIdOf(await sandbox.submit({ base_image_url })));
    return code ?? task_status;
  };
  expect(await outcome(own)).toBe("SUCCEEDED");
  expect(await outcome(foreign)).toBe("InvalidParameter.FileDownload");
  expect(await outcome(own.replace(".png", "2.png"))).toBe("InvalidParameter.FileDownload");
  sandbox.clock.pass(47 * 3600_000);
  expect(await outcome(own)).toBe("SUCCEEDED");
  sandbox.clock.pass(2 * 3600_000);
  expect(await outcome(own)).toBe("InvalidParameter.FileDownload");
});
