"use client";

import { FlipHorizontal2, FlipVertical2, Lock, LockOpen, RotateCw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { NumberField } from "#components/ui/number-field.tsx";
import type { Element, Subject } from "#lib/composition/document.ts";
import { runCommand } from "#lib/editor/commands/commands.ts";
import type { LayerId } from "#lib/editor/editor-state.ts";
import { type LayerBox, readLayerBox, withLayerBox } from "#lib/editor/kernels/layer-box.ts";
import { tidyTransform } from "#lib/editor/kernels/tidy-transform.ts";
import { elementOf, findLayer, withTransform } from "#lib/editor/layers.ts";
import { ArtboardFields } from "./artboard-fields.tsx";
import { ElementDetails } from "./element-details.tsx";
import { PanelSection } from "./panel-section.tsx";
import { useAssetFacts, useEditor, useStudio } from "./studio-context.tsx";

/** The selected layer in numbers. */
export function Inspector() {
  const selection = useEditor((state) => state.selection);
  const layer = useEditor((state) => findLayer(state.document, state.selection));
  const element = useEditor((state) => elementOf(state.document, state.selection)?.element);
  const role = useEditor((state) => elementOf(state.document, state.selection)?.group ?? "subject");
  if (!layer || !selection) return <ArtboardFields />;
  return (
    <PanelSection title={layer.name} mark={role}>
      <PlaceFields id={selection} layer={layer} />
      {element ? <ElementDetails key={element.id} element={element} /> : null}
    </PanelSection>
  );
}

function PlaceFields({ id, layer }: { id: LayerId; layer: Subject | Element }) {
  const t = useTranslations("studio");
  const { editor } = useStudio();
  const facts = useAssetFacts(layer.assetId);
  const [isLocked, setIsLocked] = useState(true);
  const { size, transform } = layer;
  const geometry = { size, transform, visible: facts?.bounds ?? { x: 0, y: 0, ...size } };
  const box = readLayerBox(geometry);

  const field = (name: keyof LayerBox, prefix: React.ReactNode, label: string, unit?: string) => (
    <NumberField
      label={label}
      prefix={prefix}
      unit={unit}
      value={box[name]}
      min={name === "width" || name === "height" ? 1 : name === "rotation" ? -360 : -1e5}
      max={name === "rotation" ? 360 : 1e5}
      decimals={name === "rotation" ? 1 : 0}
      onValueChange={(value) => {
        const after = tidyTransform(withLayerBox(geometry, { [name]: value }, isLocked));
        const edit = name === "left" || name === "top" ? "move" : "transform";
        editor.edit(edit, (document) => withTransform(document, id, after), { coalesce: `${name} ${id}` });
      }}
    />
  );

  return (
    <div className="grid grid-cols-[1fr_1fr_28px] gap-1.5">
      {field("left", "X", t("inspector.x"))}
      {field("top", "Y", t("inspector.y"))}
      <span />
      {field("width", "W", t("inspector.width"))}
      {field("height", "H", t("inspector.height"))}
      <IconButton label={t("inspector.lock")} pressed={isLocked} onClick={() => setIsLocked(!isLocked)}>
        {isLocked ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
      </IconButton>
      {field("rotation", <RotateCw aria-hidden />, t("inspector.rotation"), "°")}
      <div className="flex">
        <IconButton label={t("commands.flip-horizontal")} onClick={() => runCommand(editor, "flip-horizontal")}>
          <FlipHorizontal2 aria-hidden />
        </IconButton>
        <IconButton label={t("commands.flip-vertical")} onClick={() => runCommand(editor, "flip-vertical")}>
          <FlipVertical2 aria-hidden />
        </IconButton>
      </div>
      <span />
    </div>
  );
}
