import { seededRandom } from "#lib/engine/math/random.ts";
import { pollDelayMs } from "#lib/generation/poll-schedule.ts";
import type { Bench, Result } from "./bench.ts";

const TASKS = 2_000;
/** As the lane does: the newest tasks of one kind. */
const LEARNED_TASKS = 50;

/** Tasks as the service makes them: v2 in about ten seconds, v3 in about forty, more or less alike. */
const KINDS = [
  { name: "40s-alike", medianSeconds: 40, spread: 0.15 },
  { name: "40s-apart", medianSeconds: 40, spread: 0.35 },
  { name: "10s-apart", medianSeconds: 10, spread: 0.35 },
] as const;

/** How late the end of a task is seen, and what that costs in questions: a simulation, so that it is the same on every machine. */
export const pollingBench: Bench = {
  name: "polling",
  async run(report) {
    return KINDS.flatMap(({ name, medianSeconds, spread }): Result[] => {
      const random = seededRandom(1);
      const taskTimesMs = Array.from(
        { length: TASKS },
        () => 1_000 * medianSeconds * Math.exp(spread * normal(random)),
      );
      const ours = meanOf(taskTimesMs.map((taskMs, index) => follow(taskMs, learnedSchedule(taskTimesMs, index))));
      const peer = meanOf(taskTimesMs.map((taskMs) => follow(taskMs, officialSchedule())));
      report(
        `  ${name}: ${ours.polls.toFixed(1)} questions a task, the end is seen after ${ours.lateSeconds.toFixed(2)} s`,
      );
      const against = "the official SDK's schedule, 1 s doubled every third time up to 5 s";
      return [
        { name: `polling/${name}/late`, ours: ours.lateSeconds, peer: peer.lateSeconds, unit: "s", against, goal: 0.5 },
        { name: `polling/${name}/questions`, ours: ours.polls, peer: peer.polls, unit: "a task", against, goal: 1 },
      ];
    });
  },
};

type Schedule = (ageMs: number) => number;
type Followed = { polls: number; lateSeconds: number };

function follow(taskMs: number, schedule: Schedule): Followed {
  let ageMs = 0;
  let polls = 0;
  while (ageMs < taskMs) {
    ageMs += schedule(ageMs);
    polls += 1;
  }
  return { polls, lateSeconds: (ageMs - taskMs) / 1_000 };
}

/** Knows the tasks before this one. */
function learnedSchedule(taskTimesMs: readonly number[], index: number): Schedule {
  const known = taskTimesMs.slice(Math.max(0, index - LEARNED_TASKS), index);
  return (ageMs) => pollDelayMs({ ageMs, taskTimesMs: known });
}

function officialSchedule(): Schedule {
  let asked = 0;
  return () => Math.min(1_000 * 2 ** Math.floor(asked++ / 3), 5_000);
}

function meanOf(tasks: readonly Followed[]): Followed {
  const mean = (of: (task: Followed) => number) => tasks.reduce((sum, task) => sum + of(task), 0) / tasks.length;
  return { polls: mean(({ polls }) => polls), lateSeconds: mean(({ lateSeconds }) => lateSeconds) };
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
