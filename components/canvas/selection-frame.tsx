"use client";

import type Konva from "konva";
import { type RefObject, useEffect, useRef } from "react";
import { Group, Rect, Transformer } from "react-konva/lib/ReactKonvaCore";
import type { Editor } from "#lib/editor/editor.ts";
import type { Camera } from "#lib/editor/kernels/camera.ts";
import { tidyTransform } from "#lib/editor/kernels/tidy-transform.ts";
import { withTransform } from "#lib/editor/layers.ts";
import type { StageLayer } from "./stage-layer.ts";
import type { CanvasPalette } from "./use-canvas-palette.tsx";

const EIGHTHS = [0, 45, 90, 135, 180, 225, 270, 315];
/** Handles nearer than this cannot be told apart. */
const SMALLEST_BOX_PX = 4;

export interface SelectionFrameProps {
  editor: Editor;
  layer: StageLayer;
  camera: Camera;
  palette: CanvasPalette;
  /** The drawn picture, which follows the frame while it is transformed. */
  picture: RefObject<Konva.Image | null>;
  frame: RefObject<Konva.Rect | null>;
  isShiftHeld: boolean;
  onTransforming(isTransforming: boolean): void;
}

/**
 * Handles around what can be seen of a layer. They hold a frame that shares the picture's transform and covers only its
 * visible part, so that a product in a wide empty frame is grabbed where it is.
 */
export function SelectionFrame({
  editor,
  layer,
  camera,
  palette,
  picture,
  frame,
  isShiftHeld,
  onTransforming,
}: SelectionFrameProps) {
  const transformer = useRef<Konva.Transformer>(null);
  const { size, transform, visible, role, id } = layer;

  // A frame of another size or layer needs its handles measured anew; so does a changed zoom.
  useEffect(() => {
    if (!frame.current) return;
    transformer.current?.nodes([frame.current]);
    transformer.current?.forceUpdate();
  });

  // Upright handles on a mirrored layer: the frame has no flip, the picture keeps its own.
  const flip = { x: Math.sign(transform.scaleX) || 1, y: Math.sign(transform.scaleY) || 1 };
  const readTransform = (node: Konva.Node) => ({
    x: node.x(),
    y: node.y(),
    scaleX: node.scaleX() * flip.x,
    scaleY: node.scaleY() * flip.y,
    rotation: node.rotation(),
  });
  const follow = () => {
    const drawn: Konva.Node | null = picture.current;
    if (frame.current) drawn?.setAttrs(readTransform(frame.current));
  };

  return (
    <>
      <Group x={camera.x} y={camera.y} scaleX={camera.zoom} scaleY={camera.zoom} listening={false}>
        <Rect
          ref={frame}
          {...transform}
          scaleX={transform.scaleX * flip.x}
          scaleY={transform.scaleY * flip.y}
          width={visible.width}
          height={visible.height}
          offsetX={flip.x > 0 ? size.width / 2 - visible.x : visible.x + visible.width - size.width / 2}
          offsetY={flip.y > 0 ? size.height / 2 - visible.y : visible.y + visible.height - size.height / 2}
        />
      </Group>
      <Transformer
        key={id}
        ref={transformer}
        shiftBehavior="inverted"
        rotationSnaps={isShiftHeld ? EIGHTHS : []}
        rotationSnapTolerance={23}
        rotateAnchorOffset={24}
        rotateLineVisible={false}
        anchorSize={9}
        anchorCornerRadius={2}
        anchorFill="white"
        anchorStroke={palette[role]}
        anchorStrokeWidth={1.5}
        borderStroke={palette[role]}
        borderStrokeWidth={1.5}
        flipEnabled
        boundBoxFunc={(before, after) =>
          Math.abs(after.width) < SMALLEST_BOX_PX || Math.abs(after.height) < SMALLEST_BOX_PX ? before : after
        }
        onTransformStart={() => onTransforming(true)}
        onTransform={follow}
        onTransformEnd={() => {
          follow();
          onTransforming(false);
          const { current } = frame;
          if (!current) return;
          const after = tidyTransform(readTransform(current));
          editor.edit("transform", (document) => withTransform(document, id, after));
        }}
      />
    </>
  );
}
