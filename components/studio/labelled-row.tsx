import type { ReactNode } from "react";
import { Tooltip } from "#components/ui/tooltip.tsx";

export interface LabelledRowProps {
  label: string;
  help: string;
  /** The parameter of the Wanx API that it fills. */
  parameter?: string;
  children: ReactNode;
}

/** A label and its control in one line; the label explains itself. The control brings its own accessible name. */
export function LabelledRow({ label, help, parameter, children }: LabelledRowProps) {
  return (
    <div className="flex items-center justify-between gap-2">
      <Tooltip
        side="right"
        content={
          <span className="flex flex-col gap-0.5">
            {help}
            {parameter ? <code className="font-mono text-muted">{parameter}</code> : null}
          </span>
        }
      >
        <span className="min-w-0 truncate text-muted text-xs">{label}</span>
      </Tooltip>
      {children}
    </div>
  );
}
