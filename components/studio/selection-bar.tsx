"use client";

import {
  ArrowDownToLine,
  ArrowUpToLine,
  BringToFront,
  ChevronDown,
  ChevronUp,
  Copy,
  EyeOff,
  FlipHorizontal2,
  FlipVertical2,
  SendToBack,
  Trash2,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { layerBounds } from "#lib/composition/geometry.ts";
import { toScreen } from "#lib/editor/kernels/camera.ts";
import { elementOf, findLayer } from "#lib/editor/layers.ts";
import { CommandButton } from "./command-button.tsx";
import { ElementPrompt } from "./element-prompt.tsx";
import { RoleMark } from "./role-mark.tsx";
import { useAssetFacts, useEditor } from "./studio-context.tsx";

/** Between the layer and the bar: so much where there is room, so little where there is not. */
const GAP_PX = 16;
const NARROW_GAP_PX = 8;
const ROTATION_HANDLE_PX = 28;
const BAR = { width: 484, height: 38, subjectWidth: 132, wrappedHeight: 68 } as const;
/** The tools stand to the left of it, air to the right. */
const LEFT_PX = 52;
const RIGHT_PX = 8;

/** What can be done with the selected layer, under it: the prompt first, because that is what an element is for. */
export function SelectionBar() {
  const t = useTranslations("studio");
  const document = useEditor((state) => state.document);
  const selection = useEditor((state) => state.selection);
  const layer = findLayer(document, selection);
  const place = elementOf(document, selection);
  const camera = useEditor((state) => state.camera);
  const viewport = useEditor((state) => state.viewport);
  const facts = useAssetFacts(layer?.assetId);
  if (!layer || !viewport || (place && !place.element.visible)) return null;

  const bounds = layerBounds(layer.size, layer.transform, facts?.bounds ?? undefined);
  const bottom = toScreen(camera, { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height });
  const top = toScreen(camera, { x: bounds.x, y: bounds.y }).y;
  const fullWidth = place ? BAR.width : BAR.subjectWidth;
  const roomWidth = viewport.width - LEFT_PX - RIGHT_PX;
  const width = Math.min(fullWidth, roomWidth);
  const height = width < fullWidth ? BAR.wrappedHeight : BAR.height;
  const y = barTop({ top, bottom: bottom.y }, viewport.height, height);
  const x = Math.max(LEFT_PX, Math.min(viewport.width - width - RIGHT_PX, bottom.x - width / 2));

  return (
    <div
      role="toolbar"
      aria-label={t("canvas.selection")}
      data-over-canvas
      className="floating absolute top-0 left-0 flex cursor-default flex-wrap items-center gap-0.5 rounded-md p-1 max-md:hidden"
      style={{ maxWidth: roomWidth, transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)` }}
    >
      {place ? (
        <>
          <span className="flex w-40 items-center gap-1 pl-1">
            <RoleMark of={place.group} />
            <ElementPrompt element={place.element} className="h-6.5" />
          </span>
          <Divider />
        </>
      ) : null}
      <CommandButton command="flip-horizontal" label={t("commands.flip-horizontal")}>
        <FlipHorizontal2 aria-hidden />
      </CommandButton>
      <CommandButton command="flip-vertical" label={t("commands.flip-vertical")}>
        <FlipVertical2 aria-hidden />
      </CommandButton>
      {place ? (
        <>
          <Divider />
          <CommandButton command="bring-forward" label={t("commands.bring-forward")}>
            <ChevronUp aria-hidden />
          </CommandButton>
          <CommandButton command="send-backward" label={t("commands.send-backward")}>
            <ChevronDown aria-hidden />
          </CommandButton>
          <CommandButton command="bring-to-front" label={t("commands.bring-to-front")}>
            <ArrowUpToLine aria-hidden />
          </CommandButton>
          <CommandButton command="send-to-back" label={t("commands.send-to-back")}>
            <ArrowDownToLine aria-hidden />
          </CommandButton>
          <CommandButton
            command="move-to-other-group"
            label={t(place.group === "foreground" ? "commands.toBackground" : "commands.toForeground")}
          >
            {place.group === "foreground" ? (
              <SendToBack aria-hidden className="text-background" />
            ) : (
              <BringToFront aria-hidden className="text-foreground" />
            )}
          </CommandButton>
          <Divider />
          <CommandButton command="duplicate" label={t("commands.duplicate")}>
            <Copy aria-hidden />
          </CommandButton>
          <CommandButton command="toggle-visibility" label={t("commands.toggle-visibility")}>
            <EyeOff aria-hidden />
          </CommandButton>
        </>
      ) : (
        <Divider />
      )}
      <CommandButton command="delete" label={t("commands.delete")}>
        <Trash2 aria-hidden />
      </CommandButton>
    </div>
  );
}

/** Under the layer, if need be close to it; above it only then, because there the bar covers the picture. */
function barTop(layer: { top: number; bottom: number }, viewportHeight: number, height: number): number {
  const lowest = viewportHeight - height - 6;
  if (layer.bottom + NARROW_GAP_PX <= lowest) return Math.min(layer.bottom + GAP_PX, lowest);
  const above = layer.top - GAP_PX - ROTATION_HANDLE_PX - height;
  return above > 8 ? above : lowest;
}

function Divider() {
  return <span aria-hidden className="mx-0.5 h-4 w-px bg-hairline" />;
}
