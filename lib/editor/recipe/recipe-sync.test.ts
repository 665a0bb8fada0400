import { describe, expect, test } from "vitest";
import { BacklotError } from "#lib/base/errors.ts";
import type { PlacedPicture, ProjectDocument } from "#lib/composition/document.ts";
import { moveElement, setElementTransform } from "#lib/composition/elements.ts";
import type { PictureField } from "#lib/composition/recipe-pictures.ts";
import { COALESCE_PAUSE_MS } from "../editor.ts";
import { TestEditor, testDocument } from "../test-editor.ts";
import { createRecipeSync, FETCH_QUIET_MS, READ_QUIET_MS, type RecipeSync } from "./recipe-sync.ts";

const URL_A = "https://pictures.example/leaf.png";
const picture = (name: string): PlacedPicture => ({
  assetId: `asset_${"7".repeat(64)}`,
  size: { width: 500, height: 600 },
  name,
});

/** Somebody with the drawer open; pictures come when the test says so. */
class Drawer {
  readonly user = new TestEditor(testDocument()).add("foreground", "blossom", "puppy").add("background", "leaves");
  readonly asked: {
    picture: PictureField;
    signal: AbortSignal;
    come(found: PlacedPicture): void;
    fail(e: unknown): void;
  }[] = [];
  readonly sync: RecipeSync = createRecipeSync(this.user.editor, {
    clock: this.user.clock,
    findPicture: (picture, signal) =>
      new Promise((come, fail) => {
        this.asked.push({ picture, signal, come, fail });
        signal.addEventListener("abort", () => fail(signal.reason));
      }),
  });

  get state() {
    return this.sync.store.getState();
  }

  get document(): ProjectDocument {
    return this.user.document;
  }

  /** Names of the undo steps since the layers were added. */
  get steps(): string[] {
    return this.user.state.history.past.slice(3).map(({ name }) => name);
  }

  /** Puts `by` in the place of the first `piece` of the text, and waits until it is read. */
  async replace(piece: string, by: string): Promise<void> {
    expect(this.state.text).toContain(piece);
    this.sync.type(this.state.text.replace(piece, () => by));
    await this.user.clock.pass(READ_QUIET_MS);
  }

  async settle(): Promise<void> {
    await this.user.clock.pass(0);
  }

  prompt(prompt: string): void {
    this.user.editor.edit("type-prompt", (document) => ({ ...document, guide: { ...document.guide, prompt } }));
  }
}

describe("from the canvas to the text", () => {
  test("every change is there at once, and a move, which the body does not name, changes no letter", () => {
    const drawer = new Drawer();
    drawer.prompt("a hill");
    expect(JSON.parse(drawer.state.text).input.ref_prompt).toBe("a hill");
    drawer.user.select("puppy").run("move-to-other-group");
    expect(JSON.parse(drawer.state.text).input.reference_edge).toMatchObject({
      foreground_edge: ["backlot-layer:element_blossom"],
      background_edge: ["backlot-layer:element_leaves", "backlot-layer:element_puppy"],
    });
    const { text } = drawer.state;
    drawer.user.run("nudge-right");
    expect(drawer.state.text).toBe(text);
    drawer.user.run("undo", "undo", "undo");
    expect(JSON.parse(drawer.state.text).input).not.toHaveProperty("ref_prompt");
  });

  test("each version has its body, and a version that is switched off is shown no more", () => {
    const drawer = new Drawer();
    const withVersions = (...versions: ("v2" | "v3")[]) =>
      drawer.user.editor.edit("change-output", (document) => ({ ...document, output: { versions, n: 4 } }));
    withVersions("v2", "v3");
    drawer.sync.showVersion("v2");
    expect(JSON.parse(drawer.state.text).parameters.model_version).toBe("v2");
    withVersions("v3");
    expect(drawer.state.version).toBe("v3");
    expect(JSON.parse(drawer.state.text).parameters.model_version).toBe("v3");
  });
});

