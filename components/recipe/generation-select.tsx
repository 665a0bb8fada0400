"use client";

import { useFormatter, useTranslations } from "use-intl";
import { VersionTag } from "#components/runs/version-tag.tsx";
import { Select } from "#components/ui/select.tsx";
import type { GenerationView } from "#lib/api/run-view.ts";
import type { GenerationId } from "#lib/base/ids.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { RecipeSource } from "#lib/editor/editor-state.ts";

export interface GenerationSelectProps {
  label: string;
  value: RecipeSource;
  generations: readonly GenerationView[];
  hasCanvas: boolean;
  onValueChange(source: RecipeSource): void;
  className?: string;
}

/** The canvas as it is now, or one of the project's generations, newest first. */
export function GenerationSelect({
  label,
  value,
  generations,
  hasCanvas,
  onValueChange,
  className,
}: GenerationSelectProps) {
  const t = useTranslations("recipe");
  return (
    <Select<RecipeSource>
      label={label}
      value={value}
      onValueChange={onValueChange}
      className={className}
      options={[
        ...(hasCanvas ? [{ value: "canvas" as const, label: t("canvas") }] : []),
        ...generations.map((generation) => ({
          value: generation.id as GenerationId,
          label: <GenerationName generation={generation} />,
        })),
      ]}
    />
  );
}

function GenerationName({ generation }: { generation: GenerationView }) {
  const format = useFormatter();
  const { version, pictures, createdAt } = generation;
  const [picture] = pictures;
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      <VersionTag version={version} />
      {picture ? (
        <img
          src={assetUrl(picture.assetId, { longSide: 64 })}
          alt=""
          className="size-4 shrink-0 rounded-sm object-cover"
        />
      ) : null}
      <span className="truncate">
        {format.dateTime(new Date(createdAt), { dateStyle: "short", timeStyle: "medium" })}
      </span>
    </span>
  );
}
