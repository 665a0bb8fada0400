import sharp from "sharp";
import { pngFile } from "#tests/drivers/studio-page.ts";
import * as images from "#tests/fixtures/images.ts";
import { expect, test } from "./quiet-page.ts";

/** As cut from a photo before white, its soft pixels left as they were. */
async function withHalo(png: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  for (let index = 0; index < data.length; index += 1) {
    const alpha = (data[index | 3] ?? 0) / 255;
    if (index % 4 < 3) data[index] = Math.round(alpha * (data[index] ?? 0) + 255 * (1 - alpha));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer();
}

test("a halo is noted, and cleaned at a click that can be undone", async ({ page, studio }) => {
  await studio.openNewProject();
  await studio.chooseSubject(
    pngFile("bottle.png", await withHalo(await images.productPng({ width: 400, height: 520 }))),
  );
  const note = page.locator("[data-finding=subject-halo]");
  await expect(note).toContainText(/old background still shows along \d+% of the soft outline/);
  await studio.waitUntilSaved();
  const before = (await studio.project()).document.subject;

  await note.getByRole("button", { name: "Clean the outline" }).click();
  await expect(note).toBeHidden();
  await studio.waitUntilSaved();
  await expect.poll(async () => (await studio.project()).document.subject?.assetId).not.toBe(before?.assetId);
  const after = (await studio.project()).document.subject;
  expect(after).toEqual({ ...before, assetId: after?.assetId });

  await page.keyboard.press("Control+z");
  await expect(note).toBeVisible();
});

test("dark lines on white, without any transparency, become an edge element by themselves", async ({
  page,
  studio,
}) => {
  await studio.openNewProject();
  await studio.chooseSubject(pngFile("bottle.png", await images.productPng()));
  const lines = await sharp(await images.edgePng())
    .flatten({ background: "#000" })
    .negate()
    .png()
    .toBuffer();
  await studio.addElement("background", pngFile("sketch.png", lines));
  await expect(studio.elementPrompt("sketch")).toBeVisible();
  await expect(page.locator("[data-finding^=element-]")).toHaveCount(0);
  await studio.waitUntilSaved();

  const [sketch] = (await studio.project()).document.background;
  const { data, info } = await sharp(await studio.asset(sketch?.assetId ?? ""))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(4);
  const at = (x: number, y: number) => [...data.subarray(4 * (y * info.width + x), 4 * (y * info.width + x) + 4)];
  expect(at(1, 1)).toEqual([0, 0, 0, 0]);
  expect(at(info.width / 2, info.height / 2)).toEqual([0, 0, 0, 255]);
  expect(sketch?.original?.name).toBe("sketch");
});

test("words that the preview engine does not know are named under their prompt, and no others", {
  tag: "@preview-engine",
}, async ({ page, studio }) => {
  await studio.openNewProject();
  const notice = page.getByText(/^The preview engine does not know/);
  await studio.guidePrompt.fill("a frobnicated wombat on marble, with roses");
  await expect(studio.guidePrompt).toHaveAccessibleDescription(
    "The preview engine does not know: frobnicated and wombat. The cloud model may.",
  );
  await studio.guidePrompt.fill("aa bb cc dd ee ff gg hh ii jj kk ll");
  await expect(notice).toContainText("ii, jj, and 2 more.");
  await studio.guidePrompt.fill("marble, with roses");
  await expect(notice).toBeHidden();

  await studio.chooseSubject(pngFile("bottle.png", await images.productPng()));
  await studio.addElement("background", pngFile("beast.png", await images.edgePng()));
  await studio.elementPrompt("beast").fill("麒麟");
  const sentence = "The preview engine does not know: 麒麟. The cloud model may.";
  await expect(notice).toHaveText(sentence);
  await expect(page.getByRole("img", { name: sentence })).toBeVisible();
});

test("a prompt turns amber where its end becomes uncertain, red where it is cut, and shows what is lost", async ({
  page,
  studio,
}) => {
  await studio.openNewProject();
  const inputs = page.getByRole("complementary", { name: "Inputs" });
  const meter = inputs.getByText(/^\d+ \/ 120 characters$/);
  await studio.guidePrompt.fill("山".repeat(100));
  await expect(meter).not.toHaveClass(/warning|danger/);
  await studio.guidePrompt.fill("山".repeat(101));
  await expect(meter).toHaveClass(/warning/);
  await studio.guidePrompt.fill(`${"山".repeat(120)}水墨画`);
  await expect(meter).toHaveClass(/danger/);
  await expect(inputs.locator("s")).toHaveText("水墨画");

  await page.locator("[data-finding=prompt-cut]").getByRole("button", { name: "Cut the end" }).click();
  await expect(studio.guidePrompt).toHaveValue("山".repeat(120));
  await expect(inputs.locator("s")).toBeHidden();
});
