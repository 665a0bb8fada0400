import { describe, expect, test } from "vitest";
import { COALESCE_PAUSE_MS } from "./editor.ts";
import { HISTORY_STEPS } from "./history.ts";
import { TestEditor, testDocument } from "./test-editor.ts";

describe("undo", () => {
  test("gives back the very same document, and redo the very next", () => {
    const start = testDocument();
    const user = new TestEditor(start).add("foreground", "blossom").select("blossom").run("nudge-right");
    const end = user.document;
    user.run("undo", "undo");
    expect(user.document).toBe(start);
    user.run("redo", "redo");
    expect(user.document).toBe(end);
  });

  test("knows what it undoes by name", () => {
    const user = new TestEditor().add("foreground", "blossom").select("blossom").run("delete");
    expect(user.state.history.past.map(({ name }) => name)).toEqual(["add-element", "delete-element"]);
  });

  test("takes back typing as one step, and a pause starts a new one", async () => {
    const user = new TestEditor().type("mountains");
    await user.clock.pass(COALESCE_PAUSE_MS + 1);
    user.type("mountains at dusk").run("undo");
    expect(user.document.guide.prompt).toBe("mountains");
    user.run("undo");
    expect(user.document.guide.prompt).toBe("");
  });

  test("an undo between two words ends the step, so that redo cannot be swallowed", () => {
    const user = new TestEditor().type("ab").run("undo").type("c");
    expect(user.state.history).toMatchObject({ past: [{ name: "type-prompt" }], future: [] });
    user.run("undo");
    expect(user.document.guide.prompt).toBe("");
  });

  test("brings a deleted layer back selected", () => {
    const user = new TestEditor().add("foreground", "blossom").select("blossom").run("delete");
    expect(user.state.selection).toBeNull();
    user.run("undo");
    expect(user.state.selection).toBe("element_blossom");
  });

  test("a selection never points at a layer that is not there", () => {
    const user = new TestEditor().add("foreground", "blossom").select("blossom").run("undo");
    expect(user.state.selection).toBeNull();
    expect(user.select("missing").state.selection).toBeNull();
  });

  test("an edit that changes nothing leaves no step", () => {
    const user = new TestEditor();
    user.editor.edit("fix", (document) => document);
    expect(user.state.history.past).toHaveLength(0);
  });

  test("keeps a bounded number of steps, the newest ones", async () => {
    const user = new TestEditor().select("subject");
    for (let step = 0; step < HISTORY_STEPS + 5; step += 1) user.run("flip-horizontal");
    expect(user.state.history.past).toHaveLength(HISTORY_STEPS);
  });
});

test("a project cannot be left without a name", () => {
  const user = new TestEditor();
  user.editor.rename("   ");
  expect(user.state.name).toBe("Spring");
});
