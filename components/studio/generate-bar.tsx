"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown, CircleCheck, Sparkles } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useExplain } from "#components/shell/use-explain.ts";
import { useMoney } from "#components/shell/use-money.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { aboutQuery } from "#lib/client/queries.ts";
import type { Finding } from "#lib/composition/finding.ts";
import { PRICE_FEN_PER_PICTURE } from "#lib/wanx/contract/limits.ts";
import { FindingsList, SEVERITY_ICONS, SEVERITY_TEXT } from "./findings-list.tsx";
import { OutputFields } from "./output-fields.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";
import { useFindings } from "./use-findings.ts";

/** Pinned under the inputs: what pre-flight has to say, the button, and what it will cost at most. */
export function GenerateBar({ isSending }: { isSending: boolean }) {
  const t = useTranslations("studio");
  const explain = useExplain();
  const money = useMoney();
  const { editor } = useStudio();
  const { n, versions } = useEditor((state) => state.document.output);
  const isConflicting = useEditor((state) => state.save.status === "conflict");
  const { data: about } = useQuery(aboutQuery());
  const findings = useFindings();
  const blocking = findings.find(({ severity }) => severity === "error");
  const priceFen = (about?.priceFenPerPicture ?? PRICE_FEN_PER_PICTURE) * n * versions.length;
  const amount = money(priceFen);
  const costText =
    priceFen === 0
      ? t("generate.free")
      : t(about?.upstream === "sandbox" ? "generate.costHere" : "generate.cost", { amount });
  const reason = isConflicting
    ? t("generate.conflict")
    : blocking
      ? explain(blocking.code, blocking.values).meaning
      : null;
  return (
    <div className="flex flex-col gap-2 border-hairline border-t bg-surface-2 p-3">
      <OutputFields />
      <Notes findings={findings} />
      <Button
        variant="primary"
        size="medium"
        busy={isSending}
        disabledReason={reason}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => editor.ports.generate()}
        className="w-full justify-start coarse:justify-center"
      >
        {isSending ? null : <Sparkles aria-hidden />}
        {t(versions.length === 2 ? "generate.buttonBoth" : "generate.button", { count: String(n) })}
        <span aria-hidden className="-mr-1 ml-auto coarse:hidden">
          <Shortcut keys={["Mod", "Enter"]} isOnAccent />
        </span>
      </Button>
      <p className="text-muted text-xs">{costText}</p>
    </div>
  );
}

function Notes({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations("studio.findings");
  const [isOpen, setIsOpen] = useState(true);
  const worst = (["error", "warning", "note"] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  if (!worst) {
    return (
      <p className="flex h-6 items-center gap-1.5 text-muted text-xs">
        <CircleCheck aria-hidden className="size-3.5 text-success" />
        {t("none")}
      </p>
    );
  }
  const Icon = SEVERITY_ICONS[worst];
  return (
    <div className="flex flex-col gap-1">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="focus-ring flex h-6 items-center gap-1.5 rounded-sm text-xs"
      >
        <Icon aria-hidden className={cn("size-3.5", SEVERITY_TEXT[worst])} />
        <span className="font-medium">{t("count", { count: findings.length })}</span>
        <ChevronDown
          aria-hidden
          className={cn("ml-auto size-3.5 text-muted transition-transform", isOpen && "rotate-180")}
        />
      </button>
      {isOpen ? (
        <div className="-mx-1.5 max-h-[min(14rem,28dvh)] overflow-y-auto">
          <FindingsList findings={findings} />
        </div>
      ) : null}
    </div>
  );
}
