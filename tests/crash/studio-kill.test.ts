import { afterEach, expect, test } from "vitest";
import type { StudioEvent } from "#lib/api/studio-event.ts";
import { type ReadEvent, readEvents, until } from "#tests/drivers/event-reader.ts";
import { studioApi } from "#tests/drivers/studio-api.ts";
import { startStudio, stopStudios } from "#tests/drivers/studio-process.ts";

afterEach(stopStudios);

const isEnd = ({ event, data }: ReadEvent) =>
  event === "generation-succeeded" && (data as StudioEvent).generation.version === "v3";

test("a studio killed while a task runs finishes it after the restart: one task, each picture once, no event lost or repeated", async () => {
  const first = await startStudio();
  const api = studioApi(first.url);
  const project = await api.createExample("perfume-marble");
  const seen: ReadEvent[] = [];
  const reading = readEvents(first.url, 0, seen, isEnd);
  const run = await api.generate(project, ["v2", "v3"], 2, "one press of the button");
  await until(
    () => api.runs(project.id),
    ([now]) => now?.generations[0]?.state === "running",
    20_000,
  );
  first.process.kill("SIGKILL");
  await first.exited;
  await reading;
  expect(seen.some(isEnd)).toBe(false);

  const second = await startStudio({ dataDir: first.dataDir, port: first.port });
  const resumedFrom = seen.at(-1)?.id;
  await readEvents(second.url, resumedFrom, seen, isEnd);

  const [finished] = await until(
    () => studioApi(second.url).runs(project.id),
    ([now]) => now?.generations.every(({ state }) => state === "done") ?? false,
    180_000,
  );
  expect(finished?.id).toBe(run.id);
  expect(finished?.generations.map(({ version, pictures }) => [version, pictures.map(({ index }) => index)])).toEqual([
    ["v2", [0, 1]],
    ["v3", [0, 1]],
  ]);
  const tasks = await studioApi(second.url).tasks();
  expect(tasks.data.map(({ status }) => status)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
  expect(new Set(finished?.generations.map(({ taskId }) => taskId))).toEqual(
    new Set(tasks.data.map(({ task_id }) => task_id)),
  );

  const ids = seen.map(({ id }) => id ?? 0);
  expect(ids).toEqual(Array.from({ length: ids.length }, (_, index) => (ids[0] ?? 0) + index));
  const saved = seen.filter(({ event }) => event === "picture-saved");
  expect(saved).toHaveLength(4);

  // The same press again, after all of this, is still the same run.
  const again = await studioApi(second.url).generate(project, ["v2", "v3"], 2, "one press of the button");
  expect(again.id).toBe(run.id);
});

test("SIGTERM ends a studio with an open event stream and a running task at once, with status 0", async () => {
  const studio = await startStudio();
  const api = studioApi(studio.url);
  const project = await api.createExample("perfume-marble");
  const reading = readEvents(studio.url, undefined, [], () => false);
  await api.generate(project, ["v3"], 1);
  await until(
    () => api.runs(project.id),
    ([now]) => now?.generations[0]?.state === "running",
    20_000,
  );
  const askedAt = performance.now();
  studio.process.kill("SIGTERM");
  expect(await studio.exited).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(5_000);
  await reading;
});
