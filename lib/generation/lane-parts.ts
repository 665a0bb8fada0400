import type { Clock } from "#lib/base/clock.ts";
import type { StudioDatabase } from "#lib/db/studio-database.ts";
import type { AssetStore } from "#lib/storage/asset-store.ts";
import type { WanxClient } from "#lib/wanx/client/client.ts";
import type { EventLog } from "./event-log.ts";
import type { InputHost } from "./input-host.ts";

/** A line of the server's log: fields first (an error under `err`), then the words. Pino fits. */
export type LaneLog = Record<"info" | "warn" | "error", (fields: object, message: string) => void>;

export type LaneParts = {
  db: StudioDatabase;
  client: WanxClient;
  store: AssetStore;
  clock: Clock;
  log: LaneLog;
  events: EventLog;
  inputs: InputHost;
};
