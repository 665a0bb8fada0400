"use client";

import { CircleAlert, CircleCheck, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { isBlocking, type RecipeProblem } from "#lib/editor/recipe/read-recipe-text.ts";
import type { JsonView } from "./editor/json-view.ts";
import { useProblemText } from "./use-problem-text.ts";
import { useRecipeSync, useRecipeText } from "./use-recipe-sync.ts";

/** Under the text: how it stands to the canvas, what is wrong with it, and every way out. */
export function RecipeStatus({ view }: { view: JsonView | null }) {
  const t = useTranslations("recipe");
  const sync = useRecipeSync();
  const status = useRecipeText((state) => state.status);
  const problems = useRecipeText((state) => state.problems);
  const fetching = useRecipeText((state) => state.fetching);
  const canRetry = problems.some((problem) => problem.kind === "refused" && problem.address);
  const isStopped = status === "refused" || status === "held";
  return (
    <div className="border-hairline border-t bg-surface-2 text-xs" data-status={status}>
      <ul className="max-h-36 overflow-y-auto empty:hidden" data-slot="recipe-problems">
        {status === "reading"
          ? null
          : problems.map((problem) => (
              <ProblemRow key={`${problem.kind} ${problem.from}`} problem={problem} view={view} />
            ))}
      </ul>
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1">
        <p role="status" className="flex min-w-0 flex-1 items-center gap-1.5 text-pretty text-muted">
          <StatusIcon status={status} />
          {status === "fetching" ? t("status.fetching", { count: fetching.length }) : t(`status.${status}`)}
        </p>
        {canRetry ? <Button onClick={() => sync.retry()}>{t("retry")}</Button> : null}
        {isStopped ? <Button onClick={() => sync.takeCanvas()}>{t("takeCanvas")}</Button> : null}
        {status === "held" ? <Button onClick={() => sync.keepText()}>{t("keepText")}</Button> : null}
      </div>
    </div>
  );
}

function StatusIcon({ status }: { status: string }) {
  if (status === "same") return <CircleCheck aria-hidden className="size-3.5 shrink-0 text-success" />;
  if (status === "refused" || status === "held") {
    return <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-warning" />;
  }
  return <LoaderCircle aria-hidden className="size-3.5 shrink-0 animate-turn" />;
}

function ProblemRow({ problem, view }: { problem: RecipeProblem; view: JsonView | null }) {
  const t = useTranslations("recipe");
  const problemText = useProblemText();
  const isError = isBlocking(problem);
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <li data-problem={problem.kind}>
      <button
        type="button"
        onClick={() => view?.goTo(problem)}
        className="focus-ring flex w-full items-start gap-1.5 px-3 py-1.5 text-left -outline-offset-2 hover:bg-surface-3"
      >
        <Icon
          role="img"
          aria-label={t(isError ? "severity.error" : "severity.warning")}
          className={cn("mt-0.5 size-3.5 shrink-0", isError ? "text-danger" : "text-warning")}
        />
        <span className="wrap-anywhere min-w-0">
          {view ? <span className="font-medium">{t("line", { line: view.lineAt(problem.from) })} </span> : null}
          <span className="text-muted">{problemText(problem)}</span>
        </span>
      </button>
    </li>
  );
}
