"use client";

import { useFormatter, useNow } from "use-intl";

/** “5 minutes ago”, the exact time on hover; kept right while it is shown. Only below what loads in the browser: a server has another zone. */
export function RelativeTime({ at }: { at: number }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const time = new Date(at);
  return (
    <time
      dateTime={time.toISOString()}
      title={format.dateTime(time, { dateStyle: "medium", timeStyle: "medium" })}
      suppressHydrationWarning
    >
      {format.relativeTime(time, { now: at > now.getTime() ? time : now })}
    </time>
  );
}
