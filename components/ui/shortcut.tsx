"use client";

import { useSyncExternalStore } from "react";

const APPLE_SYMBOLS: Record<string, string> = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↵" };

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

const subscribeToNothing = () => () => {};

/** A key combination, `Mod` shown as ⌘ on Apple machines and as Ctrl elsewhere. */
export function Shortcut({ keys }: { keys: readonly string[] }) {
  const apple = useSyncExternalStore(subscribeToNothing, isApple, () => false);
  return (
    <kbd data-slot="shortcut" className="inline-flex shrink-0 gap-0.5 font-sans text-muted">
      {keys.map((key) => (
        <span key={key} className="min-w-4 rounded-sm bg-surface-4 px-1 text-center text-xs">
          {apple ? (APPLE_SYMBOLS[key] ?? key) : key === "Mod" ? "Ctrl" : key}
        </span>
      ))}
    </kbd>
  );
}
