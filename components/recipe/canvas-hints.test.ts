import { expect, test } from "vitest";
import { pictureFields } from "#lib/composition/recipe-pictures.ts";
import { recipeOf } from "#lib/editor/recipe/recipe-text.ts";
import { TestEditor } from "#lib/editor/test-editor.ts";
import { canvasHintOf, sentHintOf } from "./canvas-hints.ts";

const { document } = new TestEditor().add("foreground", "blossom").add("background", "leaves");
const fields = pictureFields(recipeOf(document, "v3"));

test("each line of the canvas's body is told by its layer, the selected one and one on its way besides", () => {
  const hintOf = canvasHintOf(document, {
    selection: "element_leaves",
    fetching: ["https://a/b.png"],
    fetchingText: "…",
  });
  expect(fields.map(({ field, address }) => hintOf(field, address))).toMatchObject([
    { text: "perfume.png", role: "subject", isSelected: false },
    { text: "blossom.png", role: "foreground", layer: "element_blossom", isSelected: false },
    { text: "leaves.png", role: "background", layer: "element_leaves", isSelected: true },
  ]);
  expect(hintOf("input.base_image_url", "https://a/b.png")).toMatchObject({ text: "…", isBusy: true });
  expect(hintOf("input.base_image_url", "https://a/c.png")).toBeNull();
});

test("the pictures of a sent body, which have no names, are told by the layers at their places, and select nothing", () => {
  const hintOf = sentHintOf(document);
  expect(fields.map(({ field }) => hintOf(field, `backlot-asset:asset_${"a".repeat(64)}`)?.text)).toEqual([
    "perfume.png",
    "blossom.png",
    "leaves.png",
  ]);
  expect(hintOf("input.reference_edge.foreground_edge[0]", "")?.layer).toBeNull();
  expect(sentHintOf(null)("input.base_image_url", "")).toBeNull();
});
