"use client";

import { useSyncExternalStore } from "react";
import { cn } from "./class-names.ts";

const APPLE_SYMBOLS: Record<string, string> = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↵" };

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

const subscribeToNothing = () => () => {};

/** A key combination, `Mod` shown as ⌘ on Apple machines and as Ctrl elsewhere; `isOnAccent` in the colour of the button it stands on. */
export function Shortcut({ keys, isOnAccent = false }: { keys: readonly string[]; isOnAccent?: boolean }) {
  const apple = useSyncExternalStore(subscribeToNothing, isApple, () => false);
  return (
    <kbd
      data-slot="shortcut"
      className={cn("inline-flex shrink-0 gap-0.5 font-sans", isOnAccent ? "text-current" : "text-muted")}
    >
      {keys.map((key) => (
        <span
          key={key}
          className={cn(
            "min-w-4 rounded-sm px-1 text-center text-xs",
            isOnAccent ? "ring-1 ring-current/50 ring-inset" : "bg-surface-4",
          )}
        >
          {apple ? (APPLE_SYMBOLS[key] ?? key) : key === "Mod" ? "Ctrl" : key}
        </span>
      ))}
    </kbd>
  );
}
