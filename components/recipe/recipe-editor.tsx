"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useEditor, useStudio } from "#components/studio/studio-context.tsx";
import { bodyOfPastedText } from "#lib/composition/curl.ts";
import { runCommand } from "#lib/editor/commands/commands.ts";
import { isBlocking } from "#lib/editor/recipe/read-recipe-text.ts";
import { canvasHintOf } from "./canvas-hints.ts";
import { createJsonView, type JsonView } from "./editor/json-view.ts";
import { RecipeStatus } from "./recipe-status.tsx";
import { useProblemText } from "./use-problem-text.ts";
import { useRecipeSync, useRecipeText } from "./use-recipe-sync.ts";

/** The body of the canvas as text: what is done there is read here, what is written here is done there. */
export function RecipeEditor() {
  const t = useTranslations("recipe");
  const { editor } = useStudio();
  const sync = useRecipeSync();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<JsonView | null>(null);
  const label = t("body");

  useEffect(() => {
    if (!place.current) return;
    const created = createJsonView(place.current, sync.store.getState().text, {
      label,
      editing: {
        onType: (text) => sync.type(text),
        onUndo: () => runCommand(editor, "undo"),
        onRedo: () => runCommand(editor, "redo"),
        bodyOf: wholeBody,
      },
    });
    const unsubscribe = sync.store.subscribe(({ text }) => created.setText(text));
    setView(created);
    return () => {
      unsubscribe();
      created.destroy();
    };
  }, [editor, sync, label]);

  useHints(view);
  useProblems(view);
  return (
    <>
      <div ref={place} data-slot="recipe-editor" className="min-h-0 flex-1 overflow-hidden" />
      <RecipeStatus view={view} />
    </>
  );
}

function useHints(view: JsonView | null): void {
  const t = useTranslations("recipe");
  const { editor } = useStudio();
  const document = useEditor((state) => state.document);
  const selection = useEditor((state) => state.selection);
  const fetching = useRecipeText((state) => state.fetching);
  const fetchingText = t("fetchingHint");
  useEffect(() => {
    view?.setHints({
      hintOf: canvasHintOf(document, { selection, fetching, fetchingText }),
      select: (layer) => editor.select(layer),
    });
  }, [view, editor, document, selection, fetching, fetchingText]);
}

function useProblems(view: JsonView | null): void {
  const problemText = useProblemText();
  const problems = useRecipeText((state) => state.problems);
  const latest = useRef(problemText);
  latest.current = problemText;
  useEffect(() => {
    view?.setProblems(
      problems.map((problem) => ({
        from: problem.from,
        to: problem.to,
        severity: isBlocking(problem) ? "error" : "warning",
        message: latest.current(problem),
      })),
    );
  }, [view, problems]);
}

/** A whole command that is pasted into the text stands for all of it. */
function wholeBody(pasted: string): string | null {
  if (!/^\s*curl\s/.test(pasted)) return null;
  try {
    return JSON.stringify(bodyOfPastedText(pasted), null, 2);
  } catch {
    // A command without a body is pasted as it is; what is wrong with it is said at its line.
    return null;
  }
}
