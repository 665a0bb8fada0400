"use client";

import type Konva from "konva";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Editor } from "#lib/editor/editor.ts";
import type { LayerId } from "#lib/editor/editor-state.ts";
import { type Point, panBy, toArtboard, zoomOfWheel } from "#lib/editor/kernels/camera.ts";
import { pickLayer } from "#lib/editor/kernels/pick.ts";
import type { SnapPlan } from "#lib/editor/kernels/snap.ts";
import { moveCamera, resizeViewport, zoomTo } from "#lib/editor/view.ts";
import { type Gesture, panning, translating, viewing } from "./canvas-gestures.ts";
import { isTyping } from "./is-typing.ts";
import { pinching } from "./pinching.ts";
import type { StageLayer } from "./stage-layer.ts";
import { useEditorState } from "./use-editor-state.ts";

/** How far beside a thin line a click still takes it. */
const PICK_REACH_PX = 5;
const WHEEL_LINE_PX = 16;

export interface CanvasInputParts {
  editor: Editor;
  area: RefObject<HTMLElement | null>;
  picture: RefObject<Konva.Image | null>;
  frame: RefObject<Konva.Rect | null>;
  /** Bottom to top. */
  layers: readonly StageLayer[];
  setGuides(plan: SnapPlan | null): void;
  onEditLayer(layer: LayerId): void;
  /** Nothing can be moved but the view. */
  isViewOnly: boolean;
}

export interface CanvasInput {
  cursor: string;
  hovered: LayerId | null;
  isMoving: boolean;
  /** The backslash key is held: the canvas shows what is sent. */
  isPeeking: boolean;
  isShiftHeld: boolean;
}

/** Pointer, wheel and held keys over the canvas. Key commands are the studio's; here are only those that are held. */
export function useCanvasInput(parts: CanvasInputParts): CanvasInput {
  const latest = useRef(parts);
  const [gestureCursor, setGestureCursor] = useState<string | null>(null);
  const [hovered, setHovered] = useState<LayerId | null>(null);
  const [held, setHeld] = useState({ space: false, backslash: false, shift: false });
  const heldNow = useRef(held);
  useLayoutEffect(() => {
    latest.current = parts;
    heldNow.current = held;
  });
  const { area, editor } = parts;

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const controller = new AbortController();
    const { signal } = controller;
    let gesture: Gesture | null = null;
    const pointers = new Map<number, Point>();

    const pointOf = (event: { clientX: number; clientY: number }): Point => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const layerAt = (screen: Point): StageLayer | undefined => {
      const { layers } = latest.current;
      const { camera } = editor.store.getState();
      const id = pickLayer(layers.toReversed(), toArtboard(camera, screen), PICK_REACH_PX / camera.zoom);
      return layers.find((layer) => layer.id === id);
    };
    const begin = (next: Gesture) => {
      gesture?.cancel();
      gesture = next;
      setGestureCursor(next.cursor);
    };
    const end = (how: "drop" | "cancel") => {
      gesture?.[how]();
      gesture = null;
      setGestureCursor(null);
    };

    element.addEventListener(
      "pointerdown",
      (event) => {
        if (event.target instanceof Element && event.target.closest("[data-over-canvas]")) return;
        const point = pointOf(event);
        pointers.set(event.pointerId, point);
        if (pointers.size === 2) {
          begin(pinching(editor, pointers));
          return;
        }
        if (latest.current.isViewOnly) {
          element.setPointerCapture(event.pointerId);
          begin(viewing(editor, point, () => editor.select(layerAt(point)?.id ?? null)));
          return;
        }
        const isPanning = event.button === 1 || heldNow.current.space || editor.store.getState().tool === "hand";
        if (isPanning) {
          event.preventDefault();
          element.setPointerCapture(event.pointerId);
          begin(panning(editor, point));
          return;
        }
        if (event.button !== 0 || isHandle(latest.current.frame.current, point)) return;
        const layer = layerAt(point);
        editor.select(layer?.id ?? null);
        if (!layer) return;
        element.setPointerCapture(event.pointerId);
        begin(
          translating({
            editor,
            layer,
            others: latest.current.layers.filter(({ id }) => id === "subject" && id !== layer.id),
            start: point,
            nodes: () => [latest.current.picture.current, latest.current.frame.current].filter((node) => node !== null),
            showGuides: (plan) => latest.current.setGuides(plan),
            isCopying: event.altKey,
          }),
        );
      },
      { signal },
    );
    element.addEventListener(
      "pointermove",
      (event) => {
        const point = pointOf(event);
        if (pointers.has(event.pointerId)) pointers.set(event.pointerId, point);
        if (gesture) gesture.move(point, { isSnapping: !event.ctrlKey && !event.metaKey, isStraight: event.shiftKey });
        else if (event.buttons === 0) setHovered(layerAt(point)?.id ?? null);
      },
      { signal },
    );
    const release = (how: "drop" | "cancel") => (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      end(how);
    };
    element.addEventListener("pointerup", release("drop"), { signal });
    element.addEventListener("pointercancel", release("cancel"), { signal });
    element.addEventListener("pointerleave", () => setHovered(null), { signal });
    element.addEventListener(
      "dblclick",
      (event) => {
        const layer = layerAt(pointOf(event));
        if (layer) latest.current.onEditLayer(layer.id);
      },
      { signal },
    );
    element.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PX : 1;
        const { camera } = editor.store.getState();
        if (event.ctrlKey || event.metaKey)
          zoomTo(editor, zoomOfWheel(camera.zoom, event.deltaY * unit), pointOf(event));
        else moveCamera(editor, panBy(camera, { x: -event.deltaX * unit, y: -event.deltaY * unit }));
      },
      { signal, passive: false },
    );

    const hold = (isDown: boolean) => (event: KeyboardEvent) => {
      if (event.key === "Shift") setHeld((now) => (now.shift === isDown ? now : { ...now, shift: isDown }));
      if (isDown && (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey)) return;
      if (isDown && event.key === "Escape" && gesture) {
        event.preventDefault();
        end("cancel");
      }
      if (event.code === "Backslash")
        setHeld((now) => (now.backslash === isDown ? now : { ...now, backslash: isDown }));
      // Space presses buttons and links: it pans only where it would do nothing else.
      const isFree = event.target === document.body || event.target === element;
      if (event.code === "Space" && (isFree || !isDown)) {
        if (isFree) event.preventDefault();
        setHeld((now) => (now.space === isDown ? now : { ...now, space: isDown }));
      }
    };
    window.addEventListener("keydown", hold(true), { signal, capture: true });
    window.addEventListener("keyup", hold(false), { signal, capture: true });
    window.addEventListener("blur", () => setHeld({ space: false, backslash: false, shift: false }), { signal });

    const resizing = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) resizeViewport(editor, { width: Math.floor(width), height: Math.floor(height) });
    });
    resizing.observe(element);
    return () => {
      gesture?.cancel();
      controller.abort();
      resizing.disconnect();
    };
  }, [area, editor]);

  const tool = useEditorState(editor, (state) => state.tool);
  const idleCursor = held.space || tool === "hand" ? "grab" : hovered ? "move" : "default";
  return {
    cursor: gestureCursor ?? idleCursor,
    hovered,
    isMoving: gestureCursor !== null,
    isPeeking: held.backslash,
    isShiftHeld: held.shift,
  };
}

/** Whether the pointer is on a handle of the selection, which Konva drags by itself. */
function isHandle(frame: Konva.Rect | null, point: Point): boolean {
  const shape = frame?.getStage()?.getIntersection(point);
  return shape?.getParent()?.getClassName() === "Transformer";
}
