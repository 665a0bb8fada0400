"use client";

import { Ellipsis, ImageOff } from "lucide-react";
import { useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { cn } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { FailureView, GenerationView } from "#lib/api/run-view.ts";
import { assetUrl } from "#lib/client/assets.ts";
import { FailureDetails } from "./failure-details.tsx";
import type { PicturePlace } from "./kiln.ts";
import { PictureMenu } from "./picture-menu.tsx";
import { useFailureWords } from "./use-failure-words.ts";

const TILE = "relative size-18 shrink-0 overflow-hidden rounded-sm bg-surround";

/** A picture that will not come; why, on demand. */
function MissingTile({ number, failure }: { number: number; failure: FailureView | null }) {
  const t = useTranslations("runs");
  const wordsOf = useFailureWords();
  const label = failure ? t("missingBecause", { number, reason: wordsOf(failure).meaning }) : t("missing", { number });
  const className = cn(TILE, "grid place-content-center bg-surface-3 text-muted");
  const icon = <ImageOff aria-hidden className="size-4" />;
  if (!failure) {
    return (
      <div role="img" aria-label={label} title={label} className={className}>
        {icon}
      </div>
    );
  }
  const trigger = (
    <button type="button" aria-label={label} title={label} className={cn(className, "focus-ring hover:bg-surface-4")}>
      {icon}
    </button>
  );
  return (
    <Popover side="top" className="w-96" trigger={trigger}>
      <FailureDetails failure={failure} title={t("missing", { number })} />
    </Popover>
  );
}

export interface PictureTileProps {
  generation: GenerationView;
  place: PicturePlace;
  /** One tile of the strip is in the tab order; arrow keys go from tile to tile. */
  isTabStop: boolean;
  onFocus(): void;
  onOpen(): void;
  onPreview?(isShown: boolean): void;
  onShowRecipe?(): void;
}

/** One place of a generation, the same size whether its picture is there, is coming or will not come. */
export function PictureTile({
  generation,
  place,
  isTabStop,
  onFocus,
  onOpen,
  onPreview,
  onShowRecipe,
}: PictureTileProps) {
  const t = useTranslations("runs");
  const texts = useTranslations("recipe.download");
  const format = useFormatter();
  const menu = useRef<HTMLButtonElement>(null);
  const number = place.index + 1;
  if (place.kind === "reserved") {
    const isDrawing = generation.state === "running" || generation.state === "saving";
    return (
      <div
        role="img"
        aria-label={t("reserved", { number })}
        data-slot="picture-place"
        className={cn(TILE, "ring-1 ring-hairline ring-inset", isDrawing ? "animate-breathe" : "opacity-60")}
      />
    );
  }
  if (place.kind === "missing") return <MissingTile number={number} failure={generation.failure} />;
  const when = format.dateTime(new Date(generation.endedAt ?? generation.createdAt), { timeStyle: "short" });
  return (
    <div className="group/tile relative">
      <button
        type="button"
        data-slot="picture"
        data-picture={place.picture.id}
        aria-label={t("picture", { version: generation.version, number, total: generation.n, when })}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onOpen}
        onContextMenu={(event) => {
          event.preventDefault();
          menu.current?.click();
        }}
        onFocus={({ currentTarget }) => {
          onFocus();
          // A click opens the desk; who comes by keyboard looks first.
          if (currentTarget.matches(":focus-visible")) onPreview?.(true);
        }}
        onBlur={() => onPreview?.(false)}
        onPointerEnter={({ pointerType }) => pointerType === "mouse" && onPreview?.(true)}
        onPointerLeave={() => onPreview?.(false)}
        className={cn(TILE, "focus-ring block ring-hairline transition-shadow hover:ring-2 hover:ring-ink")}
      >
        <img
          src={assetUrl(place.picture.assetId, { longSide: 256 })}
          alt=""
          decoding="async"
          draggable={false}
          className="size-full object-contain transition-opacity duration-180 starting:opacity-0"
        />
      </button>
      <PictureMenu
        pictureId={place.picture.id}
        onShowRecipe={onShowRecipe}
        trigger={
          <IconButton
            ref={menu}
            label={texts("label", { number })}
            tooltipSide="top"
            tabIndex={isTabStop ? 0 : -1}
            className="absolute top-1 right-1 size-5 bg-surface-2 opacity-0 focus-visible:opacity-100 group-hover/tile:opacity-100 data-popup-open:opacity-100 coarse:opacity-100 [&_svg]:size-3.5"
          >
            <Ellipsis aria-hidden />
          </IconButton>
        }
      />
    </div>
  );
}
