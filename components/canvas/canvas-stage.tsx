"use client";

import type Konva from "konva";
import "konva/lib/shapes/Image";
import "konva/lib/shapes/Rect";
import "konva/lib/shapes/Transformer";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { Group, Layer, Stage } from "react-konva/lib/ReactKonvaCore";
import type { Editor } from "#lib/editor/editor.ts";
import type { LayerId } from "#lib/editor/editor-state.ts";
import type { SnapPlan } from "#lib/editor/kernels/snap.ts";
import { ArtboardPaper, OutsideShade } from "./artboard.tsx";
import { LayerImage } from "./layer-image.tsx";
import { LayerOutline } from "./layer-outline.tsx";
import { SelectionFrame } from "./selection-frame.tsx";
import { SnapGuides } from "./snap-guides.tsx";
import { type StageLayer, splitAtSelection, stageLayers } from "./stage-layer.ts";
import { useCanvasInput } from "./use-canvas-input.ts";
import { PaletteSwatches, useCanvasPalette } from "./use-canvas-palette.tsx";
import { useEditorState, useScene } from "./use-editor-state.ts";
import { useLayerPictures } from "./use-layer-pictures.ts";

export interface CanvasStageProps {
  editor: Editor;
  label: string;
  /** Says where the keyboard path is. */
  description: string;
  onEditLayer(layer: LayerId): void;
  /** Nothing can be moved but the view. */
  isViewOnly: boolean;
  /** Stands over the canvas, e.g. the contextual bar; hidden while something moves. */
  children?: ReactNode;
}

/** The artboard and its layers. It draws the store and hands back each gesture once, when it ends. */
export function CanvasStage({ editor, label, description, onEditLayer, isViewOnly, children }: CanvasStageProps) {
  const swatches = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLElement>(null);
  const picture = useRef<Konva.Image>(null);
  const frame = useRef<Konva.Rect>(null);
  const palette = useCanvasPalette(swatches);
  const artboard = useEditorState(editor, (state) => state.document.artboard);
  const scene = useScene(editor);
  const selection = useEditorState(editor, (state) => state.selection);
  const exactCamera = useEditorState(editor, (state) => state.camera);
  const viewport = useEditorState(editor, (state) => state.viewport);
  const isPinnedAsSent = useEditorState(editor, (state) => state.isShownAsSent);
  const pictures = useLayerPictures(scene, palette);
  const layers = useMemo(() => stageLayers(scene, pictures), [scene, pictures]);
  const [guides, setGuides] = useState<SnapPlan | null>(null);
  const [isTransforming, setIsTransforming] = useState(false);

  const input = useCanvasInput({ editor, area, picture, frame, layers, setGuides, onEditLayer, isViewOnly });

  // Drawn on whole pixels: a fraction would blur every picture at 100 %.
  const camera = { zoom: exactCamera.zoom, x: Math.round(exactCamera.x), y: Math.round(exactCamera.y) };
  const isShownAsSent = isPinnedAsSent || input.isPeeking;
  const selected = layers.find(({ id }) => id === selection);
  const hovered = layers.find(({ id }) => id === input.hovered && id !== selection);
  const { below, active, above } = splitAtSelection(layers, selection);
  const deviceZoom = camera.zoom * (typeof devicePixelRatio === "number" ? devicePixelRatio : 1);

  const drawn = (layer: StageLayer) =>
    palette && (
      <LayerImage
        key={layer.id}
        ref={layer.id === selection ? picture : undefined}
        {...{ layer, palette, deviceZoom, isShownAsSent }}
      />
    );
  const onArtboard = { x: camera.x, y: camera.y, scaleX: camera.zoom, scaleY: camera.zoom, listening: false };

  return (
    <section
      ref={area}
      aria-label={label}
      aria-description={description}
      data-canvas
      data-zoom={camera.zoom}
      data-artboard-x={camera.x}
      data-artboard-y={camera.y}
      data-ready={layers.every((layer) => layer.picture !== null)}
      data-as-sent={isShownAsSent}
      className="relative h-full w-full touch-none select-none overflow-hidden bg-surround"
      style={{ cursor: input.cursor }}
    >
      <PaletteSwatches ref={swatches} />
      {viewport && palette ? (
        <Stage width={viewport.width} height={viewport.height} className="absolute inset-0">
          <Layer listening={false}>
            <ArtboardPaper {...{ artboard, camera, palette, isShownAsSent }} />
            <Group {...onArtboard}>{below.map(drawn)}</Group>
          </Layer>
          <Layer listening={false}>
            <Group {...onArtboard}>{active.map(drawn)}</Group>
          </Layer>
          <Layer listening={false}>
            <Group {...onArtboard}>{above.map(drawn)}</Group>
            <OutsideShade {...{ artboard, camera, palette, isShownAsSent, viewport }} />
          </Layer>
          <Layer>
            {hovered && !input.isMoving && !isShownAsSent ? (
              <Group {...onArtboard}>
                <LayerOutline layer={hovered} palette={palette} />
              </Group>
            ) : null}
            {selected && !isShownAsSent && isViewOnly ? (
              <Group {...onArtboard}>
                <LayerOutline layer={selected} palette={palette} />
              </Group>
            ) : null}
            {selected && !isShownAsSent && !isViewOnly ? (
              <SelectionFrame
                {...{ editor, camera, palette, picture, frame }}
                layer={selected}
                isShiftHeld={input.isShiftHeld}
                onTransforming={setIsTransforming}
              />
            ) : null}
            {guides ? <SnapGuides plan={guides} colour={palette.accent} {...{ camera, viewport }} /> : null}
          </Layer>
        </Stage>
      ) : null}
      {input.isMoving || isTransforming || isShownAsSent ? null : children}
    </section>
  );
}