describe("from the text to the canvas", () => {
  test("prompts, parameters and order arrive, layers keep their place", async () => {
    const drawer = new Drawer();
    drawer.user.editor.edit("move", (document) =>
      setElementTransform(document, "element_puppy", { x: 9, y: 9, scaleX: 2, scaleY: 2, rotation: 45 }),
    );
    const written = JSON.parse(drawer.state.text);
    written.input.ref_prompt = "a hill";
    written.input.reference_edge.foreground_edge.reverse();
    written.input.reference_edge.foreground_edge_prompt = ["small dog", "roses"];
    written.parameters = { n: 2, model_version: "v2" };
    drawer.sync.type(JSON.stringify(written));
    await drawer.user.clock.pass(READ_QUIET_MS);
    expect(drawer.state).toMatchObject({ status: "same", version: "v2", problems: [] });
    expect(drawer.document.foreground.map(({ id, prompt, transform }) => [id, prompt, transform.x])).toEqual([
      ["element_puppy", "small dog", 9],
      ["element_blossom", "roses", 300],
    ]);
    expect(drawer.document).toMatchObject({ guide: { prompt: "a hill" }, output: { versions: ["v2"], n: 2 } });
  });

  test("a burst of typing is one undo step, a later one another", async () => {
    const drawer = new Drawer();
    const start = drawer.document;
    await drawer.replace('"n": 4', '"n": 3');
    await drawer.replace('"n": 3', '"n": 2');
    await drawer.user.clock.pass(COALESCE_PAUSE_MS);
    await drawer.replace('"n": 2', '"n": 1');
    expect(drawer.steps).toEqual(["edit-recipe", "edit-recipe"]);
    drawer.user.run("undo");
    expect(JSON.parse(drawer.state.text).parameters.n).toBe(2);
    drawer.user.run("undo");
    expect(drawer.document).toBe(start);
  });

  test("what is typed and taken back leaves no step behind, and can be redone", async () => {
    const drawer = new Drawer();
    const start = drawer.document;
    await drawer.replace('"n": 4', '"n": 3');
    await drawer.user.clock.pass(COALESCE_PAUSE_MS);
    await drawer.replace('"n": 3', '"n": 4');
    expect(drawer.steps).toEqual([]);
    expect(drawer.document).toBe(start);
    await drawer.replace('"n": 4', '"n": 3');
    expect(drawer.document.output.n).toBe(3);
    expect(drawer.user.state.history.future).toEqual([]);
  });

  test("white space and unknown fields change nothing, and stay as they were written", async () => {
    const drawer = new Drawer();
    const start = drawer.document;
    await drawer.replace('"parameters": {', '"parameters":    { "seed": 3,');
    expect(drawer.document).toBe(start);
    expect(drawer.state.status).toBe("same");
    expect(drawer.state.text).toContain('{ "seed": 3,');
    expect(drawer.state.problems).toMatchObject([{ kind: "unknown", field: "parameters.seed" }]);
  });

  test("a value that would not be sent is kept by the canvas, and said", async () => {
    const drawer = new Drawer();
    await drawer.replace('"n": 4', '"n": 4, "noise_level": 500');
    expect(drawer.document.guide.noiseLevel).toBe(500);
    expect(drawer.state.problems).toMatchObject([{ kind: "not-sent", field: "parameters.noise_level" }]);
  });
});

describe("a text that says nothing the studio could do", () => {
  test.each([
    ["no JSON", '"n": 4', '"n": 4,,', { kind: "syntax", reason: "name" }],
    ["a value out of range", '"n": 4', '"n": 40', { kind: "refused", error: { code: "recipe/field-invalid" } }],
    [
      "a layer that is not there",
      "element_puppy",
      "element_cat",
      { kind: "refused", error: { code: "recipe/unknown-picture" } },
    ],
  ])("%s: stays as it is, leaves the canvas alone, and is taken once it is mended", async (_, piece, by, problem) => {
    const drawer = new Drawer();
    const start = drawer.document;
    await drawer.replace(piece, by);
    expect(drawer.state).toMatchObject({ status: "refused", problems: [problem] });
    expect(drawer.state.text).toContain(by);
    expect(drawer.document).toBe(start);
    await drawer.replace(by, piece);
    await drawer.replace('"n": 4', '"n": 3');
    expect(drawer.state).toMatchObject({ status: "same", problems: [] });
    expect(drawer.document.output.n).toBe(3);
  });

  test("is kept when the canvas changes, and a person decides which of the two holds", async () => {
    const drawer = new Drawer();
    await drawer.replace('"n": 4', '"n": 3,');
    drawer.prompt("a hill");
    expect(drawer.state.text).toContain('"n": 3,');
    await drawer.replace('"n": 3,', '"n": 3');
    expect(drawer.state.status, "valid, but older than the canvas").toBe("held");
    expect(drawer.document.guide.prompt).toBe("a hill");
    drawer.sync.keepText();
    expect(drawer.document).toMatchObject({ guide: { prompt: "" }, output: { n: 3 } });
    drawer.user.run("undo");
    expect(drawer.document.guide.prompt, "what the text overruled can be had back").toBe("a hill");
  });

  test("is given up for the canvas's on request", async () => {
    const drawer = new Drawer();
    await drawer.replace('"n": 4', '"n": oops');
    drawer.sync.takeCanvas();
    expect(drawer.state).toMatchObject({ status: "same", problems: [] });
    expect(JSON.parse(drawer.state.text).parameters.n).toBe(4);
  });

  test("holds no longer when the canvas goes back to what it was", async () => {
    const drawer = new Drawer();
    drawer.sync.type(drawer.state.text.replace('"n": 4', '"n": 3'));
    drawer.prompt("a hill");
    await drawer.user.clock.pass(READ_QUIET_MS);
    expect(drawer.state.status).toBe("held");
    drawer.user.run("undo");
    expect(drawer.state.status).toBe("same");
    expect(drawer.document.output.n).toBe(3);
  });
});

