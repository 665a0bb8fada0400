"use client";

import { Ellipsis, Eye, EyeOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import type { Element, ElementGroup } from "#lib/composition/document.ts";
import { setElementVisible } from "#lib/composition/elements.ts";
import type { Finding } from "#lib/composition/finding.ts";
import { type CommandId, getCommand, runCommand } from "#lib/editor/commands/commands.ts";
import { shortcutKeys } from "#lib/editor/kernels/shortcut.ts";
import { ElementPrompt } from "./element-prompt.tsx";
import { FindingBadge } from "./finding-badge.tsx";
import { LayerButton, useIsTabStop } from "./layer-button.tsx";
import { LAYER_DRAG_TYPE } from "./layer-drag.ts";
import { PromptMeter } from "./prompt-meter.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";
import { UnknownWordsMark } from "./unknown-words-mark.tsx";

const BAR: Record<ElementGroup, string> = { foreground: "before:bg-foreground", background: "before:bg-background" };
const MENU: readonly CommandId[] = ["bring-forward", "send-backward", "move-to-other-group", "duplicate"];

export interface ElementRowProps {
  element: Element;
  group: ElementGroup;
  findings: readonly Finding[];
}

export function ElementRow({ element, group, findings }: ElementRowProps) {
  const t = useTranslations("studio");
  const { editor } = useStudio();
  const isSelected = useEditor((state) => state.selection === element.id);
  const index = useEditor((state) => state.document[group].findIndex(({ id }) => id === element.id));
  const count = useEditor((state) => state.document[group].length);
  const { id, name, visible } = element;
  const tabIndex = useIsTabStop(id) ? 0 : -1;
  const label = t("layers.row", {
    name,
    role: t(`roles.${group}`),
    place: String(count - index),
    count: String(count),
  });
  return (
    <li
      data-layer={id}
      data-layer-row={id}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(LAYER_DRAG_TYPE, id);
        event.dataTransfer.effectAllowed = "move";
      }}
      className={cn(
        "role-bar group/row flex items-center gap-1 rounded-md py-1 pr-1 pl-2",
        BAR[group],
        isSelected ? "bg-surface-4" : "hover:bg-surface-3",
      )}
    >
      <LayerButton layer={id} picture={element} label={label} isOnBlack className={cn(!visible && "opacity-40")}>
        <span className="sr-only">{name}</span>
      </LayerButton>
      <div className={cn("flex min-w-0 flex-1 flex-col", !visible && "opacity-55")}>
        <div className="flex h-4 items-center gap-1 pl-1">
          {/* The name selects too; by keyboard the thumbnail does. */}
          <button
            type="button"
            tabIndex={-1}
            onClick={() => editor.select(id)}
            className="min-w-0 flex-1 truncate text-left text-muted text-xs"
          >
            {name}
          </button>
          <PromptMeter text={element.prompt} isCompact />
          <UnknownWordsMark prompt={element.prompt} />
          <FindingBadge findings={findings} name={name} />
        </div>
        <ElementPrompt element={element} tabIndex={tabIndex} />
      </div>
      <div className="flex flex-col coarse:flex-row">
        <IconButton
          label={t(visible ? "layers.hide" : "layers.show", { name })}
          tooltipSide="left"
          tabIndex={tabIndex}
          onClick={() =>
            editor.edit(visible ? "hide-element" : "show-element", (document) =>
              setElementVisible(document, id, !visible),
            )
          }
          className="h-5 coarse:h-9 coarse:w-9"
        >
          {visible ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
        </IconButton>
        <Menu
          align="end"
          trigger={
            <IconButton
              label={t("layers.more", { name })}
              tooltipSide="left"
              tabIndex={tabIndex}
              className="h-5 coarse:h-9 coarse:w-9"
            >
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          {MENU.map((command) => (
            <RowCommand key={command} command={command} element={element} group={group} />
          ))}
          <MenuSeparator />
          <RowCommand command="delete" element={element} group={group} />
        </Menu>
      </div>
    </li>
  );
}

function RowCommand({ command, element, group }: { command: CommandId; element: Element; group: ElementGroup }) {
  const t = useTranslations("studio.commands");
  const { editor } = useStudio();
  const { when, keys } = getCommand(command);
  const applies = useEditor((state) => when({ ...state, selection: element.id }));
  const words = {
    "bring-forward": t("bring-forward"),
    "send-backward": t("send-backward"),
    "move-to-other-group": t(group === "foreground" ? "toBackground" : "toForeground"),
    duplicate: t("duplicate"),
    delete: t("delete"),
  };
  return (
    <MenuItem
      disabled={!applies}
      shortcut={keys[0] ? shortcutKeys(keys[0]) : undefined}
      onSelect={() => {
        editor.select(element.id);
        runCommand(editor, command);
      }}
    >
      {words[command as keyof typeof words]}
    </MenuItem>
  );
}
