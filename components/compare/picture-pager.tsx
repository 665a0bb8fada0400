"use client";

import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { PictureMenu } from "#components/runs/picture-menu.tsx";
import { VersionTag } from "#components/runs/version-tag.tsx";
import { useChargeText } from "#components/shell/use-charge-text.ts";
import { cn } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { type DeskSide, pictureOf } from "./desk-sides.ts";

export interface PicturePagerProps {
  side: DeskSide;
  onPositionChange(position: number): void;
  onShowRecipe?(): void;
  className?: string;
}

/** The pictures of one side, which of them lies on the desk, and its download. */
export function PicturePager({ side, onPositionChange, onShowRecipe, className }: PicturePagerProps) {
  const t = useTranslations("desk");
  const chargeText = useChargeText();
  const { generation, pictures, position } = side;
  const { version } = generation;
  const picture = pictureOf(side);
  const number = position + 1;
  const { startedAt, endedAt, cost } = generation;
  const charge = chargeText(cost.chargedFen);
  const outcome = [
    ...(startedAt !== null && endedAt !== null
      ? [t("seconds", { seconds: Math.max(1, Math.round((endedAt - startedAt) / 1000)) })]
      : []),
    ...(charge ? [charge] : []),
  ];
  return (
    <section aria-label={version} className={cn("flex h-14 min-w-0 items-center gap-2 px-3", className)}>
      <VersionTag version={version} />
      <IconButton
        label={t("previous", { version })}
        disabled={position === 0}
        onClick={() => onPositionChange(position - 1)}
      >
        <ChevronLeft aria-hidden />
      </IconButton>
      <ul className="-m-0.5 flex min-w-0 gap-1.5 overflow-hidden p-0.5">
        {pictures.map(({ id, assetId }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-label={t("picture", { version, number: index + 1 })}
              aria-current={index === position}
              onClick={() => onPositionChange(index)}
              className="focus-ring block size-10 overflow-hidden rounded-sm bg-surround opacity-60 transition-opacity hover:opacity-100 aria-current:opacity-100 aria-current:ring-2 aria-current:ring-ink"
            >
              <img src={assetUrl(assetId, { longSide: 256 })} alt="" className="size-full object-contain" />
            </button>
          </li>
        ))}
      </ul>
      <IconButton
        label={t("next", { version })}
        disabled={position >= pictures.length - 1}
        onClick={() => onPositionChange(position + 1)}
      >
        <ChevronRight aria-hidden />
      </IconButton>
      {picture ? (
        <>
          <span className="whitespace-nowrap text-muted text-xs">
            {t("position", { number, total: pictures.length })}
          </span>
          <span className="ml-auto truncate text-muted text-xs max-md:hidden">{outcome.join(" · ")}</span>
          <PictureMenu
            pictureId={picture.id}
            onShowRecipe={onShowRecipe}
            trigger={
              <IconButton
                label={t("downloadPicture", { version, number })}
                tooltipSide="top"
                className="max-md:ml-auto"
              >
                <Download aria-hidden />
              </IconButton>
            }
          />
        </>
      ) : null}
    </section>
  );
}
