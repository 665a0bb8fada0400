import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./quiet-page.ts";

/** More stops than the longest way through the studio has. */
const MOST_STOPS = 80;

async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused(target)) {
      expect(await focusShows(target), `focus shows on ${target}`).toBe(true);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_STOPS} presses of ${key} did not reach ${target}`);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** An outline, or an edge that says it: something of the focused element has the colour of focus. */
function focusShows(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const probe = document.createElement("span");
    probe.style.color = "var(--focus)";
    document.body.append(probe);
    const focusColour = getComputedStyle(probe).color;
    probe.remove();
    const style = getComputedStyle(element);
    return [style.outlineColor, style.borderTopColor].includes(focusColour);
  });
}

test.use({ reducedMotion: "reduce" });

test("from the projects to compared pictures without a mouse", async ({ page, studio }) => {
  const layer = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}, `) });
  const order = async () => {
    await studio.waitUntilSaved();
    const { foreground, background } = (await studio.project()).document;
    return [foreground, background].map((group) => group.map(({ name }) => name).join(" "));
  };

  await test.step("open a ready scene", async () => {
    await page.goto("/");
    await tabTo(page, page.getByRole("button", { name: /^Perfume at sunset/ }));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/projects/project_*");
    await expect(studio.canvas).toHaveAttribute("data-ready", "true");
  });

  await test.step("choose a layer, bring it past the subject, and take that back", async () => {
    expect(await order()).toEqual(["blossom puppy", "leaves"]);
    await tabTo(page, layer("puppy"));
    await page.keyboard.press("ArrowDown");
    await expect(layer("blossom")).toBeFocused();
    await expect(layer("blossom")).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("Alt+ArrowDown");
    await expect(page.getByText("blossom is now 1 of 2 in Background")).toBeAttached();
    await expect(layer("blossom")).toBeFocused();
    expect(await order()).toEqual(["puppy", "leaves blossom"]);
    await page.keyboard.press("Control+z");
    await expect(layer("blossom"), "the row is another one now, the focus still on the layer").toBeFocused();
    expect(await order()).toEqual(["blossom puppy", "leaves"]);
  });

  await test.step("say what it is: Enter goes into the prompt and out again, but not from under an input method", async () => {
    await page.keyboard.press("Enter");
    const prompt = studio.elementPrompt("blossom");
    await expect(prompt).toBeFocused();
    await page.keyboard.press("Control+a");
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "hong", selectionStart: 4, selectionEnd: 4 });
    await page.keyboard.press("Enter");
    await expect(prompt).toBeFocused();
    await input.send("Input.insertText", { text: "红玫瑰" });
    await page.keyboard.press("Enter");
    await expect(layer("blossom")).toBeFocused();
    await expect(prompt).toHaveValue("红玫瑰");
  });

  await test.step("write the scene and send it from the field", async () => {
    await tabTo(page, studio.guidePrompt, "Shift+Tab");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("white marble table, window light");
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveTitle(/^\d\/4 · Perfume at sunset/);
    await expect(async () => {
      const [run] = await studio.runs();
      expect(run?.generations.map(({ state }) => state)).toEqual(["done", "done"]);
    }).toPass({ timeout: 120_000 });
    await expect(page).toHaveTitle(/^Perfume at sunset/);
    expect((await studio.project()).document.guide.prompt).toBe("white marble table, window light");
  });

  await test.step("look at the pictures in place of the scene", async () => {
    const pictures = page.locator("[data-slot=picture]");
    const preview = page.locator("[data-slot=preview]");
    await tabTo(page, pictures.first());
    await expect(preview).toContainText("Picture 1 of 2");
    await page.keyboard.press("ArrowRight");
    await expect(pictures.nth(1)).toBeFocused();
    await expect(preview).toContainText("Picture 2 of 2");
    await page.keyboard.press("Escape");
    await expect(preview).toHaveCount(0);
    await expect(pictures.nth(1)).toBeFocused();
  });

  await test.step("compare them on the desk, and leave it where it was entered", async () => {
    await page.keyboard.press("Enter");
    const desk = page.getByRole("dialog", { name: "Compare" });
    await expect(desk.getByRole("img", { name: "v2, picture 2" })).toBeVisible();
    await expect(desk.getByRole("img", { name: "v3, picture 1" })).toBeVisible();
    await page.keyboard.press("m");
    await expect(desk.getByRole("slider", { name: "Divider between v2 and v3" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(desk).toBeHidden();
    await expect(page.locator("[data-slot=picture]").nth(1)).toBeFocused();
  });

  await test.step("every key is told at a question mark", async () => {
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(help.getByText("Bring forward")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
  });
});

test("a held Control+Enter starts one run, not one for every repeat", async ({ page, studio }) => {
  const project = await (await page.request.post("/api/projects", { data: { example: "perfume-sunset" } })).json();
  await page.goto(`/projects/${project.id}`);
  await expect(studio.canvas).toHaveAttribute("data-ready", "true");
  await page.keyboard.down("Control");
  for (let press = 0; press < 5; press += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await page.keyboard.up("Control");
  await expect(page.getByRole("progressbar").first()).toBeVisible();
  expect(await studio.runs()).toHaveLength(1);
});
