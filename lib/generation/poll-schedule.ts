/** What one poll may cost in seconds of waiting: the price at which delay and number of polls are traded. */
const POLL_COST_SECONDS = 0.1;
const SHORTEST_MS = 300;
const LONGEST_MS = 8_000;
/** Fewer finished tasks than this say nothing about how they spread. */
const ENOUGH_TASKS = 3;
/** Tasks of one kind never agree more closely than this (spread of the logarithm); keeps one lucky row from closing the window. */
const SMALLEST_SPREAD = 0.15;

export type PollMoment = {
  /** Since the submission was accepted. */
  ageMs: number;
  /** How long the newest tasks of the same kind took. */
  taskTimesMs: readonly number[];
};

/**
 * How long to wait until the next question, 300 to 8000 ms. While nothing is known: a seventh of the age, at most 2 s.
 * Then √(2c/h): a gap Δ costs Δ/2 of waiting and 1/Δ polls, so where the end is likely (hazard h, of a log-normal
 * fitted to the known times) it asks often, and seldom before.
 */
export function pollDelayMs({ ageMs, taskTimesMs }: PollMoment): number {
  if (taskTimesMs.length < ENOUGH_TASKS) return clamp(ageMs / 7, SHORTEST_MS, 2_000);
  const logs = taskTimesMs.map((ms) => Math.log(Math.max(ms, 1) / 1_000));
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (logs.length - 1);
  const spread = Math.max(Math.sqrt(variance), SMALLEST_SPREAD);
  const hazard = logNormalHazard(Math.max(ageMs, 1) / 1_000, mean, spread);
  const bestMs = 1_000 * Math.sqrt((2 * POLL_COST_SECONDS) / hazard);
  // Before the likely time, do not sleep past the moment when it becomes likely.
  const likelyMs = 1_000 * Math.exp(mean - spread);
  const untilLikelyMs = ageMs < likelyMs ? likelyMs - ageMs : Number.POSITIVE_INFINITY;
  return clamp(Math.min(bestMs, untilLikelyMs), SHORTEST_MS, LONGEST_MS);
}

/** Chance per second to end now, having not ended before. */
function logNormalHazard(seconds: number, mean: number, spread: number): number {
  const z = (Math.log(seconds) - mean) / spread;
  // Far in the tail both are too small to divide; there the hazard of a normal is its z.
  if (z > 6) return z / (spread * seconds);
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  return density / (spread * seconds * upperTail(z));
}

/** 1 - Φ(z), error below 1.5e-7. Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26. */
function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = 0.5 * series * Math.exp(-x * x);
  return z >= 0 ? tail : 1 - tail;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
