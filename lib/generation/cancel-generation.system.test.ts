import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { createEngine } from "#lib/engine/create-engine.ts";
import { createLaneRig, type LaneRig } from "#tests/crash/lane-rig.ts";

const engine = createEngine({ threads: 1 });
let rig: LaneRig;
beforeEach(async () => {
  rig = await createLaneRig(engine);
});
afterEach(() => rig.close());
afterAll(() => engine.close());

test("what is still queued is canceled without a call, and its money given back", async () => {
  const run = await rig.press({ n: 4 });
  const id = run.generations[0]?.id ?? "";
  await rig.lane.cancel(id);
  expect(await rig.until(run, "canceled")).toMatchObject({ cost: { reservedFen: 0, chargedFen: 0 }, failure: null });
  rig.lane.start();
  await rig.lane.cancel(id);
  await rig.until(await rig.press(), "done");
  expect(rig.network.calls.filter((call) => call.endsWith("/cancel"))).toEqual([]);
  expect(await rig.tasksUpstream()).toHaveLength(1);
});

test("what waits upstream is canceled there first", async () => {
  rig.lane.start();
  await rig.occupyUpstream();
  const run = await rig.press();
  const { id, taskId } = await rig.until(run, "pending");
  await rig.lane.cancel(id);
  expect(await rig.until(run, "canceled")).toMatchObject({ cost: { reservedFen: 0, chargedFen: 0 } });
  expect((await rig.client.query(taskId ?? "")).status).toBe("CANCELED");
});

test("what is being made goes on: it says so, is saved and charged", async () => {
  let isHeld = true;
  const stillRunning = (body: unknown) => (isHeld ? { output: { task_status: "RUNNING" } } : body);
  rig.network.plan(({ path }) =>
    /\/tasks\/[^/]+$/.test(path) ? { kind: "changed", change: stillRunning } : undefined,
  );
  rig.lane.start();
  const run = await rig.press({ n: 4 });
  const { id } = await rig.until(run, "running");
  await expect(rig.lane.cancel(id)).rejects.toMatchObject({ code: "run/not-cancelable", values: { state: "running" } });
  isHeld = false;
  expect(await rig.until(run, "done")).toMatchObject({ cost: { chargedFen: 32 } });
});

test("a cancel that upstream cannot be asked for changes nothing", async () => {
  rig.lane.start();
  await rig.occupyUpstream();
  const run = await rig.press();
  const { id } = await rig.until(run, "pending");
  rig.network.plan(({ path }) => (path.endsWith("/cancel") ? { kind: "refused" } : undefined));
  await expect(rig.lane.cancel(id)).rejects.toMatchObject({ code: "upstream/unreachable" });
  await rig.until(run, "done");
});

test("an unknown id is told from one that cannot be canceled", async () => {
  await expect(rig.lane.cancel("generation_00000000")).rejects.toMatchObject({ code: "generation/not-found" });
});
