"use client";

import { useFormatter, useTranslations } from "use-intl";
import { cn } from "#components/ui/class-names.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { measurePrompt } from "#lib/wanx/contract/measure-prompt.ts";

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const OTHER = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\p{L}/u;

const COLOURS = {
  read: { bar: "bg-muted", text: "text-muted" },
  uncertain: { bar: "bg-warning", text: "text-warning" },
  cut: { bar: "bg-danger", text: "text-danger" },
} as const;

/** How much of what the model reads a prompt takes: in characters for Chinese, in words otherwise, in percent for both mixed. */
export function PromptMeter({ text, isCompact = false }: { text: string; isCompact?: boolean }) {
  const t = useTranslations("studio.guide");
  const format = useFormatter();
  const { share, reach } = measurePrompt(text);
  if (isCompact && share < 0.8) return null;
  const isCjk = CJK.test(text);
  const words = isCjk
    ? OTHER.test(text)
      ? t("meterMixed", { percent: format.number(share, { style: "percent" }) })
      : t("meterCjk", count(share, LIMITS.prompt.cjkCharacterShare))
    : t("meterWords", count(share, LIMITS.prompt.wordShare));
  const colours = COLOURS[reach];
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-xs">
      <span aria-hidden className="h-1 w-8 overflow-hidden rounded-full bg-surface-5">
        <span
          className={cn("block h-full rounded-full", colours.bar)}
          style={{ width: `${Math.min(100, share * 100)}%` }}
        />
      </span>
      <span title={t("meterLabel")} className={colours.text}>
        {words}
      </span>
    </span>
  );
}

function count(share: number, unitShare: number): { used: string; limit: string } {
  return { used: String(Math.round(share / unitShare)), limit: String(Math.round(1 / unitShare)) };
}

/** The end of a prompt that the model will not read, as long as there is one. */
export function CutTail({ text }: { text: string }) {
  const t = useTranslations("studio.guide");
  const { dropped } = measurePrompt(text);
  if (dropped.trim() === "") return null;
  return (
    <p className="line-clamp-3 text-danger text-xs">
      {t("cut")} <s className="decoration-1 opacity-80">{dropped.trim()}</s>
    </p>
  );
}
