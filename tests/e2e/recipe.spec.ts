import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { ProjectView } from "#lib/api/project-view.ts";
import { bodyOfPastedText, curlOf } from "#lib/composition/curl.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import { type PictureServer, type Pictures, startPictureServer } from "#tests/drivers/picture-server.ts";
import { RecipeDrawer } from "#tests/drivers/recipe-drawer.ts";
import type { StudioPage } from "#tests/drivers/studio-page.ts";
import * as images from "#tests/fixtures/images.ts";
import { dropOn, pasteUntil, textTransfer, transferOf } from "./hand-over.ts";
import { expect, test } from "./quiet-page.ts";

/** The browser itself reports addresses that could not be fetched; what matters is what the studio says. */
test.use({
  expectedNoise: [/Failed to load resource: the server responded with a status of (?:422|502)/],
  permissions: ["clipboard-read", "clipboard-write"],
});

const pictures: Pictures = new Map();
let server: PictureServer;
const at = (name: string) => `http://${server.host}/${name}.png`;

test.beforeAll(async ({ baseURL }) => {
  server = await startPictureServer(pictures, Number(new URL(baseURL ?? "").port) + 2);
  pictures.set("/bottle.png", await images.productPng({ width: 420, height: 560 }));
  pictures.set("/sunset.png", await images.rgbPng());
  for (const name of ["blossom", "dog", "leaves"]) pictures.set(`/${name}.png`, await images.edgePng());
});
test.afterAll(() => server.close());

/** Blossom and puppy before the bottle, leaves behind it: the scene of the API reference. */
async function openScene(page: Page): Promise<ProjectView> {
  const made = await page.request.post("/api/projects", { data: { example: "perfume-sunset" } });
  const project = (await made.json()) as ProjectView;
  await page.goto(`/projects/${project.id}`);
  await expect(page.locator("[data-canvas]")).toHaveAttribute("data-ready", "true");
  return project;
}

async function saved(studio: StudioPage): Promise<ProjectView["document"]> {
  await studio.waitUntilSaved();
  return (await studio.project()).document;
}

/** The call of the API reference, with addresses that can be reached here. */
function referenceCall(): string {
  const body: RequestBody = {
    model: "wanx-background-generation-v2",
    input: {
      base_image_url: at("bottle"),
      ref_image_url: at("sunset"),
      ref_prompt: "山脉和晚霞",
      reference_edge: {
        foreground_edge: [at("blossom"), at("dog")],
        background_edge: [at("leaves")],
        foreground_edge_prompt: ["粉色桃花", "可爱小狗"],
        background_edge_prompt: ["树叶"],
      },
    },
    parameters: { n: 4, ref_prompt_weight: 0.5, model_version: "v3" },
  };
  return curlOf(body);
}

test("prompts, order and parameters written into the recipe are on the canvas, and one undo takes them back", async ({
  page,
  studio,
}) => {
  const { document: start } = await openScene(page);
  const recipe = new RecipeDrawer(page);
  await recipe.open();
  const body = JSON.parse(await recipe.text()) as RequestBody;
  const edge = body.input.reference_edge ?? {};
  await recipe.write(
    JSON.stringify({
      ...body,
      input: {
        ...body.input,
        ref_prompt: "a quiet lake",
        reference_edge: {
          ...edge,
          foreground_edge: edge.foreground_edge?.toReversed(),
          foreground_edge_prompt: ["brown dog", "roses"],
        },
      },
      parameters: { ...body.parameters, n: 3 },
    }),
  );
  await recipe.settled();
  await expect(studio.guidePrompt).toHaveValue("a quiet lake");
  await expect(studio.elementPrompt("puppy")).toHaveValue("brown dog");
  await expect(page.getByRole("button", { name: /^Generate 3/ })).toBeVisible();
  const document = await saved(studio);
  expect(document.foreground.map(({ name, transform }) => [name, transform])).toEqual(
    start.foreground.toReversed().map(({ name, transform }) => [name, transform]),
  );
  // Out of the text, where the same keys take back what was typed there.
  await page.getByRole("heading", { name: "Recipe" }).click();
  await recipe.body.blur();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(studio.guidePrompt).toHaveValue("山脉和晚霞");
  expect(await saved(studio)).toEqual(start);
  expect(JSON.parse(await recipe.text())).toEqual(body);
});

test("what is done on the canvas is in the recipe at once", async ({ page, studio }) => {
  await openScene(page);
  const recipe = new RecipeDrawer(page);
  await recipe.open();
  await studio.guidePrompt.fill("a quiet lake");
  await studio.elementPrompt("leaves").fill("ferns");
  await expect.poll(() => recipe.text()).toContain('"ref_prompt": "a quiet lake"');
  await expect.poll(() => recipe.text()).toContain('"ferns"');
  await page.getByRole("button", { name: "v3", exact: true }).last().click();
  await expect.poll(() => recipe.text()).toContain('"model_version": "v3"');
  await page.getByRole("button", { name: /^blossom,/ }).click();
  await page.keyboard.press("Delete");
  await expect.poll(async () => JSON.parse(await recipe.text()).input.reference_edge.foreground_edge.length).toBe(1);
});

