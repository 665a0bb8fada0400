"use client";

import { Braces, ChevronDown, Keyboard, Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { EngineBadge } from "#components/shell/engine-badge.tsx";
import { LanguageMenu } from "#components/shell/language-menu.tsx";
import { Logo } from "#components/shell/logo.tsx";
import { ThemeMenu } from "#components/shell/theme-menu.tsx";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { type CommandId, getCommand, runCommand } from "#lib/editor/commands/commands.ts";
import { shortcutKeys } from "#lib/editor/kernels/shortcut.ts";
import { zoomTo } from "#lib/editor/view.ts";
import { CommandButton } from "./command-button.tsx";
import { ProjectName } from "./project-name.tsx";
import { SaveMark } from "./save-mark.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";

const ZOOM_CHOICES = [0.25, 0.5, 0.75, 1.5, 2] as const;

export function TopBar() {
  const t = useTranslations("studio");
  return (
    <header className="col-span-full flex h-11 min-w-0 items-center gap-2 border-hairline border-b bg-surface-2 px-3">
      <Link href="/" className="focus-ring flex items-center gap-2 rounded-md p-1 text-muted text-sm hover:text-ink">
        <Logo className="size-5" />
        <span className="max-sm:sr-only">{t("projects")}</span>
      </Link>
      <span aria-hidden className="text-muted">
        /
      </span>
      <ProjectName />
      <SaveMark />
      <div className="ml-auto flex shrink-0 items-center gap-0.5 md:mr-auto">
        <HistoryButtons />
        <span aria-hidden className="mx-1.5 h-4 w-px bg-hairline max-md:hidden" />
        <span className="max-md:hidden">
          <ZoomMenu />
        </span>
      </div>
      <div className="flex shrink-0 items-center gap-1">
        <span className="max-lg:hidden">
          <EngineBadge />
        </span>
        <span className="flex gap-1 max-md:hidden">
          <RecipeButton />
          <CommandButton command="help" label={t("commands.help")}>
            <Keyboard aria-hidden />
          </CommandButton>
        </span>
        <LanguageMenu />
        <ThemeMenu />
      </div>
    </header>
  );
}

function RecipeButton() {
  const t = useTranslations("studio.commands");
  const isOpen = useEditor((state) => state.shownRecipe !== null);
  return (
    <CommandButton command="recipe" label={t("recipe")} pressed={isOpen}>
      <Braces aria-hidden />
    </CommandButton>
  );
}

function HistoryButtons() {
  const t = useTranslations("studio");
  const undone = useEditor(({ history }) => history.past.at(-1)?.name);
  const redone = useEditor(({ history }) => history.future[0]?.name);
  return (
    <>
      <CommandButton
        command="undo"
        label={undone ? t("commands.undoNamed", { edit: t(`edits.${undone}`) }) : t("commands.undo")}
      >
        <Undo2 aria-hidden />
      </CommandButton>
      <CommandButton
        command="redo"
        label={redone ? t("commands.redoNamed", { edit: t(`edits.${redone}`) }) : t("commands.redo")}
      >
        <Redo2 aria-hidden />
      </CommandButton>
    </>
  );
}

function ZoomMenu() {
  const t = useTranslations("studio");
  const format = useFormatter();
  const { editor } = useStudio();
  const zoom = useEditor((state) => state.camera.zoom);
  const percent = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 0 });
  const item = (id: Extract<CommandId, "zoom-in" | "zoom-out" | "zoom-fit" | "zoom-actual">) => {
    const key = getCommand(id).keys[0];
    return (
      <MenuItem shortcut={key ? shortcutKeys(key) : undefined} onSelect={() => runCommand(editor, id)}>
        {t(`commands.${id}`)}
      </MenuItem>
    );
  };
  return (
    <Menu
      align="center"
      trigger={
        <Button variant="quiet" aria-label={t("zoom", { percent: percent(zoom) })} className="w-18 tabular-nums">
          {percent(zoom)}
          <ChevronDown aria-hidden className="text-muted" />
        </Button>
      }
    >
      {item("zoom-fit")}
      {item("zoom-actual")}
      {item("zoom-in")}
      {item("zoom-out")}
      <MenuSeparator />
      {ZOOM_CHOICES.map((value) => (
        <MenuItem key={value} onSelect={() => zoomTo(editor, value)}>
          {percent(value)}
        </MenuItem>
      ))}
    </Menu>
  );
}
