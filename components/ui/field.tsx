"use client";

import { Field as BaseField } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { Tooltip } from "./tooltip.tsx";

export interface FieldProps {
  label: ReactNode;
  /** The parameter of the Wanx API this control fills, shown in the label's tooltip. */
  parameter?: string;
  /** A short explanation for the label's tooltip, in front of the parameter. */
  help?: string;
  /** Stands at the end of the label's line: a meter, a value, a small action. */
  aside?: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to mend it; marks the control invalid. */
  error?: ReactNode;
  /** Disables the control and stands in place of the hint. */
  disabledReason?: string | null;
  className?: string;
  /** One control of this folder: it is named and described by the field. */
  children: ReactNode;
}

/** Label, control, and below it the reason why it is disabled, else its error, else its hint. */
export function Field({ label, parameter, help, aside, hint, error, disabledReason, className, children }: FieldProps) {
  const labelElement = (
    <BaseField.Label data-slot="field-label" className="min-w-0 truncate text-muted text-xs data-disabled:opacity-60">
      {label}
    </BaseField.Label>
  );
  return (
    <BaseField.Root
      data-slot="field"
      invalid={Boolean(error)}
      disabled={Boolean(disabledReason)}
      className={cn("flex min-w-0 flex-col gap-1", className)}
    >
      <div className="flex min-h-4 items-center justify-between gap-2">
        {parameter || help ? (
          <Tooltip side="right" content={<FieldHelp help={help} parameter={parameter} />}>
            {labelElement}
          </Tooltip>
        ) : (
          labelElement
        )}
        {aside}
      </div>
      {children}
      {disabledReason ? (
        <BaseField.Description className="text-muted text-xs">{disabledReason}</BaseField.Description>
      ) : error ? (
        <BaseField.Error match className="text-danger text-xs">
          {error}
        </BaseField.Error>
      ) : hint ? (
        <BaseField.Description className="text-muted text-xs">{hint}</BaseField.Description>
      ) : null}
    </BaseField.Root>
  );
}

function FieldHelp({ help, parameter }: Pick<FieldProps, "help" | "parameter">) {
  return (
    <span className="flex flex-col gap-0.5">
      {help ? <span>{help}</span> : null}
      {parameter ? <code className="font-mono text-muted">{parameter}</code> : null}
    </span>
  );
}
