import { findGeneration, generationsInStates, oldestGeneration } from "#lib/db/generation-repository.ts";
import type { SubmitRequest } from "#lib/wanx/contract/submit-request.ts";
import { askIfThere } from "./ask-if-there.ts";
import type { Again } from "./backoff.ts";
import { createBell } from "./bell.ts";
import { cancelGeneration, sendAgain } from "./cancel-generation.ts";
import { followTask } from "./follow-task.ts";
import { IN_FLIGHT } from "./generation-state.ts";
import { createInputTrouble } from "./input-trouble.ts";
import type { LaneParts } from "./lane-parts.ts";
import { createPrepareInputs } from "./prepare-inputs.ts";
import { recoverLane } from "./recover-lane.ts";
import { type LoopStep, runLoop, type StepEnd } from "./run-loop.ts";
import { createSavePictures } from "./save-pictures.ts";
import { createSaveQueue } from "./save-queue.ts";
import { submitGeneration } from "./submit-generation.ts";
import { createSubmitWindow } from "./submit-window.ts";
import { sweepOldRows } from "./sweep-old-rows.ts";

const SWEEP_EVERY_MS = 6 * 3600 * 1000;

export type Lane = {
  /** Takes up what an earlier process left, then sends what is queued. To be called once. */
  start(): void;
  /** Something new is queued. */
  wake(): void;
  /** Ends after the step at hand: a submission on the wire is waited for and recorded, all else goes on at the next start. */
  stop(): Promise<void>;
  /** See `cancelGeneration`. */
  cancel(generationId: string): Promise<void>;
  /** See `sendAgain`. */
  sendAgain(generationId: string): Promise<void>;
};

/**
 * Everything that is sent with one API key: first in, first out, one task upstream at a time; results are fetched beside
 * it. All it knows is in the database, so it may be killed at any line. One lane per key and database, which the lock on
 * the data directory sees to.
 */
export function createLane(parts: LaneParts): Lane {
  const { db, client, clock, log } = parts;
  const stopping = new AbortController();
  const bells = { queue: createBell(clock), task: createBell(clock), saving: createBell(clock) };
  const submitWindow = createSubmitWindow(clock);
  const prepareInputs = createPrepareInputs(parts);
  const judgeTrouble = createInputTrouble(parts);
  const save = createSaveQueue(parts, createSavePictures(parts), bells.saving);
  let isRecovered = false;
  let followedId: string | undefined;
  /** A submission costs money, so it is no way to find out whether upstream is there: after a start or trouble a question goes first. */
  let isDoubtful = true;
  let work: Promise<unknown> = Promise.resolve();

  const send: LoopStep = async (signal) => {
    if (!isRecovered) await recoverLane(parts);
    isRecovered = true;
    const [inFlight] = await generationsInStates(db, IN_FLIGHT, 1);
    return inFlight ? await follow(inFlight.id, undefined, signal) : await submitOldest(signal);
  };

  const submitOldest: LoopStep = async (signal) => {
    const queued = await oldestGeneration(db, "queued");
    if (!queued) return "idle";
    let request: SubmitRequest;
    try {
      if (isDoubtful) await askIfThere(client, signal);
      isDoubtful = false;
      request = await prepareInputs(queued, signal);
    } catch (error) {
      signal.throwIfAborted();
      return progressUnless(await judgeTrouble(queued, isDoubtful ? "reach" : "inputs", error));
    }
    signal.throwIfAborted();
    await submitWindow.enter(signal);
    const end = await submitGeneration(parts, queued, request);
    isDoubtful = end === "undecided" || (typeof end === "object" && end.stage === "reach");
    if (end === "accepted") return await follow(queued.id, clock.monotonic(), signal);
    return progressUnless(end);
  };

  async function follow(id: string, acceptedAt: number | undefined, signal: AbortSignal) {
    followedId = id;
    const generation = await findGeneration(db, id);
    if (generation) await followTask(parts, { generation, acceptedAt, bell: bells.task }, signal);
    bells.saving.ring();
    return "progress" as const;
  }

  const sweep: LoopStep = async (signal) => {
    await sweepOldRows(parts);
    await clock.sleep(SWEEP_EVERY_MS, signal);
    return "progress";
  };

  return {
    start() {
      const loop = (name: string, step: LoopStep, bell: (typeof bells)["queue"]) =>
        runLoop({ name, step, bell, clock, log }, stopping.signal);
      work = Promise.all([
        loop("send", send, bells.queue),
        loop("save", save, bells.saving),
        loop("sweep", sweep, createBell(clock)),
      ]);
    },
    wake: () => bells.queue.ring(),
    async stop() {
      stopping.abort(new Error("the lane is stopping"));
      await work;
    },
    async cancel(generationId) {
      await cancelGeneration(parts, generationId);
      // Only then is there a question to ask earlier: clearing a long queue must not use up upstream's patience.
      if (generationId === followedId) bells.task.ring();
    },
    async sendAgain(generationId) {
      await sendAgain(parts, generationId);
      bells.queue.ring();
    },
  };
}

function progressUnless(end: Again | string): StepEnd {
  return typeof end === "object" ? end : "progress";
}
