"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";

export type ToastTone = "plain" | "success" | "danger";

export interface ToastRequest {
  title: string;
  description?: string;
  tone?: ToastTone;
  /** Closes the toast after it ran. */
  action?: { label: string; onAction(): void };
  /** 0 keeps it until it is closed. Failures stay 12 s, the rest 6 s. */
  timeoutMs?: number;
  /** Runs when it leaves the screen, whatever the reason: the moment to do what could be undone until now. */
  onGone?(): void;
}

const manager = Toast.createToastManager<{ tone: ToastTone }>();

/** May be called from anywhere in the browser, React or not. Returns the toast's id, for `closeToast`. */
export function showToast({ title, description, tone = "plain", action, timeoutMs, onGone }: ToastRequest): string {
  const id: string = manager.add({
    title,
    description,
    timeout: timeoutMs ?? (tone === "danger" ? 12_000 : 6000),
    priority: tone === "danger" ? "high" : "low",
    data: { tone },
    onClose: onGone,
    actionProps: action
      ? {
          children: action.label,
          onClick: () => {
            action.onAction();
            manager.close(id);
          },
        }
      : undefined,
  });
  return id;
}

export function closeToast(id: string): void {
  manager.close(id);
}

/** Once around the page. */
export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-60 flex w-[min(360px,calc(100vw-2rem))] flex-col gap-2 outline-hidden">
          <ToastList closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager<{ tone: ToastTone }>();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      data-slot="toast"
      swipeDirection={["right", "down"]}
      className="floating focus-ring rounded-md transition-[opacity,translate] data-limited:hidden data-ending-style:translate-x-4 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-2.5 p-3">
        <ToneIcon tone={toast.data?.tone ?? "plain"} />
        <div className="flex min-w-0 flex-1 flex-col gap-0.5">
          <Toast.Title className="font-medium text-sm" />
          <Toast.Description className="wrap-anywhere text-muted text-xs" />
        </div>
        <Toast.Action className="focus-ring h-7 shrink-0 rounded-md px-2 font-medium text-accent-text text-xs hover:bg-surface-4" />
        <Toast.Close
          render={
            <IconButton label={closeLabel}>
              <X aria-hidden />
            </IconButton>
          }
        />
      </Toast.Content>
    </Toast.Root>
  ));
}

function ToneIcon({ tone }: { tone: ToastTone }) {
  if (tone === "success") return <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />;
  if (tone === "danger") return <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />;
  return null;
}
