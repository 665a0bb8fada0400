import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { BASE_URL, openTestSandbox, type TestSandbox } from "./test-sandbox.ts";

const engine = createEngine({ threads: 1 });
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox(engine);
});
afterAll(async () => {
  await sandbox.close();
  await engine.close();
});

const address = "/services/aigc/background-generation/generation";
const base = "https://pictures.example/a.png";
const json = { "content-type": "application/json", "x-dashscope-async": "enable" };
const whole = { model: "wanx-background-generation-v2", input: { base_image_url: base, ref_prompt: "x" } };

describe("order of the checks", () => {
  test.each(["Bearer nonsense", "Bearer sk-", "Basic sk-abc", "sk-abc", ""])(
    "%j is no key, which is said before anything else",
    async (authorization) => {
      for (const path of [address, "/tasks", "/nothing"]) {
        const { status, body, headers } = await sandbox.ask("POST", path, { headers: { authorization } });
        expect(status).toBe(401);
        expect(body).toMatchObject({ code: "InvalidApiKey", message: "Invalid API-key provided." });
        expect(headers.get("x-request-id")).toBe(body.request_id);
      }
    },
  );

  test("an unknown path comes before its body, the body before the model, the model before the async header", async () => {
    const without = { "content-type": "application/json" };
    expect(await sandbox.ask("POST", "/nothing", { body: 1 })).toMatchObject({
      status: 404,
      body: { code: "NotFound" },
    });
    const broken = await sandbox.fetch(BASE_URL + address, {
      method: "POST",
      headers: { authorization: "Bearer sk-test", ...without },
      body: '{"model":',
    });
    expect(await broken.json()).toMatchObject({
      code: "InvalidParameter",
      message: "Required body invalid, please check the request body format.",
    });
    const wrongModel = { ...whole, model: "wanx-background-generation-v3" };
    expect(await sandbox.ask("POST", address, { headers: without, body: wrongModel })).toMatchObject({
      status: 400,
      body: { code: "InvalidParameter", message: "Model not exist." },
    });
    expect(await sandbox.ask("POST", address, { headers: without, body: { ...whole, input: 7 } })).toMatchObject({
      status: 403,
      body: { code: "AccessDenied", message: "current user api does not support synchronous calls." },
    });
    expect(await sandbox.ask("POST", address, { headers: json, body: { ...whole, input: 7 } })).toMatchObject({
      status: 400,
      body: { code: "BadRequest.IllegalInput" },
    });
  });

  test("no input is told from input that is no object", async () => {
    const codeOf = async (input: unknown) => {
      sandbox.clock.pass(501);
      return (await sandbox.ask("POST", address, { headers: json, body: { ...whole, input } })).body.code;
    };
    for (const input of [undefined, null]) expect(await codeOf(input)).toBe("BadRequest.EmptyInput");
    for (const input of ["{}", 7, [], true]) expect(await codeOf(input)).toBe("BadRequest.IllegalInput");
  });

  test("no model, no object and another media type each have their code", async () => {
    const ask = (body: unknown, headers: object = json) => sandbox.ask("POST", address, { headers, body });
    expect(await ask({ input: {} })).toMatchObject({ status: 400, body: { code: "BadRequest.EmptyModel" } });
    expect(await ask([whole])).toMatchObject({ status: 400, body: { code: "BadRequest.IllegalInput" } });
    expect(await ask(whole, { ...json, "content-type": "text/plain" })).toMatchObject({
      status: 400,
      body: { code: "InvalidParameter" },
    });
  });
});

describe("parameters", () => {
  test.each<[object, object, string]>([
    [{}, { n: 5 }, "Range of n should be [1, 4]"],
    [{}, { noise_level: 1000 }, "Range of noise_level should be [0, 999]"],
    [{}, { ref_prompt_weight: 2 }, "Range of ref_prompt_weight should be [0, 1]"],
    [{ base_image_url: undefined }, {}, "Field required: input.base_image_url"],
    [{ base_image_url: "file:///etc/passwd" }, {}, "input.base_image_url"],
    [{ ref_prompt: "" }, {}, "at least one of ref_prompt and ref_image_url"],
    [{ reference_edge: { foreground_edge_prompt: ["a"] } }, {}, "input.reference_edge.foreground_edge_prompt"],
    [{}, { model_version: "v4" }, "parameters.model_version"],
  ])("input %j with parameters %j is refused by name", async (input, parameters, words) => {
    const { status, body } = await sandbox.submit({ base_image_url: base, ...input }, parameters);
    expect(status).toBe(400);
    expect(body.code).toBe("InvalidParameter");
    expect(body.message).toContain(words);
  });

  test("an upload's address needs the header that resolves it", async () => {
    const input = { base_image_url: "oss://a/b.png" };
    expect(await sandbox.submit(input, {}, { "x-dashscope-ossresourceresolve": "" })).toMatchObject({
      status: 400,
      body: { code: "InvalidParameter", message: expect.stringContaining("URL does not appear to be valid") },
    });
    expect(await sandbox.submit(input)).toMatchObject({ status: 200 });
  });
});

test("the third submission of a second is throttled, of this key only", async () => {
  const send = (key: string) =>
    sandbox.ask("POST", address, { headers: { ...json, authorization: `Bearer ${key}` }, body: whole });
  expect([(await send("sk-a")).status, (await send("sk-a")).status]).toEqual([200, 200]);
  expect(await send("sk-a")).toMatchObject({ status: 429, body: { code: "Throttling.RateQuota" } });
  expect((await send("sk-b")).status).toBe(200);
  sandbox.clock.pass(1000);
  expect((await send("sk-a")).status).toBe(200);
});

test("both slash forms, a charset and header values in capitals are one and the same", async () => {
  for (const path of [address, `${address}/`]) {
    sandbox.clock.pass(501);
    const headers = { "content-type": "application/json; charset=utf-8", "x-dashscope-async": "Enable" };
    const { status, body, headers: answered } = await sandbox.ask("POST", path, { headers, body: whole });
    expect(status).toBe(200);
    expect(body).toEqual({
      output: { task_status: "PENDING", task_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}$/) },
      request_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-9[0-9a-f-]{21}$/),
    });
    expect(answered.get("content-type")).toBe("application/json");
    expect(answered.get("x-dashscope-call-gateway")).toBe("true");
  }
});

test("a fixed key is the only one", async () => {
  const locked = await openTestSandbox(engine, { key: "sk-mine" });
  const ask = (key: string) => locked.ask("GET", "/tasks", { headers: { authorization: `Bearer ${key}` } });
  expect((await ask("sk-mine")).status).toBe(200);
  expect((await ask("sk-mine2")).status).toBe(401);
  await locked.close();
});
