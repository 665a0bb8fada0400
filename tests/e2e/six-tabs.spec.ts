import { expect, test } from "./quiet-page.ts";

const TABS = 6;

test("six tabs work at once over one event stream", async ({ context, page: firstPage }) => {
  const project = await (await firstPage.request.post("/api/projects", { data: { example: "tea-podium" } })).json();
  let streams = 0;
  context.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/events") streams += 1;
  });
  const tabs = [firstPage];
  while (tabs.length < TABS) tabs.push(await context.newPage());
  for (const tab of tabs) {
    await tab.goto(`/projects/${project.id}`);
    await expect(tab.locator("[data-canvas]")).toHaveAttribute("data-ready", "true");
  }
  const run = { projectId: project.id, revision: project.revision, versions: ["v2"], n: 1 };
  const sent = await firstPage.request.post("/api/runs", { data: run });
  expect(sent.status()).toBe(202);
  for (const tab of tabs) await expect(tab.locator("[data-slot=picture]")).toHaveCount(1, { timeout: 60_000 });
  expect(streams).toBe(1);
});
