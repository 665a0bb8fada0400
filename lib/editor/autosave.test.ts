import { describe, expect, test } from "vitest";
import { isDraftCurrent, SAVE_LATEST_MS, SAVE_QUIET_MS, startAutosave } from "./autosave.ts";
import { TestEditor, TestServer } from "./test-editor.ts";

function open() {
  const user = new TestEditor();
  const server = new TestServer();
  const autosave = startAutosave(user.editor, { clock: user.clock, save: server.save, drafts: server.drafts });
  return { user, server, autosave };
}

describe("autosave", () => {
  test("a change is on the server within a second, and says so", async () => {
    const { user, server } = open();
    user.type("sunset");
    expect(user.state.save.status).toBe("unsaved");
    await user.clock.pass(1000);
    expect(server.saves.at(-1)?.document.guide.prompt).toBe("sunset");
    expect(user.state).toMatchObject({ revision: 2, save: { status: "saved" } });
    expect(server.draft).toBeNull();
  });

  test("quick changes travel together, endless typing is still saved on the way", async () => {
    const { user, server } = open();
    for (let elapsed = 0; elapsed <= SAVE_LATEST_MS; elapsed += 200) {
      user.type(`word ${elapsed}`);
      await user.clock.pass(200);
    }
    expect(server.saves).toHaveLength(1);
  });

  test("undoing back to what is saved needs no save", async () => {
    const { user, server } = open();
    user.type("x").run("undo");
    await user.clock.pass(5000);
    expect(server.saves).toHaveLength(0);
    expect(user.state.save.status).toBe("saved");
  });

  test("edits that are taken back do not come up again at the next visit", async () => {
    const { user, server } = open();
    server.isReachable = false;
    user.type("x");
    await user.clock.pass(1000);
    expect(server.draft).not.toBeNull();
    user.run("undo");
    expect(server.draft).toBeNull();
  });

  test("a change during a save follows in its own save, on the new revision", async () => {
    const { user, server } = open();
    user.type("one");
    const passing = user.clock.pass(SAVE_QUIET_MS);
    user.editor.store.subscribe((state) => {
      if (state.save.status === "saving" && state.document.guide.prompt === "one") user.type("two");
    });
    await passing;
    await user.clock.pass(1000);
    expect(server.saves.map(({ revision, document }) => [revision, document.guide.prompt])).toEqual([
      [1, "one"],
      [2, "two"],
    ]);
  });

  test("the name is saved with the document", async () => {
    const { user, server } = open();
    user.editor.rename("  Autumn  ");
    await user.clock.pass(1000);
    expect(server.saves.at(-1)?.name).toBe("Autumn");
  });

  test("without a network the edits are kept, and sent when it is back", async () => {
    const { user, server, autosave } = open();
    server.isReachable = false;
    user.type("offline");
    await user.clock.pass(1000);
    expect(user.state.save.status).toBe("offline");
    expect(server.draft).toMatchObject({ document: { guide: { prompt: "offline" } } });
    server.isReachable = true;
    autosave.retry();
    await user.clock.pass(0);
    expect(user.state.save.status).toBe("saved");
    expect(server.draft).toBeNull();
  });

  test("without a network it also tries by itself", async () => {
    const { user, server } = open();
    server.isReachable = false;
    user.type("offline");
    await user.clock.pass(1000);
    server.isReachable = true;
    await user.clock.pass(20_000);
    expect(server.saves).toHaveLength(1);
  });

  test("after someone else's save it stops instead of overwriting", async () => {
    const { user, server } = open();
    server.revision = 7;
    user.type("mine");
    await user.clock.pass(1000);
    expect(user.state.save.status).toBe("conflict");
    user.type("still mine");
    await user.clock.pass(60_000);
    expect(server.saves).toHaveLength(0);
    expect(server.draft).toMatchObject({ document: { guide: { prompt: "still mine" } } });
  });

  test("after a conflict the person may save over what came between", async () => {
    const { user, server, autosave } = open();
    server.revision = 7;
    user.type("mine");
    await user.clock.pass(1000);
    autosave.overrule(7);
    await user.clock.pass(0);
    expect(server.saves).toMatchObject([{ revision: 7, document: { guide: { prompt: "mine" } } }]);
    expect(user.state).toMatchObject({ revision: 8, save: { status: "saved" } });
  });

  test("flush answers the revision that holds the newest change", async () => {
    const { user, server, autosave } = open();
    user.type("now");
    await expect(autosave.flush()).resolves.toBe(2);
    expect(server.saves.at(-1)?.document).toBe(user.document);
    await expect(autosave.flush()).resolves.toBe(2);
    expect(server.saves).toHaveLength(1);
  });

  test("flush rejects when the server cannot be reached", async () => {
    const { user, server, autosave } = open();
    server.isReachable = false;
    user.type("now");
    await expect(autosave.flush()).rejects.toThrow("offline");
  });

  test("leaving sends what is unsaved at once, marked as the last word", async () => {
    const { user, server, autosave } = open();
    user.type("bye");
    autosave.leave();
    await user.clock.pass(0);
    expect(server.saves).toMatchObject([{ isLeaving: true, document: { guide: { prompt: "bye" } } }]);
  });
});

test("a draft is taken up only when the server has not moved on without it", () => {
  const user = new TestEditor();
  const draft = { revision: 4, newestPossibleRevision: 5, name: "Spring", document: user.document };
  expect([3, 4, 5, 6].map((revision) => isDraftCurrent(draft, revision))).toEqual([false, true, true, false]);
});
