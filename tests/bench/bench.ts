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
  /** `group` or `group/name`; asked for by either. */
  name: string;
  run(report: (line: string) => void, options: BenchOptions): Promise<Result[]>;
}

export interface BenchOptions {
  /** Fewer cases of the same kinds: a look while working, not a figure to quote. */
  quick: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export interface Cost {
  /** Of this process, its threads included: what work costs, however busy the machine is. */
  cpuSeconds: number;
  /** What somebody waits, on a machine that does nothing else. */
  wallSeconds: number;
}

export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - start) / 1e3 };
}
