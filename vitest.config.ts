import { defineConfig } from "vitest/config";

const shared = { setupFiles: ["tests/setup.ts"], testTimeout: 20_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: "unit", include: ["{app,components,lib}/**/*.test.ts"] } },
      { test: { ...shared, name: "boundaries", include: ["tests/boundaries/*.test.ts"] } },
      {
        test: {
          ...shared,
          name: "system",
          include: ["tests/{contract,crash,security,server}/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