test("a text that cannot be read says why at its line, costs no letter, and leaves the canvas alone", async ({
  page,
  studio,
}) => {
  const { document: start } = await openScene(page);
  const recipe = new RecipeDrawer(page);
  await recipe.open();
  await recipe.replace('"n": 2,', '"n": 2');
  await expect(recipe.drawer.getByRole("button", { name: /Line \d+ A comma is missing/ })).toBeVisible();
  await recipe.replace('"n": 2', '"n": 9,');
  await expect(recipe.drawer.getByRole("button", { name: /The field parameters\.n .* It takes: 1 – 4/ })).toBeVisible();
  await studio.elementPrompt("leaves").fill("ferns");
  await recipe.replace('"n": 9', '"n": 3');
  await expect(recipe.status).toContainText("The canvas was changed while you wrote.");
  expect(await recipe.text()).toContain('"n": 3');
  expect((await saved(studio)).output).toEqual(start.output);
  await recipe.drawer.getByRole("button", { name: "Show the canvas’s version" }).click();
  await recipe.settled();
  expect(JSON.parse(await recipe.text())).toMatchObject({ parameters: { n: 2 } });
  expect(await recipe.text()).toContain("ferns");
});

test("an address in the place of a layer is fetched and becomes that layer; one that fails says so and is tried again", async ({
  page,
  studio,
}) => {
  const { document: start } = await openScene(page);
  const [leaves] = start.background;
  const recipe = new RecipeDrawer(page);
  await recipe.open();
  await recipe.replace(`backlot-layer:${leaves?.id}`, at("fern"));
  await expect(recipe.drawer.getByRole("button", { name: /Line \d+ .*fern\.png could not be fetched/ })).toBeVisible();
  expect((await studio.project()).document).toEqual(start);
  pictures.set("/fern.png", await images.edgePng({ width: 300, height: 300 }));
  await recipe.drawer.getByRole("button", { name: "Try again" }).click();
  await recipe.settled();
  await expect(studio.elementPrompt("fern")).toHaveValue("树叶");
  const [fern] = (await saved(studio)).background;
  expect(fern).toMatchObject({ id: leaves?.id, size: { width: 300, height: 300 } });
  expect(await recipe.text()).not.toContain("fern.png");
  pictures.delete("/fern.png");
});

