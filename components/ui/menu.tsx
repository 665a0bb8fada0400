"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./class-names.ts";
import { Shortcut } from "./shortcut.tsx";

const ITEM_CLASSES =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-xs outline-hidden data-disabled:opacity-45 data-highlighted:bg-surface-4 [&_svg]:size-4 [&_svg]:shrink-0";

const GROUP_LABEL_CLASSES = "px-2 py-1 text-muted text-xs";

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
  children: ReactNode;
}

export function Menu({ trigger, side = "bottom", align = "start", children }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner side={side} align={align} sideOffset={4} className="z-50 outline-hidden">
          <BaseMenu.Popup data-slot="menu" className="floating appear min-w-40 rounded-md p-1 outline-hidden">
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: readonly string[];
  /** What it takes away cannot be seen any more afterwards. */
  danger?: boolean;
  disabled?: boolean;
  onSelect(): void;
  children: ReactNode;
}

export function MenuItem({ icon, shortcut, danger, disabled, onSelect, children }: MenuItemProps) {
  return (
    <BaseMenu.Item
      data-slot="menu-item"
      disabled={disabled}
      onClick={onSelect}
      className={cn(ITEM_CLASSES, danger && "text-danger")}
    >
      {icon}
      <span className="min-w-0 flex-1 pr-3">{children}</span>
      {shortcut ? <Shortcut keys={shortcut} /> : null}
    </BaseMenu.Item>
  );
}

/** Entries that belong together, under a line that says what they are. */
export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className={GROUP_LABEL_CLASSES}>{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  );
}

export interface MenuRadioGroupProps<Value extends string> {
  label?: ReactNode;
  value: Value;
  options: readonly { value: Value; label: ReactNode; icon?: ReactNode }[];
  onValueChange(value: Value): void;
}

export function MenuRadioGroup<Value extends string>({
  label,
  value,
  options,
  onValueChange,
}: MenuRadioGroupProps<Value>) {
  return (
    <BaseMenu.RadioGroup value={value} onValueChange={(next: Value) => onValueChange(next)}>
      {label ? <BaseMenu.GroupLabel className={GROUP_LABEL_CLASSES}>{label}</BaseMenu.GroupLabel> : null}
      {options.map((option) => (
        <BaseMenu.RadioItem key={option.value} value={option.value} closeOnClick className={ITEM_CLASSES}>
          {option.icon}
          <span className="flex-1 pr-3">{option.label}</span>
          <BaseMenu.RadioItemIndicator>
            <Check aria-hidden className="size-3.5!" />
          </BaseMenu.RadioItemIndicator>
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="mx-1 my-1 h-px bg-hairline" />;
}
