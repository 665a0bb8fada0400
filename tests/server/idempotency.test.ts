import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IDEMPOTENCY_KEY_HEADER, REPLAYED_HEADER } from "#lib/api/idempotency-headers.ts";
import { ALL_OPERATIONS } from "#lib/api/operations/all-operations.ts";
import type { ProjectView } from "#lib/api/project-view.ts";
import { newId } from "#lib/base/ids.ts";
import { type PictureServer, startPictureServer } from "#tests/drivers/picture-server.ts";
import { type RouteServer, startRouteServer } from "#tests/drivers/route-server.ts";
import { productPng } from "#tests/fixtures/images.ts";

const AT_ONCE = 500;

interface Sent {
  address: string;
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
}

const json = (address: string, body: unknown): Sent => ({
  address,
  body: JSON.stringify(body),
  type: "application/json",
});
const picture = async (width: number): Promise<Sent> => ({
  address: "/api/assets?purpose=subject",
  body: new Uint8Array(await productPng({ width, height: 200 })),
  type: "image/png",
});

let pictures: PictureServer;
let server: RouteServer;
let project: ProjectView;
beforeAll(async () => {
  pictures = await startPictureServer(await productPng());
  server = await startRouteServer({ BACKLOT_FETCH_ALLOW_HOSTS: pictures.host });
  project = await (await send(json("/api/projects", { example: "perfume-marble" }))).json();
}, 30_000);
afterAll(async () => {
  await server.close();
  await pictures.close();
});

function send({ address, body, type }: Sent, key?: string): Promise<Response> {
  const headers = { "content-type": type, ...(key !== undefined && { [IDEMPOTENCY_KEY_HEADER]: key }) };
  return fetch(`${server.url}${address}`, { method: "POST", body, headers });
}

const order = (n: number) => ({ projectId: project.id, revision: project.revision, versions: ["v2"], n });
const edgeAddress = () => `/api/assets/${project.document.subject?.assetId}/edge`;
const repairAddress = () => `/api/assets/${project.document.subject?.assetId}/repair`;

/** Two requests of each creating operation that ask for something else. */
const CREATING: Record<string, () => Promise<[Sent, Sent]> | [Sent, Sent]> = {
  createProject: () => [json("/api/projects", { name: "One" }), json("/api/projects", { name: "Other" })],
  uploadAsset: async () => [await picture(210), await picture(220)],
  fetchAsset: () => [
    json("/api/assets/from-url", { url: pictures.url, purpose: "element" }),
    json("/api/assets/from-url", { url: pictures.url, purpose: "guide" }),
  ],
  makeEdge: () => [json(edgeAddress(), { detail: 0.2 }), json(edgeAddress(), { detail: 0.9 })],
  repairAsset: () => [json(repairAddress(), { repair: "clean-halo" }), json(repairAddress(), { repair: "invert" })],
  createRun: () => [json("/api/runs", order(1)), json("/api/runs", order(2))],
};

test("every POST that creates takes a key, and is tried here", () => {
  const creating = ALL_OPERATIONS.filter(({ method, answer }) => method === "POST" && answer.status > 200);
  expect(creating.filter(({ creates }) => !creates)).toEqual([]);
  expect(ALL_OPERATIONS.filter(({ creates }) => creates).map(({ id }) => id)).toEqual(creating.map(({ id }) => id));
  expect(Object.keys(CREATING).sort()).toEqual(creating.map(({ id }) => id).sort());
});

describe.each(Object.entries(CREATING))("%s", (_id, requests) => {
  test(`${AT_ONCE} requests at a time under one key have one effect and one answer; another body under it is refused`, async () => {
    const [one, other] = await requests();
    const key = newId("key");
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => send(one, key)));
    const told = await Promise.all(
      answers.map(async (answer) =>
        JSON.stringify([answer.status, answer.headers.get("location"), await answer.text()]),
      ),
    );
    expect(new Set(told).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(answers.filter(({ headers }) => headers.get(REPLAYED_HEADER) === "true")).toHaveLength(AT_ONCE - 1);

    const refused = await send(other, key);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "request/idempotency-mismatch" });
    expect((await send(other, newId("key"))).headers.get(REPLAYED_HEADER)).toBeNull();
  });
});

test("what was made under one key is there once, what was sent without a key as often as it was sent", async () => {
  const count = async () => (await (await fetch(`${server.url}/api/projects?limit=100`)).json()).projects.length;
  const before = await count();
  const key = newId("key");
  await Promise.all(Array.from({ length: 20 }, () => send(json("/api/projects", { name: "Twenty" }), key)));
  expect(await count()).toBe(before + 1);
  await Promise.all(Array.from({ length: 3 }, () => send(json("/api/projects", { name: "Twenty" }))));
  expect(await count()).toBe(before + 4);
});

test("JSON under a known key is the same request however it is written", async () => {
  const key = newId("key");
  const first = await (
    await send({ ...json("/api/projects", {}), body: '{"name":"A","example":"tea-podium"}' }, key)
  ).json();
  const again = await send({ ...json("/api/projects", {}), body: '{ "example": "tea-podium",\n "name": "A" }' }, key);
  expect(await again.json()).toEqual(first);
});

test("a key says nothing about another address of the same operation", async () => {
  const key = newId("key");
  const { id } = await (await send(await picture(230))).json();
  expect((await send(json(edgeAddress(), { detail: 0.2 }), key)).status).toBe(201);
  expect((await send(json(`/api/assets/${id}/edge`, { detail: 0.2 }), key)).status).toBe(422);
});

test("a request that was refused may be corrected under the same key", async () => {
  const key = newId("key");
  expect((await send(json("/api/projects", { name: "" }), key)).status).toBe(400);
  expect((await send(json("/api/runs", { ...order(1), revision: 99 }), key)).status).toBe(409);
  expect((await send(json("/api/projects", { name: "Corrected" }), key)).status).toBe(201);
  expect((await send(json("/api/runs", order(1)), key)).status).toBe(202);
});

test.each(["", "short", "x".repeat(201), "schlüssel-0815"])("%j is no key", async (key) => {
  const answer = await send(json("/api/projects", {}), key);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: "request/invalid", values: { field: IDEMPOTENCY_KEY_HEADER } });
});
