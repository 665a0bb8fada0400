"use client";

import { Hash } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { useCopy } from "./use-copy.ts";

const SHOWN = 8;

/** The start of the recipe's hash; a press copies all of it. */
export function HashButton({ hash }: { hash: string }) {
  const t = useTranslations("recipe");
  const copy = useCopy();
  const shown = hash.slice(0, SHOWN);
  return (
    <Tooltip content={t("hashHint")}>
      <Button
        variant="quiet"
        aria-label={t("hash", { hash: shown })}
        className="gap-0.5 px-1 font-mono font-normal text-muted"
        onClick={() => void copy(hash, { title: t("copied"), description: hash })}
      >
        <Hash aria-hidden className="size-3!" />
        {shown}
      </Button>
    </Tooltip>
  );
}
