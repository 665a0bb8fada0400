"use client";

import { useEffect } from "react";
import { isTyping } from "#components/canvas/is-typing.ts";
import { commandForPress } from "#lib/editor/commands/commands.ts";
import type { Editor } from "#lib/editor/editor.ts";

/** Keys run commands wherever the focus is, but never while a dialog or menu is open or an input method is composing. */
export function useShortcuts(editor: Editor, isSuspended: boolean): void {
  useEffect(() => {
    const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isSuspended) return;
      if (event.target instanceof Element && event.target.closest("[role='dialog'], [role='menu'], [role='listbox']")) {
        return;
      }
      const command = commandForPress(event, { isMac, isTyping: isTyping(event) || isForControl(event) });
      if (!command?.when(editor.store.getState())) return;
      event.preventDefault();
      if (!event.repeat || command.repeats) command.run(editor);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [editor, isSuspended]);
}

/** Arrows belong to a focused slider or toggle; among the pictures Delete must not reach for a layer that nobody looks at. */
function isForControl({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (key === "Delete" || key === "Backspace") return target.closest("[data-slot='runs-strip']") !== null;
  return (
    key.startsWith("Arrow") && target.closest("input[type='range'], [role='group'], [data-slot='runs-strip']") !== null
  );
}
