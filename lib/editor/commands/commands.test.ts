import { describe, expect, test } from "vitest";
import { shortcutSignature } from "../kernels/shortcut.ts";
import { findLayer } from "../layers.ts";
import { TestEditor } from "../test-editor.ts";
import { COMMANDS, commandForPress } from "./commands.ts";

const KEY_Z = { key: "z", code: "KeyZ", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe("keys", () => {
  test("no two commands share a key", () => {
    const owners = COMMANDS.flatMap(({ id, keys }) => keys.map((key) => [shortcutSignature(key), id] as const));
    const shared = owners.filter(([key], index) => owners.findIndex(([other]) => other === key) !== index);
    expect(owners.length).toBeGreaterThan(20);
    expect(shared).toEqual([]);
  });

  test("no two commands share an id", () => {
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });

  test("while typing only the commands made for it answer", () => {
    const enter = { ...KEY_Z, key: "Enter", code: "Enter", ctrlKey: true };
    expect(commandForPress(enter, { isMac: false, isTyping: true })?.id).toBe("generate");
    const undo = { ...KEY_Z, ctrlKey: true };
    expect(commandForPress(undo, { isMac: false, isTyping: true })).toBeNull();
    expect(commandForPress(undo, { isMac: false, isTyping: false })?.id).toBe("undo");
  });
});

describe("order", () => {
  test("the lists stay bottom to top, as the API has them", () => {
    const user = new TestEditor().add("foreground", "a", "b", "c");
    expect(user.order("foreground")).toBe("a b c");
    expect(user.select("a").run("bring-forward").order("foreground")).toBe("b a c");
    expect(user.run("bring-to-front").order("foreground")).toBe("b c a");
    expect(user.run("send-to-back").order("foreground")).toBe("a b c");
  });

  test("forward from the top of the background passes the subject into the foreground's bottom, and back", () => {
    const user = new TestEditor().add("background", "a", "b").add("foreground", "x").select("b").run("bring-forward");
    expect([user.order("background"), user.order("foreground")]).toEqual(["a", "b x"]);
    user.run("send-backward");
    expect([user.order("background"), user.order("foreground")]).toEqual(["a b", "x"]);
  });

  test("an element keeps its id, prompt and place when it changes the group", () => {
    const user = new TestEditor().add("background", "a").select("a");
    const before = user.document.background[0];
    user.run("move-to-other-group");
    expect(user.document.foreground).toEqual([before]);
    expect(user.state.selection).toBe("element_a");
  });

  test("a command that would do nothing does not apply and leaves no step", () => {
    const user = new TestEditor().add("foreground", "a").select("a");
    const steps = user.state.history.past.length;
    user.run("bring-forward", "bring-to-front", "send-to-back").select("subject").run("bring-forward", "duplicate");
    expect(user.state.history.past).toHaveLength(steps);
  });
});

describe("layers", () => {
  test("a copy lies above its original, beside it, under a new id, and is selected", () => {
    const user = new TestEditor().add("foreground", "a", "b").select("a").run("duplicate");
    expect(user.order("foreground")).toBe("a new1 b");
    expect(user.state.selection).toBe("element_new1");
    expect(user.document.foreground[1]?.transform.x).not.toBe(user.document.foreground[0]?.transform.x);
  });

  test("an eleventh element cannot be made by copying", () => {
    const names = Array.from({ length: 10 }, (_, index) => `e${index}`);
    const user = new TestEditor()
      .add("foreground", ...names)
      .select("e0")
      .run("duplicate");
    expect(user.document.foreground).toHaveLength(10);
  });

  test("nudging moves by whole pixels and is one undo step", () => {
    const user = new TestEditor().select("subject").run("nudge-right", "nudge-right", "nudge-down-far");
    expect(findLayer(user.document, "subject")?.transform).toMatchObject({ x: 502, y: 610 });
    expect(user.run("undo").document.subject?.transform).toMatchObject({ x: 500, y: 600 });
  });

  test("flipping twice is nothing, also when rotated", () => {
    const user = new TestEditor().select("subject");
    user.editor.edit("transform", (document) =>
      document.subject
        ? { ...document, subject: { ...document.subject, transform: { ...document.subject.transform, rotation: 30 } } }
        : document,
    );
    const before = user.document.subject?.transform;
    user.run("flip-horizontal");
    expect(user.document.subject?.transform).toMatchObject({ scaleX: -1, rotation: -30 });
    expect(user.run("flip-horizontal").document.subject?.transform).toEqual(before);
  });

  test("a hidden element stays in the document", () => {
    const user = new TestEditor().add("foreground", "a").select("a").run("toggle-visibility");
    expect(user.document.foreground[0]).toMatchObject({ visible: false, prompt: "a" });
  });

  test("selecting walks from the top-most layer down and round", () => {
    const user = new TestEditor().add("foreground", "f").add("background", "b");
    const visited = [0, 1, 2, 3].map(() => user.run("select-below").state.selection);
    expect(visited).toEqual(["element_f", "subject", "element_b", "element_f"]);
    expect(user.run("select-above").state.selection).toBe("element_b");
  });
});

test("generate hands over the document as it is now", () => {
  const user = new TestEditor().type("dusk").run("generate");
  expect(user.generated).toEqual([user.document]);
});
