import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { studioApi } from "#tests/drivers/studio-api.ts";
import { freePort, type Studio, startStudio, stopStudios } from "#tests/drivers/studio-process.ts";
import { openWorkplace, recipe, records, type Workplace } from "./backlot-process.ts";

let at: Workplace;
let studio: Studio;
beforeAll(async () => {
  at = await openWorkplace();
  studio = await startStudio();
}, 300_000);
afterEach(() => {
  expect(at.leftovers()).toEqual([]);
});
afterAll(async () => {
  await stopStudios();
  at.remove();
});

const HASHES = 2;
/** The hashes of what was sent, v2 before v3. */
const hashes = (stdout: string) => records(stdout).flatMap(({ type, hash }) => (type === "recipe" ? [hash] : []));

test("the studio draws the pictures and keeps the project; what was sent is what is sent in process", async () => {
  const args = ["generate", "recipe.json", "--json", "--version", "both"];
  const through = await at.run([...args, "-o", "through"], { env: { BACKLOT_URL: `${studio.url}/` } });
  expect(through).toMatchObject({ status: 0, stderr: "" });
  const here = await at.run([...args, "-o", "here"]);
  expect(new Set(hashes(through.stdout)).size).toBe(HASHES);
  expect(hashes(through.stdout)).toEqual(hashes(here.stdout));

  expect(at.files("through")).toEqual(["recipe-v2-1.png", "recipe-v3-1.png"]);
  const run = records(through.stdout).find(({ type }) => type === "run") as { projectId: string; page: string };
  expect(run.page).toBe(`${studio.url}/projects/${run.projectId}`);
  const [kept] = await studioApi(studio.url).runs(run.projectId);
  expect(kept?.generations.map(({ state, pictures }) => [state, pictures.length])).toEqual([
    ["done", 1],
    ["done", 1],
  ]);
  expect((await fetch(run.page)).status).toBe(200);
});

test("a saved picture restores its project in a studio, also one that was drawn in process from the same files", async () => {
  const reading = async ({ url }: Studio, file: string) => {
    const body = new Uint8Array(readFileSync(path.join(at.folder, file)));
    return await studioApi(url).ask("/api/pictures/read", { method: "POST", body });
  };
  expect(await reading(studio, "through/recipe-v3-1.png")).toMatchObject({
    form: "document",
    document: { subject: { name: "bottle.png" }, background: [{ name: "edge.png", prompt: "a wreath" }] },
  });
  expect(await reading(studio, "here/recipe-v3-1.png")).toMatchObject({
    form: "document",
    document: { background: [{ prompt: "a wreath" }] },
  });
});

test("a picture of the studio is named by its reference; another one's is refused", async () => {
  const bytes = readFileSync(path.join(at.folder, "bottle.png"));
  const asset = await studioApi(studio.url).ask<{ id: string }>("/api/assets?purpose=subject", {
    method: "POST",
    body: new Uint8Array(bytes),
  });
  const env = { BACKLOT_URL: studio.url };
  at.write("asset.json", JSON.stringify(recipe({ base_image_url: `backlot-asset:${asset.id}` })));
  expect(await at.run(["preflight", "asset.json"], { env })).toMatchObject({ status: 0 });
  expect(await at.run(["preflight", "asset.json"])).toMatchObject({
    status: 3,
    stderr: expect.stringContaining("input.base_image_url"),
  });
});

test("a studio that is started anew in the middle goes on, and so does the command", async () => {
  const again = { dataDir: `${at.folder}/studio`, port: await freePort() };
  const first = await startStudio(again);
  const backlot = at.start(["generate", "recipe.json", "-o", "resumed", "-n", "4", "--url", first.url]);
  await backlot.untilSaid("v2: drawing");
  first.process.kill("SIGTERM");
  await first.exited;
  await startStudio(again);
  expect(await backlot.ended).toMatchObject({ status: 0 });
  expect(at.files("resumed")).toHaveLength(4);
});

test("no studio at the address is status 5, never work done elsewhere", async () => {
  const env = { BACKLOT_URL: `http://127.0.0.1:${await freePort()}` };
  const { status, stdout, stderr } = await at.run(["generate", "recipe.json", "-o", "nowhere"], { env });
  expect({ status, stdout }).toEqual({ status: 5, stdout: "" });
  expect(stderr).toContain(`${env.BACKLOT_URL} (ECONNREFUSED)`);
  expect(() => at.files("nowhere")).toThrow("ENOENT");
});

test.each([
  ["a page", "<html>hello</html>", 200],
  ["an error of its own", '{"error":"not found"}', 404],
])("a server that is no studio, with %s, is status 5 too", async (_, body, code) => {
  const server = createServer((_request, response) => response.writeHead(code).end(body));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { status, stderr } = await at.run(["preflight", "recipe.json", "--url", url]);
  expect({ status, stderr }).toEqual({ status: 5, stderr: expect.stringContaining("not a Backlot studio") });
  server.close();
});

test("an address that is none is a wrong call", async () => {
  const { status, stderr } = await at.run(["preflight", "recipe.json"], { env: { BACKLOT_URL: "studio.example" } });
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("BACKLOT_URL") });
});
