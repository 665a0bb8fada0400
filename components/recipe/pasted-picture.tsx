"use client";

import { Ban, CircleAlert, LoaderCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { assetUrl } from "#lib/client/assets.ts";
import { layerOfReference } from "#lib/composition/recipe.ts";
import type { ImportedPicture, RecipeImport } from "#lib/editor/recipe/recipe-import.ts";

export interface PastedPictureProps {
  picture: ImportedPicture;
  /** What an element is said to be. */
  prompt: string;
  recipeImport: RecipeImport;
}

/** One picture of a pasted request: on its way, here, or what to do about it. */
export function PastedPicture({ picture, prompt, recipeImport }: PastedPictureProps) {
  const t = useTranslations("recipe.paste");
  const errorText = useErrorText();
  const { address, state } = picture;
  const isOtherLayer = layerOfReference(address) !== undefined;
  return (
    <li data-picture-state={state} className="flex items-center gap-3 rounded-md px-2 py-1.5 text-xs">
      <span className="grid size-10 shrink-0 place-content-center overflow-hidden rounded-sm bg-surround text-muted [&_svg]:size-4">
        {picture.state === "here" ? (
          <img src={assetUrl(picture.picture.assetId, { longSide: 128 })} alt="" className="size-10 object-contain" />
        ) : (
          <StateIcon state={picture.state} />
        )}
      </span>
      <div className="flex min-w-0 flex-1 flex-col">
        <p className="flex gap-2">
          <span className="truncate font-medium">
            {t(`roles.${roleIn(picture)}`)}
            {prompt ? ` “${prompt}”` : null}
          </span>
          <span className={cn("shrink-0", state === "failed" ? "text-danger" : "text-muted")}>
            {t(`state.${state}`)}
          </span>
        </p>
        <p className={cn("truncate text-muted", state === "left-out" && "line-through")} title={address}>
          {address}
        </p>
        {picture.state === "failed" ? (
          <p className="wrap-anywhere text-pretty">{isOtherLayer ? t("otherLayer") : errorText(picture.error).text}</p>
        ) : null}
      </div>
      {picture.state === "failed" ? (
        <span className="flex shrink-0 flex-col gap-1">
          {picture.isFinal ? null : <Button onClick={() => recipeImport.retry(address)}>{t("retry")}</Button>}
          <Button onClick={() => recipeImport.leaveOut(address)}>{t("leaveOut")}</Button>
        </span>
      ) : null}
    </li>
  );
}

function roleIn({ role, field }: ImportedPicture) {
  if (role !== "element") return role;
  return field.includes("foreground_edge") ? "foreground" : "background";
}

function StateIcon({ state }: { state: Exclude<ImportedPicture["state"], "here"> }) {
  if (state === "failed") return <CircleAlert aria-hidden className="text-danger" />;
  if (state === "left-out") return <Ban aria-hidden />;
  return <LoaderCircle aria-hidden className="animate-turn" />;
}
