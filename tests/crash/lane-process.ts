import path from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { openStudioDatabase } from "#lib/db/studio-database.ts";
import { createRun } from "#lib/generation/create-run.ts";
import { createEventLog } from "#lib/generation/event-log.ts";
import { createLane } from "#lib/generation/lane.ts";
import { readRuns } from "#lib/generation/read-runs.ts";
import { createUploadedInputs } from "#lib/generation/uploaded-inputs.ts";
import { createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { ApiKey } from "#lib/wanx/client/api-key.ts";
import { createWanxClient } from "#lib/wanx/client/create-client.ts";
import { PRICE_FEN_PER_PICTURE } from "#lib/wanx/contract/limits.ts";
import { addProject, silentLog } from "./lane-rig.ts";

/**
 * The lane in a process of its own, to be killed: `--data DIR --url http://…/api/v1 --key sk-… [--press N]`, N pictures of a
 * new project. Writes each event as a line, `TYPE STATE`, as soon as it is committed, and before them `ready STATE` of
 * what it found; SIGTERM stops it in order.
 */
const { values } = parseArgs({
  options: { data: { type: "string" }, url: { type: "string" }, key: { type: "string" }, press: { type: "string" } },
});
const { data = "", url: baseUrl = "", key: apiKey = "", press } = values;
const clock = systemClock;
const db = await openStudioDatabase(path.join(data, "studio.sqlite"));
const store = createFileAssetStore(path.join(data, "assets"));
const events = createEventLog({ db, clock });
const client = createWanxClient({ baseUrl, apiKey: new ApiKey(apiKey), fetch, clock });
const inputs = createUploadedInputs({ db, client, store, clock }, "sandbox");
const lane = createLane({ db, client, store, clock, log: silentLog, events, inputs });
const reading = new AbortController();
// An idle lane holds nothing that keeps Node alive; in the studio the server does.
const alive = setInterval(() => undefined, 60_000);

process.once("SIGTERM", async () => {
  await lane.stop();
  reading.abort();
  clearInterval(alive);
  await db.destroy();
});

const since = await events.last();
const found = (await readRuns(db, { limit: 1 }))[0]?.generations[0]?.state ?? "nothing";
process.stdout.write(`ready ${found}\n`);
if (press !== undefined) {
  const request = { projectId: await addProject(db, store), revision: 1, versions: ["v2" as const], n: Number(press) };
  await createRun({ events, clock, newId, priceFen: PRICE_FEN_PER_PICTURE }, request);
}
lane.start();
for await (const event of events.subscribe(since, reading.signal)) {
  process.stdout.write(`${event.type} ${event.generation.state}\n`);
}
