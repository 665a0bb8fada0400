import type { APIRequestContext } from "@playwright/test";
import type { ProjectView } from "#lib/api/project-view.ts";
import type { RunView } from "#lib/api/run-view.ts";
import { expect, test } from "./quiet-page.ts";

async function post<Body>(request: APIRequestContext, address: string, data: unknown): Promise<Body> {
  const answer = await request.post(address, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return await answer.json();
}

test("more projects than a page holds are reached by keyboard, each once", async ({ page, studio: _ }) => {
  const made: ProjectView[] = [];
  for (let count = 0; count < 62; count += 1) {
    made.push(await post<ProjectView>(page.request, "/api/projects", { name: `Scene ${count}` }));
  }
  await page.goto("/");
  const cards = page.locator("[data-slot=project-card]");
  await expect(cards).toHaveCount(60);
  // A key pressed before the page has come to life goes nowhere: as a person would, it is pressed again.
  await expect(async () => {
    const more = page.getByRole("button", { name: "Show more projects" });
    if ((await cards.count()) === 60) await more.press("Enter", { timeout: 1_000 });
    await expect(cards.nth(60)).toBeVisible({ timeout: 3_000 });
  }).toPass();
  // The button may be gone now; who uses the keyboard goes on at the first card that came.
  await expect(cards.nth(60).getByRole("link")).toBeFocused();
  const links = cards.getByRole("link");
  for (const { name } of made) await expect(links.filter({ hasText: new RegExp(`^${name}$`) })).toHaveCount(1);
  for (const { id } of made) await page.request.delete(`/api/projects/${id}`);
});

test("older pictures of a project are shown when they are asked for, and the newest stay first", async ({
  page,
  studio,
}) => {
  const project = await post<ProjectView>(page.request, "/api/projects", { example: "tea-podium" });
  const order = { projectId: project.id, revision: project.revision, versions: ["v2"], n: 1 };
  const runs: RunView[] = [];
  for (let count = 0; count < 23; count += 1) runs.push(await post<RunView>(page.request, "/api/runs", order));
  // The first may be drawn already; the others give their place back.
  for (const { generations } of runs.slice(1).reverse()) {
    await page.request.post(`/api/generations/${generations[0]?.id}/cancel`);
  }
  await page.goto(`/projects/${project.id}`);
  await expect(studio.canvas).toHaveAttribute("data-ready", "true");
  const groups = page.locator("[data-slot=generation]");
  await expect(groups).toHaveCount(20);
  await page.getByRole("button", { name: "Older pictures" }).click();
  await expect(groups).toHaveCount(23);
  await expect(page.getByRole("button", { name: "Older pictures" })).toHaveCount(0);
  const shown = await groups.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.generation));
  expect(shown).toEqual(runs.toReversed().map(({ generations }) => generations[0]?.id));
});
