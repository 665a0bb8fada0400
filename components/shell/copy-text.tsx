"use client";

import { CopyButton } from "./copy-button.tsx";

/** A short machine text, such as a request id, with a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1 text-muted text-xs">
      <span className="shrink-0">{label}</span>
      <code className="truncate font-mono">{text}</code>
      <CopyButton text={text} className="size-5 [&_svg]:size-3" />
    </span>
  );
}
