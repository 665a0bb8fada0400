"use client";

import { useTranslations } from "use-intl";
import { useExplain } from "#components/shell/use-explain.ts";
import { cn } from "#components/ui/class-names.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { Finding } from "#lib/composition/finding.ts";
import { SEVERITY_ICONS, SEVERITY_TEXT } from "./findings-list.tsx";

/** The worst of what pre-flight says about a layer; a hidden layer needs no badge, its eye says so. */
export function FindingBadge({ findings, name }: { findings: readonly Finding[]; name: string }) {
  const t = useTranslations("studio.layers");
  const explain = useExplain();
  const shown = findings.filter(({ severity }) => severity !== "note");
  const worst = shown.find(({ severity }) => severity === "error") ?? shown[0];
  if (!worst) return null;
  const Icon = SEVERITY_ICONS[worst.severity];
  return (
    <Tooltip side="left" content={shown.map(({ code, values }) => explain(code, values).meaning).join(" ")}>
      <span role="img" aria-label={t("notes", { count: shown.length, name })} className={SEVERITY_TEXT[worst.severity]}>
        <Icon aria-hidden className={cn("size-3.5")} />
      </span>
    </Tooltip>
  );
}
