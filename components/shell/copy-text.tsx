"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";

/** A short machine text, such as a request id, with a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const t = useTranslations("shell");
  const [copied, setCopied] = useState(false);
  return (
    <span className="inline-flex max-w-full items-center gap-1 text-muted text-xs">
      <span className="shrink-0">{label}</span>
      <code className="truncate font-mono">{text}</code>
      <IconButton
        label={copied ? t("copied") : t("copy")}
        className="size-5 [&_svg]:size-3"
        onClick={async () => {
          await navigator.clipboard.writeText(text);
          setCopied(true);
        }}
      >
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </IconButton>
    </span>
  );
}
