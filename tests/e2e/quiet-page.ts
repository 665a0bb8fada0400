import { test as base, expect } from "@playwright/test";
import { StudioPage } from "#tests/drivers/studio-page.ts";

/** A page whose console must stay silent: a warning that nobody reads is a bug that nobody sees. */
export const test = base.extend<{ studio: StudioPage; expectedNoise: RegExp[] }>({
  expectedNoise: async ({ browserName: _ }, use) => use([]),
  studio: async ({ page, expectedNoise }, use) => {
    const noise: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") noise.push(message.text());
    });
    page.on("pageerror", (error) => noise.push(String(error)));
    await use(new StudioPage(page));
    expect(noise.filter((line) => !expectedNoise.some((pattern) => pattern.test(line)))).toEqual([]);
  },
});

export { expect };
