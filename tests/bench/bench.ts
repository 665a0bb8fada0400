/** One ratio: ours against a peer measured in the same run on the same machine, so that a slow machine slows both. */
export interface Result {
  name: string;
  /** In `unit`, medians. */
  ours: number;
  peer: number;
  unit: string;
  /** What `peer` is. */
  against: string;
  /** The largest ratio ours / peer that passes. */
  goal: number;
}

export interface Bench {
  /** `group` or `group/name`. */
  name: string;
  run(report: (line: string) => void): Promise<Result[]>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** CPU seconds of this process, its threads included: what a picture costs, however busy the machine is. */
export async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
