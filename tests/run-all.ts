import { spawnSync } from "node:child_process";

/** Everything, cheapest first, so that the first red step is the quickest to learn of. One process after another: 2 cores are few. */
const STEPS: readonly { name: string; command: string; args: string[]; env?: Record<string, string> }[] = [
  { name: "lint", command: "biome", args: ["ci", "--error-on-warnings", "."] },
  { name: "types", command: "tsc", args: ["--noEmit", "--incremental", "false"] },
  { name: "unit, boundaries, contract, crash", command: "vitest", args: ["run"] },
  { name: "end to end", command: "playwright", args: ["test"] },
  // Once more with the service as a process of its own that fails as a busy one does: nobody may notice.
  { name: "end to end in the cloud", command: "playwright", args: ["test"], env: { E2E_UPSTREAM: "cloud" } },
];

for (const { name, command, args, env } of STEPS) {
  console.log(`\n▸ ${name}`);
  const startedAt = performance.now();
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  if (status !== 0) {
    console.error(`✗ ${name} failed`);
    process.exit(1);
  }
  console.log(`✓ ${name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
