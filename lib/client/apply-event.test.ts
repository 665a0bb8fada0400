import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test } from "vitest";
import type { GenerationState, RunView } from "#lib/api/run-view.ts";
import { generationView, runPages, runView } from "#tests/fixtures/views.ts";
import { applyEvent } from "./apply-event.ts";
import { QUERY_KEYS } from "./queries.ts";
import { forgetNews, withNews } from "./run-news.ts";
import type { RunPages } from "./run-pages.ts";

const generation = (state: GenerationState) => generationView({ version: "v3", n: 1, state });

const runs = (state: GenerationState) => [runView(generation(state))];

const event = (state: GenerationState) =>
  ({ seq: 1, type: "generation-running", at: 1, generation: generation(state) }) as const;

const key = QUERY_KEYS.runs("project_1");
const stateIn = (data: readonly RunView[] | undefined) => data?.[0]?.generations[0]?.state;
const cachedState = (queryClient: QueryClient) => stateIn(queryClient.getQueryData<RunPages>(key)?.pages[0]?.runs);

beforeEach(forgetNews);

test("an event moves the generation in the cache, and a late one does not take it back", () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(key, runPages(runs("queued")));
  applyEvent(queryClient, event("running"));
  expect(cachedState(queryClient)).toBe("running");
  applyEvent(queryClient, event("pending"));
  expect(cachedState(queryClient)).toBe("running");
});

test("a list that was asked for before an event and arrives after it does not wipe the event out", () => {
  applyEvent(new QueryClient(), event("done"));
  expect(stateIn(withNews(runs("pending")))).toBe("done");
});

test("a run on a later page moves where it is, and the pages before it stay the same objects", () => {
  const queryClient = new QueryClient();
  const newer = { ...runView(generationView({ id: "generation_2", runId: "run_2" })), id: "run_2" };
  queryClient.setQueryData(key, runPages([newer], runs("queued")));
  const before = queryClient.getQueryData<RunPages>(key);
  applyEvent(queryClient, event("running"));
  const after = queryClient.getQueryData<RunPages>(key);
  expect(after?.pages[1]).toEqual({ runs: runs("running"), nextCursor: null });
  expect(after?.pages[0]).toBe(before?.pages[0]);
  expect(queryClient.getQueryState(key)?.isInvalidated).toBe(false);
});

test("a run that is not in the list yet makes the list stale", () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(key, runPages([]));
  applyEvent(queryClient, event("queued"));
  expect(queryClient.getQueryState(key)?.isInvalidated).toBe(true);
});

test("an end makes the projects' covers stale, progress does not", () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(QUERY_KEYS.projects, []);
  applyEvent(queryClient, event("running"));
  expect(queryClient.getQueryState(QUERY_KEYS.projects)?.isInvalidated).toBe(false);
  applyEvent(queryClient, event("done"));
  expect(queryClient.getQueryState(QUERY_KEYS.projects)?.isInvalidated).toBe(true);
});
