import { expect, type JSHandle, type Locator, type Page } from "@playwright/test";

type Transfer = JSHandle<DataTransfer>;

/** What the browser hands over when a file is dropped or pasted. */
export function transferOf(page: Page, name: string, bytes: Uint8Array, type = "image/png"): Promise<Transfer> {
  return page.evaluateHandle(
    ({ name, data, type }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], name, { type }));
      return transfer;
    },
    { name, data: Buffer.from(bytes).toString("base64"), type },
  );
}

export function textTransfer(page: Page, text: string): Promise<Transfer> {
  return page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", text);
    return transfer;
  }, text);
}

export async function dropOn(target: Locator, dataTransfer: Transfer): Promise<void> {
  for (const type of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(type, { dataTransfer });
}

/** Nothing in particular has the focus. */
export function pasteOnPage(page: Page, transfer: Transfer): Promise<void> {
  return page.evaluate((clipboardData) => {
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, transfer);
}

/** What is pasted before the page has come to life goes nowhere: as a person would, it is pasted again until it is `seen`. */
export async function pasteUntil(seen: Locator, page: Page, transfer: Transfer): Promise<void> {
  await expect(async () => {
    await pasteOnPage(page, transfer);
    await expect(seen).toBeVisible({ timeout: 4_000 });
  }).toPass();
}
