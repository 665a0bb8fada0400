"use client";

import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { type CommandId, getCommand, runCommand } from "#lib/editor/commands/commands.ts";
import { shortcutKeys } from "#lib/editor/kernels/shortcut.ts";
import { useEditor, useStudio } from "./studio-context.tsx";

export interface CommandButtonProps {
  command: CommandId;
  label: string;
  pressed?: boolean;
  tooltipSide?: "top" | "bottom" | "left" | "right";
  children: ReactNode;
}

/** A command as a button: disabled while it would do nothing, with its key in the tooltip. */
export function CommandButton({ command, label, pressed, tooltipSide, children }: CommandButtonProps) {
  const { editor } = useStudio();
  const { keys, when } = getCommand(command);
  const applies = useEditor(when);
  return (
    <IconButton
      label={label}
      shortcut={keys[0] ? shortcutKeys(keys[0]) : undefined}
      disabled={!applies}
      pressed={pressed}
      data-command={command}
      tooltipSide={tooltipSide}
      onClick={() => runCommand(editor, command)}
    >
      {children}
    </IconButton>
  );
}
