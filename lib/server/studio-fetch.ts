import { createGuardedFetch } from "#lib/net/guarded-fetch.ts";

/** An event stream stays open; each request brings its own deadline. The longest that a timer can wait. */
const NO_DEADLINE_MS = 2 ** 31 - 1;

/** For a program beside a studio: it asks the studio that its user named, wherever that stands, and nobody else. */
export function createStudioFetch(studioUrl: string): typeof globalThis.fetch {
  return createGuardedFetch({ allowHosts: [new URL(studioUrl).host], deadlineMs: NO_DEADLINE_MS });
}
