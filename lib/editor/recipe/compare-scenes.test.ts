import { expect, test } from "vitest";
import type { ProjectDocument } from "#lib/composition/document.ts";
import { TestEditor } from "../test-editor.ts";
import { compareScenes, type Scene, type SceneChange } from "./compare-scenes.ts";
import { recipeOf } from "./recipe-text.ts";

function someone(): TestEditor {
  return new TestEditor().add("foreground", "blossom", "puppy").add("background", "leaves");
}

const sceneOf = (document: ProjectDocument): Scene => ({ recipe: recipeOf(document, "v3"), document });

/** What changed while somebody did something, a line each. */
function changed(act: (user: TestEditor) => void): string[] {
  const user = someone();
  const before = sceneOf(user.document);
  act(user);
  return compareScenes(before, sceneOf(user.document)).map(line);
}

function line({ subject, before, after }: SceneChange): string {
  const about = "name" in subject ? `${subject.kind} ${subject.name}` : subject.kind;
  const group = "group" in subject ? ` (${subject.group})` : "";
  return `${about}${group}: ${told(before)} → ${told(after)}`;
}

function told(value: SceneChange["before"]): string {
  if (value === null) return "–";
  if (value.kind === "text") return value.text;
  if (value.kind === "names") return value.names.join(" ");
  if (value.kind === "picture") return value.name || String(value.assetId).slice(-4);
  if (value.kind === "size") return `${value.width} × ${value.height}`;
  return `${value.x}, ${value.y}, ${value.width} × ${value.height}, ${value.rotation}°`;
}

test("equal scenes differ in nothing", () => {
  expect(changed(() => {})).toEqual([]);
  expect(changed((user) => user.select("puppy").run("nudge-right", "nudge-left"))).toEqual([]);
});

test("texts and parameters are told by what they say", () => {
  expect(
    changed(({ editor }) =>
      editor.edit("type-prompt", (document) => ({
        ...document,
        guide: { ...document.guide, prompt: "a hill" },
        output: { versions: ["v3"], n: 1 },
      })),
    ),
  ).toEqual(["ref_prompt: – → a hill", "n: 4 → 1"]);
});

test("layers are told by their names: gone, new, in another order, moved", () => {
  expect(changed((user) => user.select("blossom").run("delete"))).toEqual([
    "element blossom.png (foreground): blossom.png → –",
  ]);
  expect(changed((user) => user.select("puppy").run("duplicate"))).toEqual([
    "element puppy.png (foreground): – → puppy.png",
    "element-prompt puppy.png (foreground): – → puppy",
  ]);
  expect(changed((user) => user.select("puppy").run("send-backward"))).toEqual([
    "order (foreground): blossom.png puppy.png → puppy.png blossom.png",
  ]);
  expect(changed((user) => user.select("puppy").run("nudge-right"))).toEqual([
    "place puppy.png (foreground): 200, 350, 200 × 100, 0° → 201, 350, 200 × 100, 0°",
  ]);
});

test("a hidden layer is not sent, so it is gone, wherever it stands", () => {
  expect(changed((user) => user.select("leaves").run("nudge-right", "toggle-visibility"))).toEqual([
    "element leaves.png (background): leaves.png → –",
  ]);
});

test("another picture in the same layer is told as one", () => {
  expect(
    changed(({ editor }) =>
      editor.edit("remake-edge", (document) => ({
        ...document,
        background: document.background.map((element) => ({
          ...element,
          assetId: `asset_${"e".repeat(64)}`,
          name: "fern",
        })),
      })),
    ),
  ).toEqual(["picture fern (background): leaves.png → fern"]);
});

test("without a document there are only the addresses", () => {
  const { recipe } = sceneOf(someone().document);
  const asset = `backlot-asset:asset_${"a".repeat(64)}`;
  const edge = { ...recipe.input.reference_edge, background_edge: [asset] };
  const other = { ...recipe, input: { ...recipe.input, reference_edge: edge } };
  expect(compareScenes({ recipe, document: null }, { recipe: other, document: null }).map(line)).toEqual([
    "element [0] (background): backlot-layer:element_leaves → aaaa",
  ]);
});
