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
const refusal = (status: number, code: string): Extract<Fault, { kind: "answered" }> => ({
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

test("throttled again and again, everything is sent in the order in which it was asked for", async () => {
  const limited = refusal(429, "Throttling.RateQuota");
  rig.network.plan(({ method, path, count }) =>
    `${method} ${path}` === SUBMIT && [1, 2, 4].includes(count) ? limited : undefined,
  );
  rig.lane.start();
  const runs = [await rig.press(), await rig.press({ n: 2 }), await rig.press()];
  for (const run of runs) await rig.until(run, "done", "failed");
  const accepted = (await rig.events.replay(0)).filter(({ type }) => type === "generation-pending");
  expect(accepted.map(({ generation }) => generation.id)).toEqual(runs.map(({ generations }) => generations[0]?.id));
  expect(await rig.tasksUpstream()).toHaveLength(3);
});

test("upstream is left alone for as long as it asks", async () => {
  const times: number[] = [];
  rig.network.plan(({ method, path, count }) => {
    if (`${method} ${path}` !== SUBMIT) return undefined;
    times.push(rig.clock.monotonic());
    const limited = { ...refusal(429, "Throttling"), headers: { "retry-after": "12" } };
    return count === 1 ? limited : undefined;
  });
  rig.lane.start();
  await rig.until(await rig.press(), "done", "failed");
  expect(times).toHaveLength(2);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(12_000);
});

test.each([
  ["AllocationQuota.FreeTierOnly", 403],
  ["Arrearage", 400],
  ["CommodityNotPurchased", 429],
  ["PrepaidBillOverdue", 429],
])("%s is no matter of patience: it has failed, with upstream's words, at the first answer", async (code, status) => {
  breakFirstSubmission(refusal(status, code));
  rig.lane.start();
  const failed = await rig.until(await rig.press(), "done", "failed");
  expect(failed).toMatchObject({
    state: "failed",
    failure: { code: "upstream/rejected", upstreamCode: code, upstreamMessage: `about ${code}` },
    cost: { reservedFen: 0, chargedFen: 0 },
  });
  expect(submits()).toBe(1);
});

test("an outage of half a minute costs one undecided generation and few calls; the others wait for a question to be answered", async () => {
  const OUTAGE_MS = 30_000;
  let begunAt: number | undefined;
  let calls = 0;
  rig.network.plan(({ method, path }) => {
    if (begunAt === undefined && `${method} ${path}` === SUBMIT) begunAt = rig.clock.monotonic();
    if (begunAt === undefined || rig.clock.monotonic() > begunAt + OUTAGE_MS) return undefined;
    calls += 1;
    return { kind: "answered", status: 502, body: "bad gateway" };
  });
  const runs = [await rig.press(), await rig.press(), await rig.press()];
  rig.lane.start();
  const [hit, ...others] = runs as [(typeof runs)[0], ...typeof runs];
  await rig.until(hit, "needs_decision");
  for (const run of others) await rig.until(run, "done", "failed", "needs_decision");
  expect(await Promise.all(others.map((run) => rig.until(run, "done")))).toHaveLength(2);
  await rig.until(hit, "needs_decision");
  expect(submits()).toBe(3);
  expect(calls).toBeLessThanOrEqual(8);
  expect(await rig.tasksUpstream()).toHaveLength(2);
});

test("inputs that a submission could not be read with are uploaded anew before it is sent again", async () => {
  rig.lane.start();
  await rig.until(await rig.press(), "done");
  const before = rig.network.calls.length;
  rig.network.plan(({ method, path, count }) =>
    `${method} ${path}` === SUBMIT && count === 2 ? refusal(400, "InvalidURL") : undefined,
  );
  const done = await rig.until(await rig.press(), "done", "failed");
  expect(done).toMatchObject({ state: "done", failure: null, attempts: 2 });
  const since = rig.network.calls.slice(before).filter((call) => call === SUBMIT || call === "GET /api/v1/uploads");
  expect(since).toEqual([SUBMIT, "GET /api/v1/uploads", SUBMIT]);
});
