"use client";

import { CircleAlert, Info, TriangleAlert, WandSparkles } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { useExplain } from "#components/shell/use-explain.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { showToast } from "#components/ui/toast.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { Finding, FixName, Severity } from "#lib/composition/finding.ts";
import { mendFinding, showTarget } from "./finding-actions.ts";
import { useStudio } from "./studio-context.tsx";
import { useTargetName } from "./use-target-name.ts";

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
  const explain = useExplain();
  const session = useStudio();
  const name = useTargetName()(finding.target);
  const { target, severity, fix, code, values } = finding;
  const { meaning, remedy } = explain(code, values);
  const Icon = SEVERITY_ICONS[severity];
  return (
    <li
      data-finding={code}
      className="flex flex-col items-start gap-0.5 rounded-md py-1 pr-1 pl-1.5 hover:bg-surface-3"
    >
      <button
        type="button"
        onClick={() => showTarget(session, target)}
        className="focus-ring flex gap-1.5 rounded-sm text-left text-xs"
      >
        <Icon
          role="img"
          aria-label={t(`findings.severity.${severity}`)}
          className={cn("mt-0.5 size-3.5 shrink-0", SEVERITY_TEXT[severity])}
        />
        <span className="wrap-anywhere min-w-0">
          <span className="font-medium">{name}</span> <span className="text-muted">{meaning}</span>{" "}
          {fix ? null : remedy}
        </span>
      </button>
      {fix ? <FixButton finding={finding} fix={fix} /> : null}
    </li>
  );
}

/** Mends a finding at a click; on hover it says all that can be done. */
export function FixButton({ finding, fix }: { finding: Finding; fix: FixName }) {
  const t = useTranslations("studio.fixes");
  const { remedy } = useExplain()(finding.code, finding.values);
  const errorText = useErrorText();
  const session = useStudio();
  const [isBusy, setIsBusy] = useState(false);
  const mend = async () => {
    setIsBusy(true);
    try {
      await mendFinding(session, finding);
    } catch (error) {
      showToast({ title: t(fix), description: errorText(error).text, tone: "danger" });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Tooltip side="right" content={remedy}>
      <Button variant="quiet" busy={isBusy} className="ml-3 h-6 text-accent-text" onClick={() => void mend()}>
        {isBusy ? null : <WandSparkles aria-hidden />}
        {t(fix)}
      </Button>
    </Tooltip>
  );
}
