import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import type { ExampleName } from "#lib/api/example-names.ts";
import type { ProjectView } from "#lib/api/project-view.ts";
import { BROWSER_ARGS, findBrowser } from "#tests/browser/find-browser.ts";
import { until } from "#tests/drivers/event-reader.ts";
import { studioApi } from "#tests/drivers/studio-api.ts";
import { startStudio, stopStudios } from "#tests/drivers/studio-process.ts";
import { bestLooks } from "./best-looks.ts";

/**
 * `npm run screenshots`: makes the README's pictures and the covers of the ready scenes from a fresh studio, as a newcomer
 * would see them. To be run, and looked at, whenever a look changes.
 */
const ROOT = path.resolve(import.meta.dirname, "../..");
const SHOTS = path.join(ROOT, "docs/screenshots");
const COVERS = path.join(ROOT, "public/examples");
const COVER_SIDE_PX = 720;
const RUN_LIMIT_MS = 180_000;

interface Look {
  locale: "en-US" | "zh-CN";
  colorScheme: "dark" | "light";
}

const studio = await startStudio();
const api = studioApi(studio.url);
const found = await findBrowser();
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: BROWSER_ARGS,
  env: { ...(process.env as Record<string, string>), ...found.env },
});
try {
  mkdirSync(SHOTS, { recursive: true });
  writeFileSync(path.join(SHOTS, "looks.webp"), await bestLooks());
  await shoot(browser, { locale: "en-US", colorScheme: "dark" }, "/", "projects-dark-en");
  const sunset = await finishedScene("perfume-sunset");
  const tea = await finishedScene("tea-podium");
  await finishedScene("perfume-marble");
  const studioOf = ({ id }: ProjectView) => `/projects/${id}`;
  await shoot(browser, { locale: "en-US", colorScheme: "dark" }, studioOf(sunset), "studio-dark-en", async (page) => {
    await page.locator("[data-slot=picture]").last().hover();
  });
  await shoot(browser, { locale: "zh-CN", colorScheme: "light" }, studioOf(tea), "studio-light-zh");
  await shoot(browser, { locale: "en-US", colorScheme: "dark" }, studioOf(sunset), "desk-dark-en", async (page) => {
    await page.locator("[data-slot=picture]").first().click();
    await page.getByRole("dialog").waitFor();
  });
} finally {
  await browser.close();
  await stopStudios();
}

/** The scene generated in both versions; v3's first picture becomes its cover. */
async function finishedScene(example: ExampleName): Promise<ProjectView> {
  const project = await api.createExample(example);
  await api.generate(project, ["v2", "v3"], 2);
  const [run] = await until(
    () => api.runs(project.id),
    ([now]) => now?.generations.every(({ state }) => state === "done") ?? false,
    RUN_LIMIT_MS,
  );
  const picture = run?.generations.at(-1)?.pictures[0];
  const bytes = await (await fetch(`${studio.url}/api/assets/${picture?.assetId}`)).arrayBuffer();
  const cover = await sharp(Buffer.from(bytes)).resize(COVER_SIDE_PX).webp({ quality: 82 }).toBuffer();
  writeFileSync(path.join(COVERS, `${example}-cover.webp`), cover);
  return project;
}

async function shoot(
  browser: Browser,
  look: Look,
  address: string,
  name: string,
  act: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  const context = await browser.newContext({ ...look, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(studio.url + address);
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => undefined); // the event stream never ends
  await act(page);
  await page.waitForTimeout(1_500);
  const png = await page.screenshot();
  const small = await sharp(png).png({ palette: true, quality: 90, effort: 8 }).toBuffer();
  writeFileSync(path.join(SHOTS, `${name}.png`), small);
  await context.close();
  console.log(`${name}: ${Math.round(small.length / 1024)} KB`);
}
