import type { Locator } from "@playwright/test";
import { expect, test } from "./quiet-page.ts";

/** Both halves of the desk show the same spot of their picture. */
async function placesOf(images: Locator): Promise<{ left: number; top: number; width: number }[]> {
  return images.evaluateAll((all) =>
    all.map((image) => {
      const { left, top, width } = (image as HTMLElement).style;
      return { left: Number.parseFloat(left), top: Number.parseFloat(top), width: Number.parseFloat(width) };
    }),
  );
}

test("a reload in the middle of a run loses nothing, and v2 and v3 are looked at under one zoom", async ({
  page,
  studio,
}) => {
  const project = await (await page.request.post("/api/projects", { data: { example: "perfume-marble" } })).json();
  await page.goto(`/projects/${project.id}`);
  await expect(studio.canvas).toHaveAttribute("data-ready", "true");
  await studio.generateButton.click();
  await expect(page.locator("[data-slot=generation]")).toHaveCount(2);
  await page.reload();
  await expect(page.locator("[data-slot=picture]")).toHaveCount(4, { timeout: 120_000 });
  expect((await studio.runs()).length).toBe(1);

  await page.locator("[data-slot=picture]").first().click();
  const desk = page.getByRole("dialog", { name: "Compare" });
  const images = desk.getByRole("img", { name: /^v[23], picture 1$/ });
  await expect(images).toHaveCount(2);
  const [fitted] = await placesOf(images);
  const pane = await images.first().boundingBox();
  await page.mouse.move((pane?.x ?? 0) + 60, (pane?.y ?? 0) + 80);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -400);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await placesOf(images))[0]?.width).toBeGreaterThan((fitted?.width ?? 0) * 1.2);
  const [left, right] = await placesOf(images);
  expect(right).toEqual(left);

  await desk.getByRole("button", { name: /^100\s?%$/ }).click();
  await expect.poll(async () => (await placesOf(images)).map(({ width }) => width)).toEqual([1024, 1024]);
  const download = page.waitForEvent("download");
  await desk.getByRole("button", { name: /Download v3 picture 1/ }).click();
  await page.getByRole("menuitem", { name: /PNG/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.png$/);
});

test("a waiting generation can be cancelled and is not charged", async ({ page, studio }) => {
  const project = await (await page.request.post("/api/projects", { data: { example: "tea-podium" } })).json();
  await page.goto(`/projects/${project.id}`);
  await expect(studio.canvas).toHaveAttribute("data-ready", "true");
  await studio.generateButton.click();
  await page.getByRole("button", { name: /^Cancel v3/ }).click();
  await expect(page.locator('[data-slot=generation][data-state="canceled"]')).toHaveCount(1);
  await expect(page.locator("[data-slot=picture]")).toHaveCount(2, { timeout: 90_000 });
  const [run] = await studio.runs();
  expect(run?.generations.map(({ version, state, cost }) => [version, state, cost.chargedFen])).toEqual([
    ["v2", "done", 16],
    ["v3", "canceled", 0],
  ]);
});
