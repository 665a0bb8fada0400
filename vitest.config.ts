import { configDefaults, defineConfig } from "vitest/config";

/** Whole lanes and queues over real time: they stand beside what they judge, and run with the processes, not with the quick half. */
const SLOW_BESIDE_THEIR_FILE = "lib/**/*.system.test.ts";

const shared = { setupFiles: ["tests/setup.ts"], testTimeout: 20_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["{app,components,lib}/**/*.test.ts"],
          exclude: [...configDefaults.exclude, SLOW_BESIDE_THEIR_FILE],
        },
      },
      { test: { ...shared, name: "boundaries", include: ["tests/boundaries/*.test.ts"] } },
      {
        test: {
          ...shared,
          name: "system",
          include: ["tests/{cli,contract,crash,gallery,security,server}/*.test.ts", SLOW_BESIDE_THEIR_FILE],
          testTimeout: 240_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
