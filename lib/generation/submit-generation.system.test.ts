import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { intentsOf } from "#lib/db/intent-repository.ts";
import { ledgerTotals } from "#lib/db/ledger-repository.ts";
import { createEngine } from "#lib/engine/create-engine.ts";
import { createLaneRig, type LaneRig, SUBMIT } from "#tests/crash/lane-rig.ts";
import type { Fault } from "#tests/faults/faulty-fetch.ts";

const engine = createEngine({ threads: 1 });
let rig: LaneRig;
beforeEach(async () => {
  rig = await createLaneRig(engine);
});
afterEach(() => rig.close());
afterAll(() => engine.close());

const submits = () => rig.network.calls.filter((call) => call === SUBMIT).length;
const intentStates = async (id: string) => (await intentsOf(rig.db, id)).map((intent) => intent.state);
/** The first submission meets the fault, later ones pass. */
function breakFirstSubmission(fault: Fault): void {
  rig.network.plan(({ method, path, count }) => (`${method} ${path}` === SUBMIT && count === 1 ? fault : undefined));
}
const refusal = (status: number, code: string): Fault => ({
  kind: "answered",
  status,
  body: { code, message: `about ${code}`, request_id: "r-1" },
});

test.each<[string, Fault, string]>([
  ["nobody listened", { kind: "refused" }, "not_sent"],
  ["upstream throttled", refusal(429, "Throttling.RateQuota"), "rejected"],
])("when %s it goes back to the queue and is sent again", async (_, fault, intent) => {
  breakFirstSubmission(fault);
  rig.lane.start();
  const done = await rig.until(await rig.press(), "done", "failed", "needs_decision");
  expect(done.state).toBe("done");
  expect(await intentStates(done.id)).toEqual([intent, "accepted"]);
  expect(await rig.tasksUpstream()).toHaveLength(1);
  const queued = (await rig.events.replay(0)).filter((event) => event.type === "generation-queued");
  expect(queued.map((event) => event.generation.failure === null)).toEqual([true, false]);
});

test("a refusal ends it, with upstream's words, and gives the money back", async () => {
  breakFirstSubmission(refusal(400, "DataInspectionFailed"));
  rig.lane.start();
  const failed = await rig.until(await rig.press(), "done", "failed");
  expect(failed).toMatchObject({
    failure: {
      code: "upstream/rejected",
      upstreamCode: "DataInspectionFailed",
      upstreamMessage: "about DataInspectionFailed",
      requestId: "r-1",
    },
    cost: { reservedFen: 0, chargedFen: 0 },
  });
  expect(submits()).toBe(1);
  expect(await ledgerTotals(rig.db)).toEqual({ reservedFen: 0, chargedFen: 0 });
});

test.each<[string, Fault, number]>([
  ["the line broke before the answer", { kind: "answer-lost" }, 1],
  ["the answer was cut off", { kind: "answer-cut" }, 1],
  ["a gateway answered 502", refusal(502, "InternalError"), 0],
])(
  "when %s nobody knows: a person decides, nothing is sent again, the money stays held back",
  async (_, fault, tasks) => {
    breakFirstSubmission(fault);
    rig.lane.start();
    const run = await rig.press();
    const undecided = await rig.until(run, "done", "failed", "needs_decision");
    expect(undecided).toMatchObject({
      state: "needs_decision",
      failure: { code: "upstream/unanswered" },
      taskId: null,
    });
    expect(undecided.cost).toEqual({ reservedFen: 8, chargedFen: 0 });
    expect(await intentStates(undecided.id)).toEqual(["ambiguous"]);

    await rig.restart();
    await rig.until(await rig.press(), "done");
    await rig.until(run, "needs_decision");
    expect(submits()).toBe(2);
    expect(await rig.tasksUpstream()).toHaveLength(tasks + 1);
  },
);

test("a person may send it again, once", async () => {
  breakFirstSubmission({ kind: "answer-lost" });
  rig.lane.start();
  const run = await rig.press();
  const { id } = await rig.until(run, "needs_decision");
  await rig.lane.sendAgain(id);
  await rig.until(run, "done");
  expect(await intentStates(id)).toEqual(["resolved", "accepted"]);
  await expect(rig.lane.sendAgain(id)).rejects.toMatchObject({ code: "generation/not-undecided" });
});

test("a person may drop it, which gives back what was held", async () => {
  breakFirstSubmission({ kind: "answer-lost" });
  rig.lane.start();
  const run = await rig.press();
  const { id } = await rig.until(run, "needs_decision");
  await rig.lane.cancel(id);
  expect(await rig.until(run, "canceled")).toMatchObject({ cost: { reservedFen: 0, chargedFen: 0 } });
});