test("is copied as JSON and as cURL without the key, and the studio's own command runs as it is", async ({
  page,
  studio,
}) => {
  const { id } = await openScene(page);
  const recipe = new RecipeDrawer(page);
  await recipe.open();
  const copied = async (entry: string): Promise<string> => {
    await recipe.drawer.getByRole("button", { name: "Copy", exact: true }).click();
    await page.getByRole("menuitem", { name: entry }).click();
    await expect(page.getByText(/is in the clipboard/).last()).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(JSON.parse(await copied("Copy as JSON"))).toEqual(JSON.parse(await recipe.text()));
  const command = await copied("Copy as cURL for the cloud");
  expect(command).toMatch(/^curl --location 'https:\/\/dashscope\.aliyuncs\.com\//);
  expect(command).toContain('"Authorization: Bearer $DASHSCOPE_API_KEY"');
  const own = await copied("Copy as cURL for this studio");
  expect(own).toContain(`curl --location '${new URL(page.url()).origin}/api/runs'`);
  const run = await (await page.request.post("/api/runs", { data: bodyOfPastedText(own) })).json();
  expect(run).toMatchObject({ projectId: id });
  for (const generation of run.generations) await page.request.post(`/api/generations/${generation.id}/cancel`);
  await expect(studio.generateButton).toBeVisible();
});

test("the API reference's own call, pasted on the page of projects, becomes a project with its layers", async ({
  page,
  studio,
}) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Paste a request…" })).toBeVisible();
  pictures.delete("/dog.png");
  const call = await textTransfer(page, referenceCall());
  const dialog = page.getByRole("dialog", { name: "Paste a request" });
  await pasteUntil(dialog, page, call);
  await expect(dialog).toContainText("4 of 5 pictures are here");
  const dog = dialog.getByRole("listitem").filter({ hasText: "可爱小狗" });
  await expect(dog).toContainText("could not be fetched");
  await expect(dialog.getByRole("button", { name: "New project" })).toBeDisabled();
  pictures.set("/dog.png", await images.edgePng());
  await dog.getByRole("button", { name: "Try again" }).click();
  await dialog.getByRole("button", { name: "New project" }).click();
  await page.waitForURL("**/projects/project_*");
  await expect(studio.elementPrompt("blossom")).toHaveValue("粉色桃花");
  const { document, name } = await studio.project();
  expect(name).toBe("山脉和晚霞");
  expect(document).toMatchObject({
    artboard: { width: 420, height: 560 },
    foreground: [{ prompt: "粉色桃花" }, { prompt: "可爱小狗" }],
    background: [{ prompt: "树叶" }],
    guide: { prompt: "山脉和晚霞", image: { name: "sunset" }, promptWeight: 0.5 },
    output: { versions: ["v3"], n: 4 },
  });
});

test("a call pasted in a studio replaces the canvas, undoable, without a picture that is left out", async ({
  page,
  studio,
}) => {
  const { document: start } = await openScene(page);
  pictures.delete("/dog.png");
  const call = await textTransfer(page, referenceCall());
  const dialog = page.getByRole("dialog", { name: "Paste a request" });
  await pasteUntil(dialog, page, call);
  await dialog.getByRole("button", { name: "Leave it out" }).click();
  await expect(dialog).toContainText("1 picture is left out.");
  await dialog.getByRole("button", { name: "Replace the canvas" }).click();
  await expect(dialog).toBeHidden();
  expect((await saved(studio)).foreground.map(({ prompt }) => prompt)).toEqual(["粉色桃花"]);
  await page.getByRole("button", { name: "Undo: paste a request" }).click();
  await expect(studio.elementPrompt("puppy")).toBeVisible();
  expect(await saved(studio)).toEqual(start);
  pictures.set("/dog.png", await images.edgePng());
});

test("a finished picture leads back to its recipe, tells what changed since, and dropped elsewhere brings its scene along", async ({
  page,
  studio,
}) => {
  const { document: start } = await openScene(page);
  const recipe = new RecipeDrawer(page);
  const picture = page.locator("[data-slot=picture]").first();

  await test.step("make one picture", async () => {
    await page.getByRole("button", { name: "1", exact: true }).click();
    await page.getByRole("button", { name: "v2", exact: true }).first().click();
    await studio.generateButton.click();
    await expect(picture).toBeVisible({ timeout: 90_000 });
  });
  const sent = await saved(studio);
  expect(sent).not.toEqual(start);

  await test.step("change the scene, and see the changes named", async () => {
    await studio.guidePrompt.fill("a quiet lake");
    await page.getByRole("button", { name: /^puppy,/ }).click();
    await page.keyboard.press("Delete");
    await picture.hover();
    await page.getByRole("button", { name: /^Download and recipe of picture 1/ }).click();
    await page.getByRole("menuitem", { name: "Show its recipe" }).click();
    await expect(recipe.drawer.getByText("Sent")).toBeVisible();
    await recipe.drawer.getByRole("button", { name: "Changes" }).click();
    const changes = recipe.drawer.locator("[data-slot=recipe-changes] > li");
    await expect(changes).toHaveCount(2);
    await expect(changes.first()).toContainText(/Prompt.*ref_prompt.*−before山脉和晚霞\+aftera quiet lake/);
    await expect(changes.last()).toContainText("puppy, in front");
  });

  await test.step("restore it, undoable", async () => {
    await recipe.drawer.getByRole("button", { name: "Restore to the canvas" }).click();
    await expect(studio.elementPrompt("puppy")).toBeVisible();
    expect(await saved(studio)).toEqual(sent);
    await expect(recipe.drawer.getByText("Nothing has changed: both send the same.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Undo: restore a scene" })).toBeEnabled();
  });

  const [run] = await studio.runs();
  const id = run?.generations[0]?.pictures[0]?.id;
  const file = await (await page.request.get(`/api/pictures/${id}/file?format=webp`)).body();

  await test.step("drop it on a new project", async () => {
    await studio.openNewProject();
    await dropOn(
      page.locator('[data-drop-slot="subject"]').first(),
      await transferOf(page, "lake.webp", file, "image/webp"),
    );
    const dialog = page.getByRole("dialog", { name: "This picture brings its scene" });
    await expect(dialog).toContainText("it comes back exactly");
    await dialog.getByRole("button", { name: "Restore the scene" }).click();
    await expect(studio.elementPrompt("puppy")).toBeVisible();
    expect(await saved(studio)).toEqual(sent);
  });

  await test.step("drop it on the page of projects", async () => {
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Paste a request…" })).toBeVisible();
    await dropOn(page.locator("main"), await transferOf(page, "lake.webp", file, "image/webp"));
    await page.getByRole("button", { name: "Open as a new project" }).click();
    await page.waitForURL("**/projects/project_*");
    await expect(studio.elementPrompt("puppy")).toBeVisible();
    expect((await studio.project()).document).toEqual(sent);
  });
});

test("the drawer stays open over a reload, is worked by keys, and has no serious accessibility problem", async ({
  page,
}) => {
  await openScene(page);
  const recipe = new RecipeDrawer(page);
  await page.keyboard.press("r");
  await expect(recipe.body).toBeVisible();
  await page.reload();
  await expect(recipe.body).toBeVisible();
  const edge = page.getByRole("separator", { name: "Width of the recipe drawer" });
  const width = async () => (await recipe.drawer.boundingBox())?.width ?? 0;
  const before = await width();
  await edge.focus();
  await page.keyboard.press("ArrowLeft");
  expect(await width()).toBe(before + 24);
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include("[data-slot=recipe-drawer]").analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  }
  await recipe.drawer.getByRole("button", { name: "Close the recipe" }).click();
  await expect(page.getByRole("button", { name: /^Recipe: the request/ })).toBeFocused();
});
