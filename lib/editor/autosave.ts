import type { Clock } from "#lib/base/clock.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { ProjectDocument } from "#lib/composition/document.ts";
import type { Editor } from "./editor.ts";
import type { SaveState } from "./editor-state.ts";

/** Half a second of quiet, and never more than two seconds of typing, stand between a change and the server. */
export const SAVE_QUIET_MS = 500;
export const SAVE_LATEST_MS = 2000;
const RETRY_FIRST_MS = 1000;
const RETRY_LONGEST_MS = 20_000;

export interface Draft {
  /** The revision the edits started from. */
  revision: number;
  name: string;
  document: ProjectDocument;
}

/** A draft for the next visit: while a save is under way, nobody here knows whether the server counts one further. */
export interface KeptDraft extends Draft {
  newestPossibleRevision: number;
}

/** Whether a kept draft continues what the server has now, rather than something overwritten since. */
export function isDraftCurrent(draft: KeptDraft, serverRevision: number): boolean {
  return draft.revision <= serverRevision && serverRevision <= draft.newestPossibleRevision;
}

export interface AutosavePorts {
  clock: Clock;
  /** Answers the new revision. A BacklotError is the server's answer; `studio/unreachable` and anything else mean it was not reached. */
  save(draft: Draft, options: { isLeaving: boolean }): Promise<{ revision: number }>;
  /** Keeps what the server has not got, so that a closed window loses nothing. */
  drafts: { keep(draft: KeptDraft): void; drop(): void };
}

export interface Autosave {
  /** Resolves with the saved revision when everything up to now is on the server; rejects when that failed. */
  flush(): Promise<number>;
  /** The page is going away: sends what is not saved without waiting. */
  leave(): void;
  /** After a conflict the person chose this window: saves over `revision`, the newest one on the server. */
  overrule(revision: number): void;
  /** The network is back. */
  retry(): void;
  stop(): void;
}

/** Saves every change of document and name, one request at a time, and tells the store how that stands. */
export function startAutosave(editor: Editor, ports: AutosavePorts): Autosave {
  const { store } = editor;
  const { clock } = ports;
  let saved = snapshot();
  let firstUnsavedAt: number | null = null;
  let waiting: AbortController | null = null;
  let sending: Promise<void> | null = null;
  let failures = 0;
  let isStopped = false;

  function snapshot(): Draft {
    const { revision, name, document } = store.getState();
    return { revision, name, document };
  }

  function isSaved(): boolean {
    const { name, document } = store.getState();
    return saved.document === document && saved.name === name;
  }

  function report(save: SaveState): void {
    store.setState({ save });
  }

  function wait(ms: number): void {
    waiting?.abort(new Error("a later change waits anew"));
    const controller = new AbortController();
    waiting = controller;
    clock.sleep(ms, controller.signal).then(
      () => {
        if (waiting === controller) waiting = null;
        void send();
      },
      () => {},
    );
  }

  function keepDraft(draft: Draft, isSending: boolean): void {
    ports.drafts.keep({ ...draft, newestPossibleRevision: draft.revision + (isSending ? 1 : 0) });
  }

  function stopWaiting(): void {
    waiting?.abort(new Error("not needed any more"));
    waiting = null;
  }

  /** Never rejects: how it went is in the store. */
  function send(): Promise<void> {
    stopWaiting();
    sending ??= sendNewest().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function sendNewest(): Promise<void> {
    while (!isSaved() && !isStopped && store.getState().save.status !== "conflict") {
      const draft = snapshot();
      keepDraft(draft, true);
      report({ status: "saving" });
      try {
        const { revision } = await ports.save(draft, { isLeaving: false });
        saved = { ...draft, revision };
        failures = 0;
        firstUnsavedAt = null;
        store.setState({ revision });
        if (isSaved()) ports.drafts.drop();
      } catch (error) {
        fail(error);
        return;
      }
    }
    if (isSaved()) report({ status: "saved" });
  }

  function fail(error: unknown): void {
    failures += 1;
    const isAnswer = BacklotError.is(error) && error.code !== "studio/unreachable";
    if (isAnswer && error.code === "project/stale-revision") {
      report({ status: "conflict" });
      return;
    }
    report(isAnswer ? { status: "failed", code: error.code } : { status: "offline" });
    // A refusal would be repeated word for word: it waits for the next change.
    if (!isAnswer || error.status >= 500) wait(Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** (failures - 1)));
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.document === before.document && state.name === before.name) return;
    if (state.save.status === "conflict") {
      keepDraft(snapshot(), false);
      return;
    }
    if (isSaved()) {
      stopWaiting();
      firstUnsavedAt = null;
      if (sending) return;
      ports.drafts.drop();
      report({ status: "saved" });
      return;
    }
    firstUnsavedAt ??= clock.monotonic();
    if (sending) return;
    if (state.save.status !== "offline") report({ status: "unsaved" });
    else keepDraft(snapshot(), true);
    const left = firstUnsavedAt + SAVE_LATEST_MS - clock.monotonic();
    wait(Math.max(0, Math.min(SAVE_QUIET_MS, left)));
  });

  return {
    async flush() {
      // Twice at most: a request under way may have started before the newest change.
      while (!isSaved() || sending) {
        await send();
        const { save } = store.getState();
        if (save.status === "conflict" || save.status === "offline" || save.status === "failed") {
          throw new Error(`not saved: ${save.status}`);
        }
      }
      return store.getState().revision;
    },
    leave() {
      if (isSaved()) return;
      const draft = snapshot();
      keepDraft(draft, true);
      if (sending || store.getState().save.status === "conflict") return;
      ports.save(draft, { isLeaving: true }).then(
        ({ revision }) => {
          // The page may live on (a cancelled navigation, the back-forward cache).
          saved = { ...draft, revision };
          store.setState({ revision });
          if (isSaved()) ports.drafts.drop();
        },
        (error) => fail(error),
      );
    },
    overrule(revision) {
      if (store.getState().save.status !== "conflict") return;
      failures = 0;
      store.setState({ revision, save: { status: "unsaved" } });
      void send();
    },
    retry() {
      if (!isSaved() && store.getState().save.status === "offline") void send();
    },
    stop() {
      isStopped = true;
      stopWaiting();
      unsubscribe();
    },
  };
}
