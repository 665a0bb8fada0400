import { execFile } from "node:child_process";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { cutOutPng, edgePng, jpegPhoto, productPng } from "#tests/fixtures/images.ts";
import { KEY, type SandboxProcess, startSandbox, stopSandbox, temporaryFolder, uploadPng } from "./sandbox-process.ts";

const size = { width: 112, height: 96 };
const data = temporaryFolder();
let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandbox(data.folder);
});
afterAll(async () => {
  await stopSandbox(sandbox);
  data.remove();
});

/** Runs curl; where there is none, the same request over fetch. Both answer the body's text. */
async function curl(args: { url: string; headers: string[]; data?: string }): Promise<string> {
  const options = args.headers.flatMap((header) => ["--header", header]);
  if (args.data !== undefined) options.push("--data", args.data);
  try {
    const { stdout } = await promisify(execFile)("curl", [
      "--silent",
      "--show-error",
      "--location",
      args.url,
      ...options,
    ]);
    return stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const headers = args.headers.map((header) => header.split(": ", 2) as [string, string]);
  const response = await fetch(args.url, {
    method: args.data === undefined ? "GET" : "POST",
    headers,
    body: args.data,
  });
  return response.text();
}

test("the call of the reference, its five addresses exchanged for uploads, ends in four pictures of the base's size", async () => {
  const upload = (bytes: Uint8Array) => uploadPng(sandbox.client, bytes);
  const body = `{
    "model": "wanx-background-generation-v2",
    "input": {
        "base_image_url": "${await upload(await productPng(size))}",
        "ref_image_url": "${await upload(await jpegPhoto(size))}",
        "ref_prompt": "山脉和晚霞",
        "reference_edge": {
            "foreground_edge": [
                "${await upload(await edgePng(size))}",
                "${await upload(await cutOutPng("dog", { width: 64, height: 64 }))}"
            ],
            "background_edge": [
                "${await upload(await edgePng({ width: 70, height: 120 }))}"
            ],
            "foreground_edge_prompt": [
                "粉色桃花",
                "可爱小狗"
            ],
            "background_edge_prompt": [
                "树叶"
            ]
        }
    },
    "parameters": {
        "n": 4,
        "ref_prompt_weight": 0.5,
        "model_version": "v3"
    }
}`;
  const submitted = await curl({
    url: `${sandbox.baseUrl}/services/aigc/background-generation/generation/`,
    headers: [
      "X-DashScope-Async: enable",
      `Authorization: Bearer ${KEY}`,
      "Content-Type: application/json",
      "X-DashScope-OssResourceResolve: enable",
    ],
    data: body,
  });
  const { output } = JSON.parse(submitted) as { output: { task_id: string; task_status: string } };
  expect(output.task_status).toBe("PENDING");

  let answer: { output: Record<string, unknown>; usage?: unknown };
  do {
    await systemClock.sleep(100);
    const url = `${sandbox.baseUrl}/tasks/${output.task_id}`;
    answer = JSON.parse(await curl({ url, headers: [`Authorization: Bearer ${KEY}`] }));
  } while (answer.output.task_status === "PENDING" || answer.output.task_status === "RUNNING");

  const time = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
  expect(answer).toEqual({
    request_id: expect.any(String),
    output: {
      task_id: output.task_id,
      task_status: "SUCCEEDED",
      submit_time: time,
      scheduled_time: time,
      end_time: time,
      results: Array.from({ length: 4 }, () => ({
        url: expect.stringContaining(`${sandbox.baseUrl}/sandbox/results/`),
      })),
      task_metrics: { TOTAL: 4, SUCCEEDED: 4, FAILED: 0 },
    },
    usage: { image_count: 4 },
  });
  const pictures = new Set<string>();
  for (const { url } of answer.output.results as { url: string }[]) {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    const { format, width, height } = await sharp(bytes).metadata();
    expect({ format, width, height }).toEqual({ format: "png", ...size });
    pictures.add(bytes.toString("base64"));
  }
  expect(pictures.size).toBe(4);
});
