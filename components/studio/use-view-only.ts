"use client";

import { useSyncExternalStore } from "react";

/** Below this width the studio shows one panel at a time, and the canvas is for looking. */
const NARROW = "(max-width: 767px)";

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

export function isNarrow(): boolean {
  return matchMedia(NARROW).matches;
}

/** On a phone a finger moves the view, not the product. */
export function useViewOnly(): boolean {
  return useSyncExternalStore(subscribe, isNarrow, () => false);
}
