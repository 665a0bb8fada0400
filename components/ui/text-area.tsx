"use client";

import { Field as BaseField } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";
import { CONTROL_CLASSES } from "./control-classes.ts";

export interface TextAreaProps extends Omit<ComponentProps<"textarea">, "onChange" | "value" | "defaultValue"> {
  value: string;
  onValueChange(value: string): void;
}

/** Grows with its text from `rows` up to twelve lines, where the browser knows `field-sizing`; scrolls after that. */
export function TextArea({ value, onValueChange, rows = 3, className, ...props }: TextAreaProps) {
  return (
    <BaseField.Control
      value={value}
      onValueChange={(next) => onValueChange(next)}
      render={
        <textarea
          data-slot="text-area"
          rows={rows}
          className={cn(
            CONTROL_CLASSES,
            "field-sizing-content max-h-[calc(12lh+12px)] resize-none px-2 py-1.5 text-xs",
            className,
          )}
          style={{ minHeight: `calc(${rows}lh + 14px)` }}
          {...props}
        />
      }
    />
  );
}
