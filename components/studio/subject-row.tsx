"use client";

import { useTranslations } from "use-intl";
import { cn } from "#components/ui/class-names.ts";
import { FindingBadge } from "./finding-badge.tsx";
import { LayerButton } from "./layer-button.tsx";
import { RoleMark } from "./role-mark.tsx";
import { useEditor } from "./studio-context.tsx";
import { useFindings } from "./use-findings.ts";

/** The subject's place in the stack is fixed: elements pass it, it does not move. */
export function SubjectRow() {
  const t = useTranslations("studio");
  const subject = useEditor((state) => state.document.subject);
  const isSelected = useEditor((state) => state.selection === "subject");
  const findings = useFindings().filter(({ target }) => target.kind === "subject");
  if (!subject) return null;
  return (
    <div
      data-layer="subject"
      className={cn(
        "role-bar flex items-center gap-1 rounded-md py-1 pr-2 pl-2 before:bg-subject",
        isSelected ? "bg-surface-4" : "hover:bg-surface-3",
      )}
    >
      <LayerButton layer="subject" picture={subject} isOnBlack={false} className="flex-1">
        <span className="flex min-w-0 flex-col text-xs">
          <span className="flex items-center gap-1.5 font-medium">
            <RoleMark of="subject" />
            {t("roles.subject")}{" "}
          </span>
          <span className="truncate text-muted">{subject.name}</span>
        </span>
      </LayerButton>
      <FindingBadge findings={findings} name={t("roles.subject")} />
    </div>
  );
}
