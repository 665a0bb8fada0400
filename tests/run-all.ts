import { spawnSync } from "node:child_process";

/** Everything, cheapest first, so that the first red step is the quickest to learn of. One process after another: 2 cores are few. */
const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["lint", "biome", "ci", "--error-on-warnings", "."],
  ["types", "tsc", "--noEmit"],
  ["unit, boundaries, contract, crash", "vitest", "run"],
  ["end to end", "playwright", "test"],
];

for (const [name, command, ...args] of STEPS) {
  console.log(`\n▸ ${name}`);
  const startedAt = performance.now();
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) {
    console.error(`✗ ${name} failed`);
    process.exit(1);
  }
  console.log(`✓ ${name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
