"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { cn } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";

export interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  description?: ReactNode;
  /** The accessible name of the button that closes it. */
  closeLabel: string;
  children?: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
  /** What has the focus when it opens; the first control when left out. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Tailwind width; 448 px when left out. */
  className?: string;
}

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  closeLabel,
  children,
  footer,
  initialFocus,
  className,
}: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4">
          <BaseDialog.Popup
            data-slot="dialog"
            initialFocus={initialFocus}
            className={cn(
              "floating appear flex w-full max-w-md flex-col gap-4 rounded-lg p-5 outline-hidden",
              className,
            )}
          >
            <div className="flex items-start gap-3">
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                <BaseDialog.Title className="font-semibold text-base">{title}</BaseDialog.Title>
                {description ? (
                  <BaseDialog.Description className="text-muted text-sm">{description}</BaseDialog.Description>
                ) : null}
              </div>
              <BaseDialog.Close
                render={
                  <IconButton label={closeLabel} className="-mt-1 -mr-1">
                    <X aria-hidden />
                  </IconButton>
                }
              />
            </div>
            {children}
            {footer ? <div className="flex justify-end gap-2">{footer}</div> : null}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
