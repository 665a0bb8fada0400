import { readFileSync } from "node:fs";
import path from "node:path";
import { sandboxAdmin } from "#tests/faults/sandbox-admin.ts";
import { expect, test } from "./quiet-page.ts";

/** Only where the service is a process of its own: see `E2E_UPSTREAM` in playwright.config.ts. */
const service = sandboxAdmin(process.env.E2E_SERVICE_URL ?? "");
const usual = JSON.parse(readFileSync(path.join(import.meta.dirname, "cloud-faults.json"), "utf8"));

test.afterEach(() => service.plan(usual.rules, usual.seed));

test("of a task that lost a picture the others are kept, its place says why, and only what was made is charged", async ({
  page,
  studio,
}) => {
  await service.plan([{ on: "task", fault: "partial", items: 1 }]);
  const project = await (await page.request.post("/api/projects", { data: { example: "tea-podium" } })).json();
  await page.goto(`/projects/${project.id}`);
  await expect(studio.canvas).toHaveAttribute("data-ready", "true");
  await studio.generateButton.click();

  await expect(page.locator('[data-slot=generation][data-state="done"]')).toHaveCount(2, { timeout: 120_000 });
  await expect(page.locator("[data-slot=picture]")).toHaveCount(2);
  await expect(page.getByRole("button", { name: /was not made\..*inspection found something/ })).toHaveCount(2);
  await expect(page.getByTitle("¥0.08 charged")).toHaveCount(2);
  const [run] = await studio.runs();
  expect(run?.generations.map(({ state, cost }) => [state, cost.chargedFen])).toEqual([
    ["done", 8],
    ["done", 8],
  ]);
});
