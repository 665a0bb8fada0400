"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { startEventStream } from "#lib/client/event-stream.ts";

/** Keeps the cache up to date while a page is open. Shows nothing. */
export function EventStream() {
  const queryClient = useQueryClient();
  useEffect(() => startEventStream(queryClient), [queryClient]);
  return null;
}
