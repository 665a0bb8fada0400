"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Braces, ClipboardPaste, X } from "lucide-react";
import { type CSSProperties, useState } from "react";
import { useTranslations } from "use-intl";
import { useEditor, useStudio } from "#components/studio/studio-context.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { ToggleGroup } from "#components/ui/toggle-group.tsx";
import type { GenerationId } from "#lib/base/ids.ts";
import { runsQuery } from "#lib/client/queries.ts";
import { runsOf } from "#lib/client/run-pages.ts";
import { recipeHash } from "#lib/composition/recipe-hash.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import type { RecipeSource } from "#lib/editor/editor-state.ts";
import { ChangesPane } from "./changes-pane.tsx";
import { CopyMenu } from "./copy-menu.tsx";
import { DrawerEdge } from "./drawer-edge.tsx";
import { firstWidth, keepDrawerPreference, readDrawerPreference } from "./drawer-preference.ts";
import { GenerationSelect } from "./generation-select.tsx";
import { HashButton } from "./hash-button.tsx";
import { RecipeEditor } from "./recipe-editor.tsx";
import { SentBar, SentPane } from "./sent-pane.tsx";
import { useRecipeSync, useRecipeText } from "./use-recipe-sync.ts";
import { useCanvasScene, useSentRecipe } from "./use-scene.ts";

type View = "json" | "changes";

/** Beside the canvas, and never in its way: the body it stands for, the bodies that were sent, and what differs between them. */
export function RecipeDrawer() {
  const t = useTranslations("recipe");
  const { editor, projectId, incoming } = useStudio();
  const shown = useEditor((state) => state.shownRecipe) ?? "canvas";
  const { data: runs = [] } = useInfiniteQuery({ ...runsQuery(projectId), select: runsOf });
  const generations = runs.flatMap((run) => run.generations);
  const generation = generations.find(({ id }) => id === shown);
  const source: RecipeSource = generation ? (generation.id as GenerationId) : "canvas";
  const [view, setView] = useState<View>("json");
  const [chosenOther, setOther] = useState<RecipeSource | null>(null);
  const [widthPx, setWidthPx] = useState(() => readDrawerPreference().widthPx ?? firstWidth(innerWidth));
  const latest = generations.find(({ id }) => id !== source)?.id as GenerationId | undefined;
  const other =
    chosenOther && chosenOther !== source ? chosenOther : source === "canvas" ? (latest ?? "canvas") : "canvas";

  return (
    <aside
      aria-label={t("title")}
      data-slot="recipe-drawer"
      className="relative flex min-h-0 w-[min(var(--width),100%-160px)] shrink-0 flex-col bg-surface-2 max-md:fixed max-md:inset-0 max-md:z-30 max-md:w-full"
      style={{ "--width": `${widthPx}px` } as CSSProperties}
    >
      <DrawerEdge
        widthPx={widthPx}
        onWidthChange={(next) => {
          setWidthPx(next);
          keepDrawerPreference({ widthPx: next });
        }}
      />
      <header className="flex flex-col border-hairline border-b">
        <div className="flex h-11 items-center gap-2 pr-2 pl-3">
          <Braces aria-hidden className="size-4 shrink-0 text-muted" />
          <h2 className="shrink-0 font-medium text-sm">{t("title")}</h2>
          <GenerationSelect
            label={t("source")}
            value={source}
            generations={generations}
            hasCanvas
            onValueChange={(shownRecipe) => editor.store.setState({ shownRecipe })}
            className="mx-1 min-w-0 flex-1"
          />
          <IconButton label={t("paste.action")} onClick={() => incoming.setState({ text: "" })}>
            <ClipboardPaste aria-hidden />
          </IconButton>
          <IconButton label={t("close")} onClick={() => closeDrawer()}>
            <X aria-hidden />
          </IconButton>
        </div>
        <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 px-3 pb-2">
          <ToggleGroup<View>
            label={t("view")}
            value={view}
            onValueChange={setView}
            options={[
              { value: "json", label: t("views.json") },
              { value: "changes", label: t("views.changes") },
            ]}
          />
          {source === "canvas" ? <CanvasTools view={view} /> : <SentTools source={source} />}
        </div>
      </header>
      {generation ? <SentBar generation={generation} /> : null}
      {view === "changes" ? (
        <ChangesPane source={source} other={other} generations={generations} onOtherChange={setOther} />
      ) : generation ? (
        <SentPane key={generation.id} generation={generation} />
      ) : (
        <RecipeEditor />
      )}
    </aside>
  );

  /** The focus goes back to the button that opens it. */
  function closeDrawer(): void {
    editor.store.setState({ shownRecipe: null });
    document.querySelector<HTMLElement>("[data-command=recipe]")?.focus();
  }
}

function CanvasTools({ view }: { view: View }) {
  const t = useTranslations("recipe");
  const sync = useRecipeSync();
  const versions = useEditor((state) => state.document.output.versions);
  const version = useRecipeText((state) => state.version);
  const isSame = useRecipeText((state) => state.status === "same");
  const { recipe } = useCanvasScene(version);
  return (
    <>
      {versions.length > 1 && view === "json" ? (
        <ToggleGroup
          label={t("version")}
          value={version}
          disabled={!isSame}
          onValueChange={(next) => sync.showVersion(next)}
          options={versions.map((value) => ({ value, label: value }))}
        />
      ) : null}
      <RecipeTools recipe={recipe} hash={recipeHash(recipe)} isCanvas />
    </>
  );
}

function SentTools({ source }: { source: RecipeSource }) {
  const { data: sent } = useSentRecipe(source);
  return sent ? <RecipeTools recipe={sent.recipe} hash={sent.hash} isCanvas={false} /> : null;
}

function RecipeTools({ recipe, hash, isCanvas }: { recipe: RequestBody; hash: string; isCanvas: boolean }) {
  return (
    <div className="ml-auto flex items-center gap-1">
      <HashButton hash={hash} />
      <CopyMenu recipe={recipe} isCanvas={isCanvas} />
    </div>
  );
}
