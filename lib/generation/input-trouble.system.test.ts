import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { createLaneRig, type LaneRig, SUBMIT } from "#tests/crash/lane-rig.ts";

const engine = createEngine({ threads: 1 });
let rig: LaneRig;
beforeEach(async () => {
  rig = await createLaneRig(engine);
});
afterEach(() => rig.close());
afterAll(() => engine.close());

test("an upstream that cannot be reached is waited for: still queued, with the reason, told once", async () => {
  rig.network.plan(({ path, count }) => (path.endsWith("/uploads") && count < 3 ? { kind: "refused" } : undefined));
  rig.lane.start();
  const run = await rig.press();
  await rig.until(run, "done");
  const queued = (await rig.events.replay(0)).filter((event) => event.type === "generation-queued");
  expect(queued.map((event) => event.generation.failure?.code)).toEqual([undefined, "upstream/unreachable"]);
});

test("a key that upstream refuses fails the generation with upstream's words, and nothing is sent", async () => {
  const body = { code: "InvalidApiKey", message: "Invalid API-key provided.", request_id: "r-1" };
  rig.network.plan(({ path }) => (path.endsWith("/uploads") ? { kind: "answered", status: 401, body } : undefined));
  rig.lane.start();
  const failed = await rig.until(await rig.press(), "failed", "done");
  expect(failed.failure).toMatchObject({
    code: "upstream/rejected",
    upstreamCode: body.code,
    upstreamMessage: body.message,
    requestId: "r-1",
  });
  expect(failed.cost).toEqual({ reservedFen: 0, chargedFen: 0 });
  expect(rig.network.calls).not.toContain(SUBMIT);
});

test("a picture that is no longer stored fails its generation, and the next one goes on", async () => {
  const run = await rig.press();
  await rm(path.join(rig.folder, "assets"), { recursive: true });
  rig.lane.start();
  expect((await rig.until(run, "failed", "done")).failure).toEqual({ code: "asset/not-found" });
  await rig.addSubject();
  await rig.until(await rig.press(), "done");
});
