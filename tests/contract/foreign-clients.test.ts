import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { productPng } from "#tests/fixtures/images.ts";
import { NOWHERE } from "./account-calls.ts";
import { rawHttp } from "./raw-http.ts";
import { type SandboxProcess, startSandbox, stopSandbox, temporaryFolder } from "./sandbox-process.ts";

/**
 * The habits of clients that others wrote, byte for byte on the socket: what their requests look like where they differ from ours.
 * None follows a redirect here, and each keeps its own idea of what an answer must be.
 */
interface Habits {
  key: string;
  /** A slash at the end of the paths of tasks and of the submission. */
  slash: string;
  jsonHeaders: string[];
  /** `chunked`: the length of a body is not announced. */
  framing: "sized" | "chunked";
  /** What it adds to a submission of its own accord. */
  extras: { input?: object; parameters?: object };
  uploads: {
    path: string;
    /** Around the boundary of the form. */
    quote: string;
    /** Of a form's part. */
    partHeaders(name: string, fileName?: string): string[];
    fields: Record<string, string>;
    expected: number;
  };
  cancel: { headers: string[]; body: string };
}

const quotedPart = (name: string, fileName?: string) => [
  `Content-Disposition: form-data; name="${name}"${fileName === undefined ? "" : `; filename="${fileName}"`}`,
];
const dummyBody = '{"model": "", "parameters": {}, "input": ""}';

const CLIENTS: Record<string, Habits> = {
  "Python over requests": {
    key: "sk-python",
    slash: "",
    jsonHeaders: [
      "user-agent: dashscope/1.26.2; python/3.11.2; platform/Linux; processor/",
      "Accept-Encoding: gzip, deflate",
      "Accept: application/json; charset=utf-8",
      "Content-Type: application/json; charset=utf-8",
    ],
    framing: "sized",
    extras: { input: { prompt: "a bottle" }, parameters: {} },
    uploads: {
      path: "/uploads?action=getPolicy&model=wanx-background-generation-v2",
      quote: "",
      partHeaders: quotedPart,
      fields: { success_action_status: "200", "x-oss-content-type": "image/png" },
      expected: 200,
    },
    cancel: { headers: ["Content-Length: 0"], body: "" },
  },
  "Python over aiohttp": {
    key: "sk-aiohttp",
    slash: "/",
    jsonHeaders: ["Accept: */*", "Content-Type: application/json"],
    framing: "chunked",
    extras: { parameters: {} },
    uploads: {
      path: "/uploads/?action=getPolicy&model=wanx-background-generation-v2",
      quote: "",
      partHeaders: (name, fileName) => [
        ...(fileName === undefined ? ["Content-Type: text/plain; charset=utf-8"] : ["Content-Type: image/png"]),
        ...quotedPart(name, fileName),
      ],
      fields: { success_action_status: "200" },
      expected: 200,
    },
    cancel: { headers: ["Content-Type: application/json", `Content-Length: ${dummyBody.length}`], body: dummyBody },
  },
  "Java over OkHttp": {
    key: "sk-java",
    slash: "",
    jsonHeaders: [
      "accept: application/json; charset=utf-8",
      "content-type: application/json; charset=utf-8",
      "x-dashscope-datainspection: enable",
    ],
    framing: "sized",
    extras: { parameters: {} },
    uploads: {
      path: "/uploads?action=getPolicy&model=wanx-background-generation-v2",
      quote: "",
      partHeaders: (name, fileName) => [
        ...quotedPart(name, fileName),
        ...(fileName === undefined ? [] : ["Content-Type: application/octet-stream"]),
      ],
      fields: { success_action_status: "200", "x-oss-content-type": "image/png" },
      expected: 200,
    },
    cancel: { headers: ["Content-Type: application/json", "Content-Length: 0"], body: "" },
  },
  ".NET HttpClient": {
    key: "sk-net",
    slash: "/",
    jsonHeaders: ["Content-Type: application/json; charset=utf-8", "X-DashScope-WorkSpace: llm-a1b2c3"],
    framing: "chunked",
    extras: {},
    uploads: {
      path: "/uploads/?action=getPolicy&model=wanx-background-generation-v2",
      quote: '"',
      partHeaders: (name, fileName) =>
        fileName === undefined
          ? ["Content-Type: text/plain; charset=utf-8", `Content-Disposition: form-data; name=${name}`]
          : [`Content-Disposition: form-data; name=${name}; filename=${fileName}; filename*=utf-8''${fileName}`],
      fields: {},
      expected: 204,
    },
    cancel: { headers: ["Content-Length: 0"], body: "" },
  },
  curl: {
    key: "sk-curl",
    slash: "/",
    jsonHeaders: ["User-Agent: curl/8.5.0", "Accept: */*", "Content-Type: application/json", "Expect: 100-continue"],
    framing: "sized",
    extras: { parameters: { seed: 1, negative_prompt: "" } },
    uploads: {
      path: "/uploads?action=getPolicy&model=wanx-background-generation-v2",
      quote: "",
      partHeaders: quotedPart,
      fields: { success_action_status: "200" },
      expected: 200,
    },
    cancel: { headers: [], body: "" },
  },
};

const data = temporaryFolder();
let sandbox: SandboxProcess;
let png: Uint8Array;
beforeAll(async () => {
  sandbox = await startSandbox(data.folder);
  png = await productPng({ width: 48, height: 64 });
});
afterAll(async () => {
  await stopSandbox(sandbox);
  data.remove();
});

