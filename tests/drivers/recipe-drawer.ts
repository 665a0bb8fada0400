import { expect, type Locator, type Page } from "@playwright/test";

/** The recipe drawer as a person uses it. English. */
export class RecipeDrawer {
  readonly page: Page;
  readonly drawer: Locator;
  readonly body: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.drawer = page.getByRole("complementary", { name: "Recipe" });
    this.body = this.drawer.getByRole("textbox", { name: "Request body, JSON" });
    this.status = this.drawer.getByRole("status");
  }

  async open(): Promise<void> {
    await this.page.getByRole("button", { name: /^Recipe: the request/ }).click();
    await expect(this.body).toBeVisible();
  }

  /** What is written, without the hints behind the lines. */
  async text(): Promise<string> {
    const lines = await this.body.locator(".cm-line").evaluateAll((all) =>
      all.map((line) => {
        const copy = line.cloneNode(true) as Element;
        for (const hint of copy.querySelectorAll(".layer-hint")) hint.remove();
        return copy.textContent ?? "";
      }),
    );
    return lines.join("\n");
  }

  /** Takes the whole text for one in which `piece` is another. */
  async replace(piece: string, by: string): Promise<void> {
    const text = await this.text();
    expect(text).toContain(piece);
    await this.write(text.replace(piece, () => by));
  }

  async write(text: string): Promise<void> {
    await this.body.focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(text);
  }

  /** Text and canvas say the same. */
  async settled(): Promise<void> {
    await expect(this.status).toHaveText("Text and canvas say the same.");
  }
}
