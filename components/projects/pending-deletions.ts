import { useSyncExternalStore } from "react";

/** Projects that are hidden while their deletion can still be undone. Outlives a page change, unlike the page's own state. */
let pending: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

export function setDeletionPending(projectId: string, isPending: boolean): void {
  const next = new Set(pending);
  if (isPending) next.add(projectId);
  else next.delete(projectId);
  pending = next;
  for (const listener of listeners) listener();
}

export function usePendingDeletions(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pending,
    () => pending,
  );
}
