import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./quiet-page.ts";

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** With no project yet the page greets instead of listing. */
async function createExample(page: Page): Promise<{ id: string }> {
  return (await page.request.post("/api/projects", { data: { example: "tea-podium" } })).json();
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const { locale, projects, generate } of [
    { locale: "en-US", projects: "Projects", generate: /^Generate/ },
    { locale: "zh-CN", projects: "项目", generate: /生成/ },
  ]) {
    test(`the studio reads in ${locale}, ${colorScheme}, without a serious accessibility problem`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ locale, colorScheme, viewport: { width: 1440, height: 900 } });
      try {
        const page = await context.newPage();
        const project = await createExample(page);
        await page.goto("/");
        await expect(page.getByRole("heading", { name: projects, exact: true })).toBeVisible();
        expect(await page.locator("html").getAttribute("lang")).toBe(locale === "en-US" ? "en" : "zh-CN");
        expect(await seriousProblems(page)).toEqual([]);

        await page.goto(`/projects/${project.id}`);
        await expect(page.locator("[data-canvas]")).toHaveAttribute("data-ready", "true");
        await expect(page.getByRole("button", { name: generate }).last()).toBeVisible();
        expect(await seriousProblems(page)).toEqual([]);
      } finally {
        await context.close();
      }
    });
  }
}

test("language and theme are switched in place and stay after a reload", async ({ page, studio: _ }) => {
  await createExample(page);
  await page.goto("/");
  await page.getByRole("button", { name: /Language/ }).click();
  await page.getByRole("menuitemradio", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { name: "项目", exact: true })).toBeVisible();
  await page.getByRole("button", { name: /主题|外观/ }).click();
  await page.getByRole("menuitemradio", { name: /浅色/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.reload();
  await expect(page.getByRole("heading", { name: "项目", exact: true })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});
