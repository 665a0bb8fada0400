import AxeBuilder from "@axe-core/playwright";
import { ERROR_STATUS } from "#lib/base/error-codes.ts";
import { expect, test } from "./quiet-page.ts";

for (const { locale, title, colorScheme } of [
  { locale: "en-US", title: "API reference", colorScheme: "dark" },
  { locale: "zh-CN", title: "API 参考", colorScheme: "light" },
] as const) {
  test(`the API reference reads in ${locale}, and every link in it leads somewhere`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ locale, colorScheme, baseURL });
    try {
      const page = await context.newPage();
      await page.goto("/api-reference");
      await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
      for (const part of await page.locator("details").all())
        await part.evaluate((one) => one.setAttribute("open", ""));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);

      const lost = await page
        .locator("a[href^='#']")
        .evaluateAll((links) =>
          links
            .map((link) => decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""))
            .filter((id) => document.getElementById(id) === null),
        );
      expect(lost).toEqual([]);
      const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(Object.keys(ERROR_STATUS)));

      await page.setViewportSize({ width: 390, height: 844 });
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(overflow)).toBe(0);
    } finally {
      await context.close();
    }
  });
}

test("an error says where it is explained, and the command lines work as they stand", async ({ page, studio: _ }) => {
  const problem = await (await page.request.get("/api/projects/nobody")).json();
  await page.goto(problem.type);
  await expect(page.locator("tr:target")).toContainText(problem.code);

  await page.goto("/");
  await page.getByRole("link", { name: "API reference" }).click();
  const section = page.getByRole("region", { name: "List projects" });
  const command = (await section.locator("pre").last().textContent()) ?? "";
  const address = /^curl '([^']+)'$/.exec(command)?.[1] ?? "";
  expect((await page.request.get(address)).status()).toBe(200);
});