describe("an address in the place of a layer", () => {
  const replaced = async (drawer: Drawer) => {
    await drawer.replace("backlot-layer:element_puppy", URL_A);
    await drawer.user.clock.pass(FETCH_QUIET_MS);
  };

  test("is fetched after a longer pause, becomes that layer, and the text names the layer again", async () => {
    const drawer = new Drawer();
    await drawer.replace('"n": 4', '"n": 4, "seed": 3');
    await drawer.replace("backlot-layer:element_puppy", URL_A);
    expect(drawer.state).toMatchObject({ status: "fetching", fetching: [URL_A] });
    expect(drawer.asked).toHaveLength(0);
    await drawer.user.clock.pass(FETCH_QUIET_MS);
    expect(drawer.asked.map(({ picture }) => picture)).toEqual([
      { address: URL_A, field: "input.reference_edge.foreground_edge[1]", role: "element" },
    ]);
    drawer.asked[0]?.come(picture("leaf"));
    await drawer.settle();
    expect(drawer.document.foreground.map(({ id, name, transform }) => [id, name, transform.scaleX])).toEqual([
      ["element_blossom", "blossom.png", 1],
      ["element_puppy", "leaf", 2],
    ]);
    expect(drawer.state.status).toBe("same");
    expect(drawer.state.text).not.toContain(URL_A);
    const [{ from = 0, to = 0 } = {}] = drawer.state.problems;
    expect(drawer.state.text.slice(from, to), "what is said of a later line has moved with it").toBe('"seed"');
    // Moved on the canvas and typed on: the picture stays where it was put.
    drawer.user.select("puppy").run("nudge-right");
    await drawer.replace('"n": 4', '"n": 3');
    expect(drawer.document.foreground[1]?.transform.x).toBe(501);
    expect(drawer.steps).toEqual(["edit-recipe", "move", "edit-recipe"]);
  });

  test("that cannot be had is said at its line, can be tried again, and costs no letter", async () => {
    const drawer = new Drawer();
    const start = drawer.document;
    await replaced(drawer);
    drawer.asked[0]?.fail(new BacklotError("fetch/failed", { url: URL_A, reason: "404" }));
    await drawer.settle();
    const [problem] = drawer.state.problems;
    expect(drawer.state.status).toBe("refused");
    expect(problem).toMatchObject({ kind: "refused", address: URL_A, error: { code: "fetch/failed" } });
    expect(drawer.state.text.slice(problem?.from, problem?.to)).toBe(`"${URL_A}"`);
    expect(drawer.document).toBe(start);
    drawer.sync.retry();
    drawer.asked[1]?.come(picture("leaf"));
    await drawer.settle();
    expect(drawer.document.foreground[1]?.name).toBe("leaf");
  });

  test("that is typed over while it is fetched is fetched no more, one that stays is fetched on", async () => {
    const drawer = new Drawer();
    await replaced(drawer);
    await drawer.replace('"n": 4', '"n": 3');
    expect(drawer.asked[0]?.signal.aborted).toBe(false);
    await drawer.replace(URL_A, "backlot-layer:element_puppy");
    expect(drawer.asked[0]?.signal.aborted).toBe(true);
    expect(drawer.state.status).toBe("same");
    expect(drawer.document.output.n).toBe(3);
    expect(drawer.asked).toHaveLength(1);
  });

  test("and the same layer twice become layers of their own", async () => {
    const drawer = new Drawer();
    await drawer.replace("backlot-layer:element_puppy", "backlot-layer:element_blossom");
    expect(drawer.document.foreground.map(({ id }) => id)).toEqual(["element_blossom", "element_foreground1"]);
    expect(drawer.state.text).toContain("backlot-layer:element_foreground1");
    drawer.user.editor.edit("arrange", (document) => moveElement(document, "element_foreground1", "background", 0));
    expect(JSON.parse(drawer.state.text).input.reference_edge.background_edge).toHaveLength(2);
  });

  test("after the drawer is closed nothing is fetched and nothing comes", async () => {
    const drawer = new Drawer();
    await replaced(drawer);
    drawer.sync.stop();
    expect(drawer.asked[0]?.signal.aborted).toBe(true);
    drawer.prompt("a hill");
    expect(drawer.state.text).not.toContain("a hill");
  });
});
