"use client";

import { Package, Plus } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { ElementGroup } from "#lib/composition/document.ts";
import { elementCount } from "#lib/editor/layers.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { chooseFiles } from "./choose-file.ts";
import { ElementRow } from "./element-row.tsx";
import { FileTarget } from "./file-target.tsx";
import { LayerAnnouncer } from "./layer-announcer.tsx";
import { LayerDropList } from "./layer-drop-list.tsx";
import { onLayerListKey } from "./layer-list-keys.ts";
import { RoleMark } from "./role-mark.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";
import { SubjectRow } from "./subject-row.tsx";
import { UploadRows } from "./upload-row.tsx";
import { useFindings } from "./use-findings.ts";
import { useRowFocus } from "./use-row-focus.ts";

/** The layers as the API has them, the top row on top: foreground, subject, background. Usable by keyboard alone. */
export function LayersPanel() {
  const t = useTranslations("studio");
  const session = useStudio();
  const list = useRef<HTMLElement>(null);
  useRowFocus(list);
  const count = useEditor((state) => elementCount(state.document));
  const hasSubject = useEditor((state) => state.document.subject !== null);
  return (
    <section aria-label={t("layers.title")} className="flex flex-col pb-2">
      <div className="flex h-10 items-center gap-1.5 px-3">
        <h2 className="font-semibold text-xs">{t("layers.title")}</h2>
        <Tooltip content={t("layers.countLabel", { count: String(count), max: String(LIMITS.elements.max) })}>
          <span className="ml-auto text-muted text-xs">
            {t("layers.count", { count: String(count), max: String(LIMITS.elements.max) })}
          </span>
        </Tooltip>
      </div>
      <LayerAnnouncer />
      <section
        ref={list}
        aria-label={t("layers.list")}
        aria-description={t("layers.keys")}
        onKeyDown={(event) => onLayerListKey(session.editor, event)}
        className="flex flex-col gap-1 px-1.5"
      >
        <Group group="foreground" />
        {hasSubject ? (
          <SubjectRow />
        ) : (
          <p className="flex h-9 items-center gap-2 rounded-md px-2 text-muted text-xs">
            <Package aria-hidden className="size-3.5" />
            {t("layers.emptySubject")}
          </p>
        )}
        <Group group="background" />
      </section>
    </section>
  );
}

function Group({ group }: { group: ElementGroup }) {
  const t = useTranslations("studio");
  const { uploads } = useStudio();
  const elements = useEditor((state) => state.document[group]);
  const isFull = useEditor((state) => elementCount(state.document) >= LIMITS.elements.max);
  const findings = useFindings();
  const isForeground = group === "foreground";
  return (
    <FileTarget slot={group} className="rounded-md">
      <div className="flex h-7 items-center gap-1.5 pl-1.5">
        <RoleMark of={group} />
        <h3 className="font-medium text-xs">{t(`roles.${group}`)}</h3>
        <span className="text-muted text-xs">{elements.length}</span>
        <IconButton
          label={t(isForeground ? "layers.addForeground" : "layers.addBackground")}
          disabledReason={isFull ? t("layers.full") : null}
          tooltipSide="left"
          onClick={() => chooseFiles((file) => uploads.start(file, group), { multiple: true })}
          className="ml-auto"
        >
          <Plus aria-hidden />
        </IconButton>
      </div>
      <UploadRows slot={group} />
      <LayerDropList group={group}>
        {elements.toReversed().map((element) => (
          <ElementRow
            key={element.id}
            element={element}
            group={group}
            findings={findings.filter(({ target }) => target.kind === "element" && target.id === element.id)}
          />
        ))}
        {elements.length === 0 ? (
          <li className="mx-1 rounded-md border border-control-edge/60 border-dashed px-2 py-2.5 text-center text-muted text-xs">
            {t(isForeground ? "layers.emptyForeground" : "layers.emptyBackground")}
          </li>
        ) : null}
      </LayerDropList>
    </FileTarget>
  );
}
