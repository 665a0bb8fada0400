import { type PictureFile, pngFile, type StudioPage } from "#tests/drivers/studio-page.ts";
import * as images from "#tests/fixtures/images.ts";
import { dropOn, pasteOnPage, transferOf } from "./hand-over.ts";
import { expect, test } from "./quiet-page.ts";

/** The browser itself reports refused uploads; what matters is what the studio says. */
test.use({ expectedNoise: [/Failed to load resource: the server responded with a status of 4\d\d/] });

async function chooseRefused(studio: StudioPage, file: PictureFile, words: RegExp): Promise<void> {
  await studio.chooseSubject(file);
  await expect(studio.page.getByText(words)).toBeVisible();
}

test("a subject that cannot be used is refused in words, with the way out, and the next one is taken", async ({
  page,
  studio,
}) => {
  await studio.openNewProject();
  await chooseRefused(studio, pngFile("photo.png", await images.rgbPng()), /has no transparency.*Cut the object out/);
  await chooseRefused(studio, pngFile("solid.png", await images.opaqueRgbaPng()), /nothing in it is transparent/);
  await chooseRefused(studio, pngFile("nothing.png", await images.transparentPng()), /Every pixel .* is transparent/);
  await chooseRefused(studio, pngFile("bomb.png", images.bombPng(20_000)), /20000 × 20000 pixels/);
  await chooseRefused(studio, pngFile("letter.png", new TextEncoder().encode("Dear all,")), /is not a picture/);
  await chooseRefused(studio, pngFile("empty.png", new Uint8Array()), /file is empty/);

  await studio.chooseSubject(pngFile("bottle.png", await images.productPng()));
  await expect(page.getByRole("button", { name: /^bottle/ })).toBeVisible();
  await studio.waitUntilSaved();
  expect((await studio.project()).document.subject?.name).toBe("bottle");
});

test("dropping a cut-out behind the product makes a background element with its edges", async ({ page, studio }) => {
  await studio.openNewProject();
  await studio.chooseSubject(pngFile("bottle.png", await images.productPng()));
  await expect(studio.canvas).toHaveAttribute("data-ready", "true");
  const transfer = await transferOf(page, "leaf.png", await images.cutOutPng("leaf"));
  await dropOn(page.locator('[data-drop-slot="background"]').first(), transfer);
  await expect(studio.elementPrompt("leaf")).toBeVisible();
  await studio.waitUntilSaved();
  const [leaf] = (await studio.project()).document.background;
  expect(leaf?.original, "the cut-out it was made from is kept").not.toBeNull();
  expect(leaf?.assetId).not.toBe(leaf?.original?.assetId);
});

test("a pasted picture is asked for its role and becomes what was answered", async ({ page, studio }) => {
  await studio.openNewProject();
  await studio.chooseSubject(pngFile("bottle.png", await images.productPng()));
  await expect(studio.canvas).toHaveAttribute("data-ready", "true");
  const transfer = await transferOf(page, "flower.png", await images.cutOutPng("flower"));
  await pasteOnPage(page, transfer);
  await expect(page.getByText("What is the pasted picture?")).toBeVisible();
  await page.getByRole("button", { name: /^Foreground element/ }).click();
  await expect(studio.elementPrompt("flower")).toBeVisible();
  await studio.waitUntilSaved();
  expect((await studio.project()).document.foreground).toHaveLength(1);
});

test("an edge map is taken as it is", async ({ studio }) => {
  await studio.openNewProject();
  await studio.chooseSubject(pngFile("bottle.png", await images.productPng()));
  await studio.addElement("foreground", pngFile("lines.png", await images.edgePng()));
  await expect(studio.elementPrompt("lines")).toBeVisible();
  await studio.waitUntilSaved();
  const [lines] = (await studio.project()).document.foreground;
  expect(lines?.original).toBeNull();
});
