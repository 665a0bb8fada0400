"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useStore } from "zustand";
import { VersionTag } from "#components/runs/version-tag.tsx";
import { Button } from "#components/ui/button.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { AssetView } from "#lib/api/asset-view.ts";
import type { ElementGroup, ProjectDocument } from "#lib/composition/document.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import { createRecipeImport, type ImportedPicture, type RecipeImport } from "#lib/editor/recipe/recipe-import.ts";
import { findPicture } from "./find-picture.ts";
import { PastedPicture } from "./pasted-picture.tsx";
import type { PastedReading } from "./read-pasted.ts";
import { useFindingText } from "./use-finding-text.ts";

/** What may be made of a request where it was pasted. */
export interface PastedRequestUse {
  /** The document on the canvas, whose layers the request may name; null on a page without one. */
  open: ProjectDocument | null;
  /** Gets what was measured of each picture that was fetched. */
  remember?(asset: AssetView): void;
  onReplace?(document: ProjectDocument): void;
  onNewProject(document: ProjectDocument, name: string): void;
  isBusy: boolean;
}

export interface PastedRequestProps extends PastedRequestUse {
  reading: Extract<PastedReading, { ok: true }>;
  onOther(): void;
}

/** What the request asks for, its pictures on their way, and what to make of it. */
export function PastedRequest({ reading, ...rest }: PastedRequestProps) {
  const [recipeImport, setImport] = useState<RecipeImport | null>(null);
  const { open, remember } = rest;
  // What is on the canvas when the request comes is what its layers mean.
  const [start] = useState({ open, remember });
  const { recipe } = reading;
  useEffect(() => {
    const created = createRecipeImport(recipe, start.open, {
      findPicture: (picture, signal) => findPicture(picture, { signal, remember: start.remember }),
    });
    setImport(created);
    return () => created.stop();
  }, [recipe, start]);
  return (
    <div className="flex min-h-0 flex-col gap-4">
      <Summary reading={reading} />
      {recipeImport ? <Pictures recipeImport={recipeImport} recipe={recipe} {...rest} /> : null}
    </div>
  );
}

/** A project is called by what it shows. */
const nameOf = ({ input }: RequestBody) => (input.ref_prompt ?? "").trim().replace(/\s+/g, " ").slice(0, 40);

/** What an element is said to be. */
function promptAt({ input }: RequestBody, field: string): string {
  const [, group, index] = /(foreground|background)_edge\[(\d+)\]$/.exec(field) ?? [];
  return input.reference_edge?.[`${group as ElementGroup}_edge_prompt`]?.[Number(index)] ?? "";
}

function Summary({ reading: { recipe, findings, unknownFields } }: { reading: PastedRequestProps["reading"] }) {
  const t = useTranslations("recipe.paste");
  const findingText = useFindingText();
  const { ref_prompt: prompt, neg_ref_prompt: negative } = recipe.input;
  const { model_version: version, n } = recipe.parameters;
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <p className="flex items-center gap-2 text-muted text-xs">
        <VersionTag version={version} />
        {t("count", { count: n })}
      </p>
      {prompt ? <p className="wrap-anywhere line-clamp-3">“{prompt}”</p> : null}
      {negative ? <p className="wrap-anywhere line-clamp-2 text-muted text-xs">− {negative}</p> : null}
      {findings.length + unknownFields.length > 0 ? (
        <div className="text-pretty text-warning text-xs">
          {findings.map((finding) => (
            <p key={finding.code}>{findingText(finding)}</p>
          ))}
          {unknownFields.length > 0 ? <p>{t("unknown", { fields: unknownFields.join(", ") })}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

type PicturesProps = Omit<PastedRequestProps, "reading"> & { recipeImport: RecipeImport; recipe: RequestBody };

function Pictures({ recipeImport, recipe, open, isBusy, onReplace, onNewProject, onOther }: PicturesProps) {
  const t = useTranslations("recipe.paste");
  const pictures = useStore(recipeImport.store, (state) => state.pictures);
  const count = (wanted: ImportedPicture["state"]) => pictures.filter(({ state }) => state === wanted).length;
  const here = count("here");
  const gone = count("left-out");
  const reason = count("fetching") > 0 ? t("waiting") : count("failed") > 0 ? t("undecided") : null;
  const progress = t("pictures", { here, total: pictures.length - gone });
  const take = (use: (document: ProjectDocument) => void) => {
    const document = recipeImport.document();
    if (document) use(document);
  };
  return (
    <>
      <section aria-label={progress} className="flex min-h-0 flex-col gap-2">
        {pictures.length === 0 ? (
          <p className="text-muted text-xs">{t(open ? "openLayers" : "noPictures")}</p>
        ) : (
          <>
            <p role="status" className="text-muted text-xs">
              {progress}
              {gone > 0 ? ` · ${t("left", { count: gone })}` : null}
            </p>
            {count("fetching") > 0 ? (
              <ProgressBar label={progress} value={here} max={pictures.length} valueText={progress} />
            ) : null}
            <ul className="-mx-2 flex min-h-0 flex-col overflow-y-auto">
              {pictures.map((picture) => (
                <PastedPicture
                  key={picture.address}
                  picture={picture}
                  prompt={promptAt(recipe, picture.field)}
                  recipeImport={recipeImport}
                />
              ))}
            </ul>
          </>
        )}
      </section>
      <footer className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" size="medium" className="mr-auto" onClick={onOther}>
          {t("other")}
        </Button>
        <Button
          size="medium"
          variant={onReplace ? "secondary" : "primary"}
          disabledReason={reason}
          busy={isBusy}
          onClick={() => take((document) => onNewProject(document, nameOf(recipe) || t("name")))}
        >
          {t("newProject")}
        </Button>
        {onReplace ? (
          <Button
            size="medium"
            variant="primary"
            disabledReason={reason}
            disabled={isBusy}
            onClick={() => take(onReplace)}
          >
            {t("replace")}
          </Button>
        ) : null}
      </footer>
    </>
  );
}
