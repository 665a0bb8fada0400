import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openWorkplace, recipe, type Workplace } from "./backlot-process.ts";

let at: Workplace;
beforeAll(async () => {
  at = await openWorkplace();
});
afterEach(() => {
  expect(at.leftovers()).toEqual([]);
});
afterAll(() => at.remove());

test("before anything is sent, Ctrl-C ends it at once", async () => {
  const server = createServer(() => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  at.write("slow.json", JSON.stringify(recipe({ base_image_url: `http://${host}/a.png` })));
  const backlot = at.start(["generate", "slow.json"], { env: { BACKLOT_FETCH_ALLOW_HOSTS: host } });
  await once(server, "request");
  backlot.process.kill("SIGINT");
  expect(await backlot.ended).toMatchObject({
    status: 130,
    stdout: "",
    stderr: expect.stringContaining("Nothing was sent"),
  });
  server.closeAllConnections();
  server.close();
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s cancels what waits, says what is being drawn, and saves that",
  async (signal) => {
    const folder = `out-${signal}`;
    const backlot = at.start(["generate", "recipe.json", "-o", folder, "--version", "both", "-n", "4"]);
    await backlot.untilSaid("v2: drawing");
    backlot.process.kill(signal);
    const { status, stdout, stderr } = await backlot.ended;
    expect(status).toBe(130);
    expect(stderr).toContain("v2: 4 pictures are being drawn already");
    expect(stderr).toContain("v3: cancelled");
    const names = [1, 2, 3, 4].map((index) => `recipe-v2-${index}.png`);
    expect(at.files(folder)).toEqual(names);
    expect(stdout.trim().split("\n").sort()).toEqual(names.map((name) => `${folder}/${name}`));
  },
);

test("a second Ctrl-C leaves at once, and no picture is half there", async () => {
  const backlot = at.start(["generate", "recipe.json", "-o", "left", "-n", "4"]);
  await backlot.untilSaid("v2: drawing");
  backlot.process.kill("SIGINT");
  await backlot.untilSaid("press Ctrl-C again");
  backlot.process.kill("SIGINT");
  expect((await backlot.ended).status).toBe(130);
  expect(at.files("left").filter((name) => !/^recipe-v2-\d\.png$/.test(name))).toEqual([]);
  expect(backlot.said()).not.toContain("v2: done");
});
