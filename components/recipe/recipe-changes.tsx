"use client";

import { Equal } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "#components/ui/class-names.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ScrollArea } from "#components/ui/scroll-area.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { type ChangeValue, compareScenes, type Scene, type SceneChange } from "#lib/editor/recipe/compare-scenes.ts";
import { useChangeLabel } from "./use-change-label.ts";

/** What differs between two recipes, each change with what was and what is: told by sign, word and colour. */
export function RecipeChanges({ before, after }: { before: Scene; after: Scene }) {
  const t = useTranslations("recipe");
  const changes = compareScenes(before, after);
  if (changes.length === 0) {
    return <EmptyState icon={<Equal aria-hidden />} title={t("noChanges")} className="flex-1" />;
  }
  return (
    <ScrollArea className="min-h-0 flex-1">
      <p className="px-3 pt-2 text-muted text-xs">{t("changesCount", { count: changes.length })}</p>
      <ul data-slot="recipe-changes" className="flex flex-col divide-y divide-hairline">
        {changes.map((change) => (
          <ChangeRow key={`${change.field} ${JSON.stringify(change.subject)}`} change={change} />
        ))}
      </ul>
    </ScrollArea>
  );
}

function ChangeRow({ change }: { change: SceneChange }) {
  const label = useChangeLabel();
  const { before, after, field, subject } = change;
  const isEdge = "group" in subject && subject.group !== "subject";
  return (
    <li className="flex flex-col gap-1 px-3 py-2 text-xs">
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{label(subject)}</span>
        {field ? <code className="wrap-anywhere font-mono text-[11px] text-muted">{shortened(field)}</code> : null}
      </p>
      {before ? <Value sign="removed" value={before} isEdge={isEdge} /> : null}
      {after ? <Value sign="added" value={after} isEdge={isEdge} /> : null}
    </li>
  );
}

/** `input.` and `parameters.` say nothing that the name does not. */
const shortened = (field: string) => field.replace(/^(?:input|parameters)\.(?:reference_edge\.)?/, "");

const LOOKS = {
  removed: { sign: "−", className: "text-danger", text: "text-muted" },
  added: { sign: "+", className: "text-success", text: "" },
} as const;

function Value({ sign, value, isEdge }: { sign: keyof typeof LOOKS; value: ChangeValue; isEdge: boolean }) {
  const t = useTranslations("recipe");
  const look = LOOKS[sign];
  return (
    <div data-sign={sign} className="flex min-w-0 items-center gap-2 rounded-sm bg-surface-3 px-2 py-1">
      <span
        aria-hidden
        className={cn("w-3 shrink-0 text-center font-medium font-mono text-sm leading-none", look.className)}
      >
        {look.sign}
      </span>
      <span className="sr-only">{t(sign === "added" ? "after" : "before")}</span>
      {value.kind === "picture" ? (
        <PictureValue value={value} isEdge={isEdge} />
      ) : (
        <TextValue value={value} className={look.text} />
      )}
    </div>
  );
}

interface PictureValueProps {
  value: Extract<ChangeValue, { kind: "picture" }>;
  /** Bright lines, to be seen on black. */
  isEdge: boolean;
}

function PictureValue({ value, isEdge }: PictureValueProps) {
  return (
    <>
      {value.assetId ? (
        <img
          src={assetUrl(value.assetId, { longSide: 128 })}
          alt=""
          className={cn("size-10 shrink-0 rounded-sm object-contain", isEdge ? "bg-black" : "bg-surround")}
        />
      ) : null}
      <span className="wrap-anywhere min-w-0">{value.name || value.assetId?.slice(0, 14)}</span>
    </>
  );
}

function TextValue({ value, className }: { value: Exclude<ChangeValue, { kind: "picture" }>; className: string }) {
  const t = useTranslations("recipe");
  return <span className={cn("wrap-anywhere min-w-0", className)}>{words()}</span>;

  function words(): string {
    if (value.kind === "text") return value.text;
    if (value.kind === "names") return value.names.join(" · ");
    const { width, height } = value;
    const size = { width: String(width), height: String(height) };
    if (value.kind === "size") return t("size", size);
    const { x, y, rotation } = value;
    const place = { ...size, x: String(x), y: String(y) };
    return rotation === 0 ? t("place", place) : t("placeTurned", { ...place, rotation: String(rotation) });
  }
}
