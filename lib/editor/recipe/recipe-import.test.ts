import { expect, test } from "vitest";
import { BacklotError } from "#lib/base/errors.ts";
import type { PlacedPicture, ProjectDocument } from "#lib/composition/document.ts";
import { recipeFromBody } from "#lib/composition/recipe-from-body.ts";
import { TestEditor } from "../test-editor.ts";
import { createRecipeImport } from "./recipe-import.ts";
import { recipeOf } from "./recipe-text.ts";

const at = (name: string) => `https://pictures.example/${name}.png`;

const BODY = {
  model: "wanx-background-generation-v2",
  input: {
    base_image_url: at("bottle"),
    ref_prompt: "山脉和晚霞",
    reference_edge: {
      foreground_edge: [at("blossom"), at("dog")],
      foreground_edge_prompt: ["粉色桃花", "可爱小狗"],
      background_edge: [at("blossom")],
    },
  },
  parameters: { n: 4, model_version: "v3" },
};

/** Somebody pasted a body; the pictures named in `broken` cannot be had. */
function pasted(
  body: unknown,
  { open = null, broken = [] }: { open?: ProjectDocument | null; broken?: string[] } = {},
) {
  const asked: string[] = [];
  const unreachable = new Set(broken.map(at));
  const recipeImport = createRecipeImport(recipeFromBody(body).recipe, open, {
    findPicture: async ({ address }): Promise<PlacedPicture> => {
      asked.push(address);
      if (unreachable.has(address)) throw new BacklotError("fetch/failed", { url: address, reason: "404" });
      return { assetId: `asset_${"5".repeat(64)}`, size: { width: 400, height: 300 }, name: address };
    },
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { asked, unreachable, settled, ...recipeImport };
}

const namesOf = (document: ProjectDocument | null) =>
  document && [...document.foreground, ...document.background].map(({ name, prompt }) => [name, prompt]);

test("fetches each address once, and makes a document when all are here", async () => {
  const paste = pasted(BODY);
  expect(paste.document()).toBeNull();
  await paste.settled();
  expect(paste.asked).toEqual([at("bottle"), at("blossom"), at("dog")]);
  const document = paste.document();
  expect(document).toMatchObject({ artboard: { width: 400, height: 300 }, guide: { prompt: "山脉和晚霞" } });
  expect(namesOf(document)).toEqual([
    [at("blossom"), "粉色桃花"],
    [at("dog"), "可爱小狗"],
    [at("blossom"), ""],
  ]);
});

test("one that cannot be had is tried again or left out, with its prompt", async () => {
  const paste = pasted(BODY, { broken: ["blossom", "bottle"] });
  await paste.settled();
  expect(paste.store.getState().pictures.map(({ state }) => state)).toEqual(["failed", "failed", "here"]);
  expect(paste.document()).toBeNull();
  paste.unreachable.delete(at("bottle"));
  paste.retry(at("bottle"));
  paste.leaveOut(at("blossom"));
  await paste.settled();
  expect(paste.document()?.subject?.name).toBe(at("bottle"));
  expect(namesOf(paste.document())).toEqual([[at("dog"), "可爱小狗"]]);
});

test("layers that the open document has stay where they are; those of another project cannot be had", async () => {
  const user = new TestEditor().add("foreground", "blossom");
  const body = structuredClone(recipeOf(user.document, "v3"));
  body.input.ref_prompt = "a hill";
  const here = pasted(body, { open: user.document });
  expect(here.store.getState().pictures).toEqual([]);
  expect(here.document()).toEqual({ ...user.document, guide: { ...user.document.guide, prompt: "a hill" } });

  const elsewhere = pasted(body);
  expect(elsewhere.store.getState().pictures).toMatchObject([
    { state: "failed", isFinal: true, address: "backlot-layer:subject" },
    { state: "failed", isFinal: true, address: "backlot-layer:element_blossom" },
  ]);
  elsewhere.retry("backlot-layer:subject");
  expect(elsewhere.asked).toEqual([]);
  for (const { address } of elsewhere.store.getState().pictures) elsewhere.leaveOut(address);
  expect(elsewhere.document()).toMatchObject({ subject: null, foreground: [], guide: { prompt: "a hill" } });
});

test("after it was given up nothing is shown as failed", async () => {
  const paste = createRecipeImport(recipeFromBody(BODY).recipe, null, {
    findPicture: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
  });
  paste.stop();
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect(paste.store.getState().pictures.map(({ state }) => state)).toEqual(["fetching", "fetching", "fetching"]);
});
