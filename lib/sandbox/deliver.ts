import type { ServerResponse } from "node:http";
import type { Clock } from "#lib/base/clock.ts";
import type { Delivery } from "./disturbed-answer.ts";

/** Writes an answer to its socket, or breaks it there. */
export async function deliver({ response, fault }: Delivery, outgoing: ServerResponse, clock: Clock): Promise<void> {
  const { socket } = outgoing;
  if (fault?.kind === "reset") {
    socket?.resetAndDestroy();
    return;
  }
  const body = response.body ? Buffer.from(await response.arrayBuffer()) : undefined;
  const isBodiless = response.status === 204 || response.status === 304;
  // Without it Node would answer in chunks, which the storage never does; of HEAD the length is given already.
  const length = isBodiless ? {} : { "content-length": String(body?.length ?? 0) };
  outgoing.writeHead(response.status, { ...length, ...Object.fromEntries(response.headers) });
  if (!fault) {
    outgoing.end(body);
    return;
  }
  const kept = Math.floor((body?.length ?? 0) * fault.keep);
  outgoing.flushHeaders();
  if (kept > 0) outgoing.write(body?.subarray(0, kept));
  if (fault.kind === "truncate") {
    socket?.end();
    return;
  }
  // Rejects when the client has gone, which ends the silence too.
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  await clock.sleep(fault.ms, gone.signal).catch(() => undefined);
  outgoing.end(body?.subarray(kept));
}
