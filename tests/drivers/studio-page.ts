import { expect, type Locator, type Page } from "@playwright/test";
import type { ProjectView } from "#lib/api/project-view.ts";
import type { RunView } from "#lib/api/run-view.ts";

export interface PictureFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const pngFile = (name: string, bytes: Uint8Array): PictureFile => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(bytes),
});

/** The studio as a designer uses it: by what is written on things. English, unless the page was opened in another language. */
export class StudioPage {
  readonly page: Page;
  readonly canvas: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.locator("[data-canvas]");
  }

  async openNewProject(): Promise<void> {
    await this.page.goto("/");
    await this.page.getByRole("button", { name: "New project" }).first().click();
    await this.page.waitForURL("**/projects/project_*");
    await expect(this.page.getByRole("region", { name: "Layers", exact: true })).toBeVisible();
  }

  get projectId(): string {
    return new URL(this.page.url()).pathname.split("/").at(-1) ?? "";
  }

  async chooseSubject(file: PictureFile): Promise<void> {
    await this.choose(this.page.getByRole("button", { name: /^Choose a cut-out/ }), file);
  }

  async addElement(group: "foreground" | "background", file: PictureFile): Promise<void> {
    const side = group === "foreground" ? "in front of" : "behind";
    await this.choose(this.page.getByRole("button", { name: `Add an element ${side} the subject` }), file);
  }

  private async choose(button: Locator, file: PictureFile): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await button.click();
    await (await chooser).setFiles(file);
  }

  elementPrompt(name: string): Locator {
    return this.page.getByRole("complementary", { name: "Layers" }).getByRole("textbox", { name: `Prompt of ${name}` });
  }

  get guidePrompt(): Locator {
    return this.page
      .getByRole("complementary", { name: "Inputs" })
      .getByRole("textbox", { name: "Prompt", exact: true });
  }

  get generateButton(): Locator {
    return this.page.getByRole("button", { name: /^Generate/ });
  }

  /** Where an artboard pixel is on the screen. */
  async onScreen(x: number, y: number): Promise<{ x: number; y: number }> {
    const box = await this.canvas.boundingBox();
    const camera = await this.canvas.evaluate(({ dataset }) => ({
      zoom: Number(dataset.zoom),
      x: Number(dataset.artboardX),
      y: Number(dataset.artboardY),
    }));
    return { x: (box?.x ?? 0) + camera.x + x * camera.zoom, y: (box?.y ?? 0) + camera.y + y * camera.zoom };
  }

  /** Both points in artboard pixels. */
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const start = await this.onScreen(from.x, from.y);
    const end = await this.onScreen(to.x, to.y);
    const { mouse } = this.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await mouse.move(end.x, end.y, { steps: 4 });
    await mouse.up();
  }

  async waitUntilSaved(): Promise<void> {
    await expect(this.page.getByText("Saved", { exact: true })).toBeVisible();
  }

  async project(): Promise<ProjectView> {
    return (await this.page.request.get(`/api/projects/${this.projectId}`)).json();
  }

  async runs(): Promise<RunView[]> {
    return (await (await this.page.request.get(`/api/runs?projectId=${this.projectId}`)).json()).runs;
  }

  async asset(id: string): Promise<Buffer> {
    const response = await this.page.request.get(`/api/assets/${id}`);
    expect(response.status()).toBe(200);
    return response.body();
  }
}
