"use client";

import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { showToast } from "#components/ui/toast.tsx";
import { findElement } from "#lib/composition/elements.ts";
import type { Finding, Severity } from "#lib/composition/finding.ts";
import { mendFinding, showFinding } from "./finding-actions.ts";
import { useEditor, useStudio } from "./studio-context.tsx";
import { useFindingText } from "./use-finding-text.ts";

export const SEVERITY_ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;
export const SEVERITY_TEXT: Record<Severity, string> = {
  error: "text-danger",
  warning: "text-warning",
  note: "text-muted",
};

/** Each names what it is about, leads there, and mends it where that can be done. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="flex flex-col gap-px">
      {findings.map((finding) => (
        <FindingRow key={`${finding.code} ${JSON.stringify(finding.target)}`} finding={finding} />
      ))}
    </ul>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const t = useTranslations("studio");
  const findingText = useFindingText();
  const errorText = useErrorText();
  const session = useStudio();
  const document = useEditor((state) => state.document);
  const { target, severity, fix, code } = finding;
  const name =
    target.kind === "element"
      ? (findElement(document, target.id)?.element.name ?? "")
      : t(`findings.target.${target.kind}`);
  const Icon = SEVERITY_ICONS[severity];
  return (
    <li data-finding={code} className="flex items-start gap-1 rounded-md py-1 pr-1 pl-1.5 hover:bg-surface-3">
      <button
        type="button"
        onClick={() => showFinding(session, finding)}
        className="focus-ring flex min-w-0 flex-1 gap-1.5 rounded-sm text-left text-xs"
      >
        <Icon
          role="img"
          aria-label={t(`findings.severity.${severity}`)}
          className={cn("mt-0.5 size-3.5 shrink-0", SEVERITY_TEXT[severity])}
        />
        <span className="wrap-anywhere min-w-0">
          <span className="font-medium">{name}</span> <span className="text-muted">{findingText(finding)}</span>
        </span>
      </button>
      {fix ? (
        <Button
          variant="quiet"
          className="h-6 text-accent-text"
          onClick={() => {
            mendFinding(session, finding).catch((error: unknown) =>
              showToast({ title: t(`fixes.${fix}`), description: errorText(error).text, tone: "danger" }),
            );
          }}
        >
          {t(`fixes.${fix}`)}
        </Button>
      ) : null}
    </li>
  );
}
