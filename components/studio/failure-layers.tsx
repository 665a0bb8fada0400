"use client";

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { type FailureLayers, FailureLayersProvider } from "#components/runs/failure-layers.ts";
import { Button } from "#components/ui/button.tsx";
import type { FailureReading } from "#lib/api/run-view.ts";
import { findElement } from "#lib/composition/elements.ts";
import type { FindingTarget } from "#lib/composition/finding.ts";
import { showTarget } from "./finding-actions.ts";
import { FixButton } from "./findings-list.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";
import { useFindings } from "./use-findings.ts";
import { useTargetName } from "./use-target-name.ts";

/** More would not fit beside one another; the names are all there. */
const SHOWN_BUTTONS = 2;

/** Lets failures in the strip name the layers of this document, lead to them, and mend what pre-flight still finds there. */
export function StudioFailureLayers({ children }: { children: ReactNode }) {
  const t = useTranslations("studio.findings");
  const format = useFormatter();
  const session = useStudio();
  const plainNameOf = useTargetName();
  const document = useEditor((state) => state.document);
  const findings = useFindings();

  function layersOf({ targets, finding }: FailureReading): FailureLayers | null {
    const there = targets.filter((target) => target.kind !== "element" || findElement(document, target.id));
    if (there.length === 0) return null;
    const nameOf = (target: FindingTarget) =>
      target.kind === "element" ? `“${plainNameOf(target)}”` : plainNameOf(target);
    const open = findings.find(
      ({ code, target }) => code === finding?.code && there.some((one) => isSame(one, target)),
    );
    const leading = there.filter(({ kind }) => kind !== "document" && kind !== "output").slice(0, SHOWN_BUTTONS);
    return {
      names: format.list(there.map(nameOf), { type: "disjunction" }),
      actions: (
        <>
          {open?.fix ? <FixButton finding={open} fix={open.fix} /> : null}
          {leading.map((target) => (
            <Button
              key={JSON.stringify(target)}
              variant="quiet"
              className="h-6 max-w-40 text-accent-text"
              onClick={() => showTarget(session, target)}
            >
              <span className="truncate">{t("show", { name: nameOf(target) })}</span>
            </Button>
          ))}
        </>
      ),
    };
  }

  return <FailureLayersProvider value={layersOf}>{children}</FailureLayersProvider>;
}

const isSame = (one: FindingTarget, other: FindingTarget) => JSON.stringify(one) === JSON.stringify(other);
