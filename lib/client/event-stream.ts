import type { QueryClient } from "@tanstack/react-query";
import type { StudioEvent } from "#lib/api/studio-event.ts";
import { type Clock, systemClock } from "#lib/base/clock.ts";
import { applyEvent, refetchEverything } from "./apply-event.ts";
import { createEventGate } from "./event-gate.ts";
import { forgetNews } from "./run-news.ts";

const NAME = "backlot-events";

type ChannelMessage = { kind: "event"; event: StudioEvent } | { kind: "reset"; seq: number | null };

/**
 * Keeps the cache up to date with the event log until the returned function is called. One connection per browser, not per tab
 * (a browser opens six to one host): the tab that holds the lock reads and passes everything on. When it goes, the next tab gets
 * the lock and resumes after the last event it has seen.
 */
export function startEventStream(queryClient: QueryClient, clock: Clock = systemClock): () => void {
  const stopping = new AbortController();
  const gate = createEventGate();
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(NAME);

  function receive(message: ChannelMessage): void {
    if (message.kind === "event") {
      if (gate.admit(message.event.seq)) applyEvent(queryClient, message.event);
    } else {
      gate.reset(message.seq);
      forgetNews();
      refetchEverything(queryClient);
    }
  }

  function receiveAndPassOn(message: ChannelMessage): void {
    receive(message);
    channel?.postMessage(message);
  }

  async function lead(): Promise<void> {
    const { readEvents } = await import("./event-source.ts");
    await readEvents(
      {
        resumeAfter: () => gate.lastSeq,
        onOpen: (resumed) => {
          if (!resumed) refetchEverything(queryClient);
        },
        onEvent: (event) => receiveAndPassOn({ kind: "event", event }),
        onReset: (seq) => receiveAndPassOn({ kind: "reset", seq }),
      },
      clock,
      stopping.signal,
    );
  }

  if (channel) channel.onmessage = ({ data }: MessageEvent<ChannelMessage>) => receive(data);
  void leadWhenItIsOurTurn(lead, stopping.signal);

  return () => {
    stopping.abort();
    channel?.close();
  };
}

/** Without Web Locks (a page that is not served over HTTPS or from this machine) every tab reads for itself. */
async function leadWhenItIsOurTurn(lead: () => Promise<void>, signal: AbortSignal): Promise<void> {
  if (!("locks" in navigator)) return lead();
  try {
    await navigator.locks.request(NAME, { signal }, lead);
  } catch (cause) {
    if (!signal.aborted) throw new Error("the event stream ended before it was stopped", { cause });
  }
}