interface Answered {
  status: number;
  head: string;
  text: string;
}

async function send(
  line: string,
  headers: string[],
  body = "",
  framing: Habits["framing"] = "sized",
): Promise<Answered> {
  const bytes = Buffer.from(body, "latin1").length;
  const isAnnounced = headers.some((header) => /^content-length/i.test(header));
  const length =
    framing === "chunked"
      ? ["Transfer-Encoding: chunked"]
      : bytes > 0 && !isAnnounced
        ? [`Content-Length: ${bytes}`]
        : [];
  const head = [
    `${line} HTTP/1.1`,
    `Host: ${new URL(sandbox.baseUrl).host}`,
    "Connection: close",
    ...headers,
    ...length,
  ];
  const framed = framing === "chunked" ? chunks(body) : [body];
  const { head: answered, body: text } = await rawHttp(sandbox.baseUrl, `${head.join("\r\n")}\r\n\r\n`, ...framed);
  const afterContinue = answered.startsWith("HTTP/1.1 100") ? text : `${answered}\r\n\r\n${text}`;
  const [, status = ""] = /^HTTP\/1\.1 (\d{3})/.exec(afterContinue) ?? [];
  const end = afterContinue.indexOf("\r\n\r\n");
  return {
    status: Number(status),
    head: afterContinue.slice(0, end),
    text: Buffer.from(afterContinue.slice(end + 4), "latin1").toString(),
  };
}

function chunks(body: string): string[] {
  const pieces = body.match(/.{1,900}/gs) ?? [];
  return [...pieces.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`), "0\r\n\r\n"];
}

/** Text as it travels: each byte a character. */
const wire = (text: string) => Buffer.from(text).toString("latin1");

test.each(Object.entries(CLIENTS))("%s is served from upload to picture", async (_name, habits) => {
  const { key, slash, jsonHeaders, framing, extras, uploads, cancel } = habits;
  const auth = `Authorization: Bearer ${key}`;
  const json = async (line: string, headers: string[], body?: string, as?: Habits["framing"]) => {
    const { status, text } = await send(line, [auth, ...headers], body, as);
    return { status, body: JSON.parse(text) };
  };

  const policy = await json(`GET /api/v1${uploads.path}`, []);
  expect(policy.status).toBe(200);
  const { data: granted } = policy.body;
  const objectKey = `${granted.upload_dir}/瓶 子.png`;
  const fields = {
    OSSAccessKeyId: granted.oss_access_key_id,
    Signature: granted.signature,
    policy: granted.policy,
    key: objectKey,
    "x-oss-object-acl": granted.x_oss_object_acl,
    "x-oss-forbid-overwrite": granted.x_oss_forbid_overwrite,
    ...uploads.fields,
  };
  const boundary = "9f1c0b7a52e84d6ab1d0c3e4f5a69788";
  const part = (headers: string[], content: string) => `--${boundary}\r\n${headers.join("\r\n")}\r\n\r\n${content}\r\n`;
  const form = [
    ...Object.entries(fields).map(([name, value]) => part(uploads.partHeaders(name), wire(value))),
    part(uploads.partHeaders("file", "base.png"), Buffer.from(png).toString("latin1")),
    `--${boundary}--\r\n`,
  ].join("");
  const { pathname } = new URL(granted.upload_host);
  const uploaded = await send(
    `POST ${pathname}`,
    [`Content-Type: multipart/form-data; boundary=${uploads.quote}${boundary}${uploads.quote}`],
    form,
    framing,
  );
  expect([uploaded.status, uploaded.text]).toEqual([uploads.expected, ""]);

  const submit = (base: string) =>
    json(
      `POST /api/v1/services/aigc/background-generation/generation${slash}`,
      [...jsonHeaders, "X-DashScope-Async: enable", "X-DashScope-OssResourceResolve: enable"],
      wire(
        JSON.stringify({
          model: "wanx-background-generation-v2",
          input: { base_image_url: base, ref_prompt: "山脉和晚霞", ...extras.input },
          ...(extras.parameters && { parameters: extras.parameters }),
        }),
      ),
      framing,
    );
  const submitted = await submit(`oss://${objectKey}`);
  expect(submitted).toMatchObject({ status: 200, body: { output: { task_status: "PENDING" } } });
  const waiting = await submit(NOWHERE);
  const taskPath = `/api/v1/tasks/${submitted.body.output.task_id}`;
  const canceling = await json(
    `POST /api/v1/tasks/${waiting.body.output.task_id}/cancel${slash}`,
    cancel.headers,
    cancel.body,
  );
  expect(canceling).toEqual({ status: 200, body: { request_id: expect.any(String) } });

  let task = await json(`GET ${taskPath}${slash}`, []);
  while (["PENDING", "RUNNING"].includes(task.body.output.task_status)) {
    await systemClock.sleep(60);
    task = await json(`GET ${taskPath}${slash}`, []);
  }
  expect(task.body).toMatchObject({ output: { task_status: "SUCCEEDED" }, usage: { image_count: 1 } });
  const [{ url }] = task.body.output.results;
  const picture = await fetch(url);
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
  const listed = await json(`GET /api/v1/tasks${slash}?page_no=1&page_size=10&status=CANCELED`, []);
  expect(listed.body).toMatchObject({ total: 1, data: [{ task_id: waiting.body.output.task_id }] });
});
