import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { GenerationState } from "#lib/api/run-view.ts";
import type { StudioEvent } from "#lib/api/studio-event.ts";
import { systemClock } from "#lib/base/clock.ts";
import { generationView, runPages, runView } from "#tests/fixtures/views.ts";
import { startEventStream } from "./event-stream.ts";
import { QUERY_KEYS } from "./queries.ts";
import { forgetNews } from "./run-news.ts";
import type { RunPages } from "./run-pages.ts";

/** What the browser would connect to: every connection that was opened, and a way to speak through it. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeEventSource[] = [];
  readonly url: string;
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.opened.push(this);
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }

  say(event: StudioEvent): void {
    this.dispatchEvent(new MessageEvent(event.type, { data: JSON.stringify(event), lastEventId: String(event.seq) }));
  }
}

/** One holder at a time, the others in line: what Web Locks promise, for runtimes that do not have them. */
class FakeLocks {
  private line: Promise<void> = Promise.resolve();

  async request(_name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>): Promise<void> {
    const before = this.line;
    const mine = before.then(() => {
      signal.throwIfAborted();
      return hold();
    });
    this.line = mine.catch(() => undefined);
    return mine;
  }
}

const impatientClock = { ...systemClock, sleep: async () => undefined };

const key = QUERY_KEYS.runs("project_1");

const generation = (state: GenerationState) => generationView({ n: 1, state });

/** A tab with the run in its cache. */
function openTab() {
  const queryClient = new QueryClient();
  queryClient.setQueryData(key, runPages([runView(generation("queued"))]));
  const close = startEventStream(queryClient, impatientClock);
  return {
    close,
    state: () => queryClient.getQueryData<RunPages>(key)?.pages[0]?.runs[0]?.generations[0]?.state,
    isStale: () => queryClient.getQueryState(key)?.isInvalidated,
  };
}

const event = (seq: number, state: GenerationState): StudioEvent => ({
  seq,
  type: "generation-running",
  at: 1,
  generation: generation(state),
});

const connections = () => FakeEventSource.opened.map(({ url }) => url);

beforeEach(() => {
  FakeEventSource.opened = [];
  vi.stubGlobal("EventSource", FakeEventSource);
  vi.stubGlobal("navigator", { locks: new FakeLocks() });
});

const tabs: { close(): void }[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
  forgetNews();
  vi.unstubAllGlobals();
});

function open() {
  const tab = openTab();
  tabs.push(tab);
  return tab;
}

test("two tabs share one connection, and both hear what it says", async () => {
  const first = open();
  await vi.waitFor(() => expect(connections()).toEqual(["/api/events"]));
  const second = open();
  FakeEventSource.opened[0]?.say(event(7, "running"));
  expect(first.state()).toBe("running");
  await vi.waitFor(() => expect(second.state()).toBe("running"));
  expect(connections()).toHaveLength(1);
});

test("when the reading tab goes, the other one resumes after the last event it has heard", async () => {
  const first = open();
  await vi.waitFor(() => expect(connections()).toHaveLength(1));
  const second = open();
  FakeEventSource.opened[0]?.say(event(7, "pending"));
  await vi.waitFor(() => expect(second.state()).toBe("pending"));
  first.close();
  await vi.waitFor(() => expect(connections()).toEqual(["/api/events", "/api/events?after=7"]));
  expect(FakeEventSource.opened[0]?.readyState).toBe(FakeEventSource.CLOSED);
});

test("a repeated event is dropped", async () => {
  const tab = open();
  await vi.waitFor(() => expect(connections()).toHaveLength(1));
  const [source] = FakeEventSource.opened;
  source?.say(event(7, "running"));
  source?.say(event(7, "done"));
  expect(tab.state()).toBe("running");
});

test("a reset makes what is cached stale in every tab, and lower numbers count again", async () => {
  const first = open();
  await vi.waitFor(() => expect(connections()).toHaveLength(1));
  const second = open();
  const [source] = FakeEventSource.opened;
  source?.say(event(900, "pending"));
  source?.dispatchEvent(new MessageEvent("reset", { data: "{}" }));
  expect(first.isStale()).toBe(true);
  await vi.waitFor(() => expect(second.isStale()).toBe(true));
  source?.say(event(1, "running"));
  expect(first.state()).toBe("running");
});

test("a connection that stands for the first time makes the cache stale: nobody heard what came before it", async () => {
  const tab = open();
  await vi.waitFor(() => expect(connections()).toHaveLength(1));
  expect(tab.isStale()).toBe(false);
  FakeEventSource.opened[0]?.onopen?.();
  expect(tab.isStale()).toBe(true);
});

test("where the browser gives up, the connection is opened anew", async () => {
  open();
  await vi.waitFor(() => expect(connections()).toHaveLength(1));
  const [source] = FakeEventSource.opened;
  source?.say(event(7, "running"));
  source?.close();
  source?.onerror?.();
  await vi.waitFor(() => expect(connections()).toEqual(["/api/events", "/api/events?after=7"]));
});
