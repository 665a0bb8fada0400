"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { getCommand } from "#lib/editor/commands/commands.ts";
import { shortcutKeys } from "#lib/editor/kernels/shortcut.ts";
import { HELD_KEYS, HELP, type HelpGroup, type HelpLine } from "./help-groups.ts";
import { useEditor, useStudio } from "./studio-context.tsx";

const GROUPS = Object.keys(HELP) as HelpGroup[];

/** Every key of the studio, as the commands have them. */
export function HelpDialog() {
  const t = useTranslations();
  const { editor } = useStudio();
  const list = useRef<HTMLElement>(null);
  const isOpen = useEditor((state) => state.isHelpOpen);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(isHelpOpen) => editor.store.setState({ isHelpOpen })}
      title={t("studio.help.title")}
      closeLabel={t("shell.close")}
      initialFocus={list}
      className="max-h-[calc(100dvh-2rem)] max-w-3xl"
    >
      {/* Has the focus first, so that arrows scroll it on a small screen. */}
      <section
        ref={list}
        aria-label={t("studio.help.title")}
        tabIndex={-1}
        className="-mx-2 min-h-0 overflow-y-auto overscroll-contain outline-hidden"
      >
        <div className="columns-1 gap-8 px-2 pb-1 sm:columns-2">
          {GROUPS.map((group) => (
            <section key={group} aria-labelledby={`help-${group}`} className="mb-5 break-inside-avoid">
              <h3 id={`help-${group}`} className="mb-1 font-medium text-muted text-xs">
                {t(`studio.help.groups.${group}`)}
              </h3>
              <dl>
                {HELP[group].map((line) => (
                  <Line key={JSON.stringify(line)} line={line} />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </section>
    </Dialog>
  );
}

function Line({ line }: { line: HelpLine }) {
  const words = useWords();
  return (
    <div className="flex min-h-7 items-center justify-between gap-4 border-hairline border-b py-0.5 text-xs">
      <dt className="min-w-0">{words(line)}</dt>
      <dd className="flex shrink-0 flex-wrap justify-end gap-x-2 gap-y-0.5">
        {keysOf(line).map((keys) => (
          <Shortcut key={keys.join("+")} keys={keys} />
        ))}
      </dd>
    </div>
  );
}

function useWords() {
  const t = useTranslations("studio");
  return (line: HelpLine): string => {
    if ("held" in line) return t(`help.held.${line.held}`);
    if ("words" in line) return t(`help.together.${line.words}`);
    return t(`commands.${line.command as CommandWithWords}`);
  };
}

/** The nudges have their words together. */
type CommandWithWords = Exclude<Extract<HelpLine, { command: string }>["command"], `nudge-${string}`>;

function keysOf(line: HelpLine): readonly (readonly string[])[] {
  if ("held" in line) return HELD_KEYS[line.held];
  if ("commands" in line) return line.commands.map((id) => shortcutKeys(getCommand(id).keys[0] ?? ""));
  return getCommand(line.command).keys.slice(0, 2).map(shortcutKeys);
}
