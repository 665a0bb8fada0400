import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
import type { WanxClient } from "#lib/wanx/client/client.ts";
import { createWanxClient } from "#lib/wanx/client/create-client.ts";
import { MODEL_NAME } from "#lib/wanx/contract/limits.ts";
import { until } from "#tests/drivers/event-reader.ts";
import { type Studio, startStudio, stopStudios } from "#tests/drivers/studio-process.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { decodeRgba } from "#tests/fixtures/rgba.ts";

const size = { width: 96, height: 128 };
const submitPath = "/api/v1/services/aigc/background-generation/generation";
const key = { authorization: "Bearer sk-anything" };
let studio: Studio;
let client: WanxClient;
beforeAll(async () => {
  studio = await startStudio();
  client = createWanxClient({
    baseUrl: `${studio.url}/api/v1`,
    apiKey: new ApiKey("sk-anything"),
    fetch: globalThis.fetch,
    clock: systemClock,
  });
}, 300_000);
afterAll(stopStudios);

test("the studio's own address serves the whole contract: upload, submit, query, download", async () => {
  const { url } = await client.upload({
    bytes: await productPng(size),
    fileName: "bottle.png",
    mediaType: "image/png",
  });
  const { taskId } = await client.submit({
    model: MODEL_NAME,
    input: { base_image_url: url, ref_prompt: "山脉和晚霞" },
    parameters: { n: 2, model_version: "v2" },
  });
  const task = await until(
    () => client.query(taskId),
    ({ status }) => status !== "PENDING" && status !== "RUNNING",
    30_000,
  );
  expect(task).toMatchObject({ status: "SUCCEEDED", imageCount: 2 });
  for (const result of task.results ?? []) {
    const address = "url" in result ? result.url : "";
    expect(address).toMatch(new RegExp(`^${studio.url}/.*\\.png\\?Expires=\\d+&OSSAccessKeyId=.+&Signature=.+`));
    const picture = await decodeRgba(await client.download(address, { maxBytes: 1e7 }));
    expect([picture.width, picture.height]).toEqual([size.width, size.height]);
  }
});

test.each(["", "/"])("no address redirects, whichever slash form it is asked in: %j", async (slash) => {
  const addresses: [string, RequestInit][] = [
    [`${submitPath}${slash}`, { method: "POST", headers: { ...key, "content-type": "application/json" }, body: "{}" }],
    [`/api/v1/tasks${slash}`, { headers: key }],
    [`/api/v1/tasks/1111${slash}`, { headers: key }],
    [`/api/v1/tasks/1111/cancel${slash}`, { method: "POST", headers: key }],
    [`/api/v1/uploads${slash}?action=getPolicy&model=${MODEL_NAME}`, { headers: key }],
  ];
  for (const [path, init] of addresses) {
    const { status } = await fetch(`${studio.url}${path}`, { ...init, redirect: "manual" });
    expect([200, 400], path).toContain(status);
  }
});

test("errors of the contract are the contract's own, not the studio's", async () => {
  const noKey = await fetch(`${studio.url}/api/v1/tasks/1111`);
  expect(noKey.status).toBe(401);
  expect(await noKey.json()).toMatchObject({ code: "InvalidApiKey", message: "Invalid API-key provided." });
  const notAsync = await fetch(`${studio.url}${submitPath}`, {
    method: "POST",
    headers: { ...key, "content-type": "application/json" },
    body: JSON.stringify({
      model: MODEL_NAME,
      input: { base_image_url: "https://example.com/a.png", ref_prompt: "a" },
    }),
  });
  expect(notAsync.status).toBe(403);
  expect(await notAsync.json()).toMatchObject({ code: "AccessDenied" });
});
