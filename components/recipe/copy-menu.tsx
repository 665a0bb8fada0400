"use client";

import { Braces, ChevronDown, Cloud, Copy, SquareTerminal } from "lucide-react";
import { useTranslations } from "use-intl";
import { useStudio } from "#components/studio/studio-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { showToast } from "#components/ui/toast.tsx";
import { curlOf, curlOfPost } from "#lib/composition/curl.ts";
import { distinctPictures } from "#lib/composition/recipe-pictures.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import { textOfRecipe } from "#lib/editor/recipe/recipe-text.ts";
import { useCopy } from "./use-copy.ts";

/** The body to take along: as JSON, as the cloud's command, and, of the canvas, as the command that runs here as it is. */
export function CopyMenu({ recipe, isCanvas }: { recipe: RequestBody; isCanvas: boolean }) {
  const t = useTranslations("recipe.copy");
  const copy = useCopy();
  const { projectId, editor } = useStudio();
  const count = distinctPictures(recipe).length;
  const references = count > 0 ? t("references", { count }) : undefined;

  function copyStudioCommand(): void {
    const { revision, save, document } = editor.store.getState();
    if (save.status !== "saved") {
      showToast({ title: t("unsaved") });
      return;
    }
    const body = { projectId, revision, ...document.output };
    const command = curlOfPost(`${location.origin}/api/runs`, ["'Content-Type: application/json'"], body);
    void copy(command, { title: t("curlDone"), description: t("studioNote") });
  }

  return (
    <Menu
      align="end"
      trigger={
        <Button>
          <Copy aria-hidden />
          {t("label")}
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      }
    >
      <MenuItem
        icon={<Braces aria-hidden />}
        onSelect={() => void copy(textOfRecipe(recipe), { title: t("jsonDone"), description: references })}
      >
        {t("json")}
      </MenuItem>
      <MenuItem
        icon={<Cloud aria-hidden />}
        onSelect={() =>
          void copy(curlOf(recipe), { title: t("curlDone"), description: [t("curlNote"), references].join(" ") })
        }
      >
        {t("curl")}
      </MenuItem>
      {isCanvas ? (
        <MenuItem icon={<SquareTerminal aria-hidden />} onSelect={copyStudioCommand}>
          {t("studioCurl")}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
