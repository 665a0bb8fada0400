import { compile } from "#lib/composition/compile.ts";
import { flattenLayer } from "#lib/imaging/flatten.ts";
import { pngFile } from "#tests/drivers/studio-page.ts";
import { cutOutPng, productPng } from "#tests/fixtures/images.ts";
import { alphaAt, decodeRgba, meanColour, pixelsWhere, type Rgba, sameColour } from "#tests/fixtures/rgba.ts";
import { expect, test } from "./quiet-page.ts";

test("from a cut-out to finished pictures of v2 and v3, next to each other", async ({ page, studio }) => {
  await studio.openNewProject();

  await test.step("drop the product, put one thing in front of it and one behind", async () => {
    await studio.chooseSubject(pngFile("bottle.png", await productPng({ width: 420, height: 560 })));
    await expect(studio.canvas).toHaveAttribute("data-ready", "true");
    await studio.addElement(
      "foreground",
      pngFile("flower.png", await cutOutPng("flower", { width: 240, height: 240 })),
    );
    await expect(studio.elementPrompt("flower")).toBeVisible();
    await studio.addElement("background", pngFile("leaf.png", await cutOutPng("leaf", { width: 260, height: 260 })));
    await expect(studio.elementPrompt("leaf")).toBeVisible();
    await studio.waitUntilSaved();
  });

  await test.step("move them with the mouse so that both overlap the product", async () => {
    const { document } = await studio.project();
    const [flower] = document.foreground;
    const [leaf] = document.background;
    const { subject, artboard } = document;
    if (!flower || !leaf || !subject) throw new Error("the layers are not in the saved project");
    await studio.drag(flower.transform, { x: subject.transform.x - 40, y: artboard.height * 0.72 });
    await studio.drag(leaf.transform, { x: subject.transform.x + 110, y: artboard.height * 0.3 });
  });

  await test.step("say what they are and what the scene is", async () => {
    await studio.elementPrompt("flower").fill("red rose blossom");
    await studio.elementPrompt("leaf").fill("green leaf");
    await studio.guidePrompt.fill("white marble table, window light");
    await page
      .getByRole("radio", { name: "Both" })
      .or(page.getByRole("button", { name: "Both" }))
      .first()
      .click();
    await expect(studio.generateButton).toContainText("× 2");
    await expect(page.getByText(/¥0\.\d\d/).first()).toBeVisible();
    await studio.waitUntilSaved();
  });

  await test.step("press Generate and watch progress arrive", async () => {
    await studio.generateButton.click();
    await expect(page.getByRole("progressbar").first()).toBeVisible();
    const pictures = page.locator("[data-slot=picture]");
    await expect(pictures.first()).toBeVisible({ timeout: 90_000 });
    await expect(async () => {
      const [run] = await studio.runs();
      expect(run?.generations.map(({ state }) => state)).toEqual(["done", "done"]);
    }).toPass({ timeout: 120_000 });
    await expect(page.getByRole("progressbar")).toHaveCount(0);
  });

  await test.step("see v2 and v3 next to each other", async () => {
    await page.locator("[data-slot=picture]").first().click();
    const desk = page.getByRole("dialog", { name: "Compare" });
    await expect(desk).toBeVisible();
    await expect(desk.getByRole("img", { name: /^v2, picture 1/ })).toBeVisible();
    await expect(desk.getByRole("img", { name: /^v3, picture 1/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(desk).toBeHidden();
  });

  await test.step("the pictures hold what was asked for", async () => {
    const [run] = await studio.runs();
    const { document } = await studio.project();
    const { plan } = compile(document, { version: "v2", n: 1 });
    const layers = new Map<string, Rgba>();
    for (const { layer, assetId, matrix, size } of plan) {
      layers.set(layer, await decodeRgba(await flattenLayer(await studio.asset(assetId), matrix, size)));
    }
    const subject = layers.get("subject") as Rgba;
    const flower = layers.get(document.foreground[0]?.id ?? "") as Rgba;
    const leaf = layers.get(document.background[0]?.id ?? "") as Rgba;

    const isProduct = (pixel: number) => alphaAt(subject, pixel) === 255;
    // A foreground element is drawn slightly out of focus and casts a shadow: what is judged stays clear of its rim.
    const isNearFlower = near(flower, 28);
    const product = pixelsWhere(subject, (pixel) => isProduct(pixel) && !isNearFlower(pixel));
    const covered = pixelsWhere(subject, (pixel) => isProduct(pixel) && isDeepInside(flower, pixel, 10));
    const hidden = product.filter((pixel) => alphaAt(leaf, pixel) === 255);
    const behind = pixelsWhere(
      leaf,
      (pixel) => isDeepInside(leaf, pixel, 10) && alphaAt(subject, pixel) === 0 && !isNearFlower(pixel),
    );
    const backdrop = pixelsWhere(subject, (pixel) =>
      [subject, flower, leaf].every((layer) => alphaAt(layer, pixel) === 0),
    );
    for (const [name, pixels] of Object.entries({ product, covered, hidden, behind, backdrop })) {
      expect(pixels.length, `${name}: enough pixels to judge`).toBeGreaterThan(300);
    }

    const pictures: Rgba[] = [];
    for (const generation of run?.generations ?? []) {
      const [picture] = generation.pictures;
      pictures.push(await decodeRgba(await studio.asset(picture?.assetId ?? "")));
    }
    expect(pictures).toHaveLength(2);
    for (const picture of pictures) {
      expect([picture.width, picture.height]).toEqual([subject.width, subject.height]);
      expect(pixelsWhere(picture, (pixel) => alphaAt(picture, pixel) !== 255)).toHaveLength(0);
      // The product is preserved to the byte, also where the leaf lies behind it.
      expect(product.filter((pixel) => !sameColour(picture, subject, pixel))).toHaveLength(0);
      // The flower lies over it and is red; the leaf shows beside it and is green.
      expect(covered.filter((pixel) => !sameColour(picture, subject, pixel)).length).toBeGreaterThan(
        covered.length * 0.95,
      );
      const [red, green, blue] = meanColour(picture, covered);
      expect(red).toBeGreaterThan(Math.max(green, blue) * 1.2);
      const [leafRed, leafGreen, leafBlue] = meanColour(picture, behind);
      expect(leafGreen).toBeGreaterThan(Math.max(leafRed, leafBlue));
      // The backdrop is painted: many colours, none of them the checkerboard's nothing.
      expect(coloursIn(picture, backdrop)).toBeGreaterThan(1_000);
    }
    const [v2, v3] = pictures as [Rgba, Rgba];
    const changed = backdrop.filter((pixel) => !sameColour(v2, v3, pixel)).length;
    expect(changed / backdrop.length).toBeGreaterThan(0.5);
  });

  await test.step("a reload brings everything back", async () => {
    const before = await studio.project();
    await page.reload();
    await expect(page.locator("[data-slot=picture]")).toHaveCount(before.document.output.n * 2);
    await expect(studio.elementPrompt("flower")).toHaveValue("red rose blossom");
    await expect(studio.guidePrompt).toHaveValue("white marble table, window light");
    expect((await studio.project()).document).toEqual(before.document);
  });
});

function coloursIn(image: Rgba, pixels: readonly number[]): number {
  return new Set(pixels.map((pixel) => image.data.subarray(pixel * 4, pixel * 4 + 3).join())).size;
}

/** Whether something of the layer is within `distancePx`, along rows and columns. */
function near(layer: Rgba, distancePx: number): (pixel: number) => boolean {
  const { width, height } = layer;
  const columns: boolean[] = Array(width * height).fill(false);
  const all: boolean[] = Array(width * height).fill(false);
  spread(width, height, distancePx, (pixel) => alphaAt(layer, pixel) > 0, columns, 1);
  spread(width, height, distancePx, (pixel) => columns[pixel] ?? false, all, width);
  return (pixel) => all[pixel] ?? false;
}

function spread(
  width: number,
  height: number,
  distancePx: number,
  isSet: (pixel: number) => boolean,
  into: boolean[],
  step: number,
): void {
  const size = width * height;
  for (let pixel = 0; pixel < size; pixel += 1) {
    if (!isSet(pixel)) continue;
    for (let offset = -distancePx; offset <= distancePx; offset += 1) {
      const reached = pixel + offset * step;
      const inRow = step !== 1 || Math.floor(reached / width) === Math.floor(pixel / width);
      if (reached >= 0 && reached < size && inRow) into[reached] = true;
    }
  }
}

function isDeepInside(layer: Rgba, pixel: number, distancePx: number): boolean {
  const { width } = layer;
  return [0, -distancePx, distancePx, -distancePx * width, distancePx * width].every(
    (offset) => alphaAt(layer, pixel + offset) === 255,
  );
}
