"use client";

import { type RefObject, useEffect, useRef } from "react";
import {
  type PixelSize,
  type Point,
  panBy,
  type Spot,
  toggleActualSize,
  type View,
  wheelFactor,
  zoomAt,
} from "./zoom.ts";

export interface ZoomGestures {
  view: View;
  /** What the pane shows; null before its first layout. */
  spot: Spot | null;
  picture: PixelSize;
  onViewChange(view: View): void;
}

/**
 * Wheel and pinch zoom at the pointer, dragging pans, a double click goes between fitting and every pixel. Native listeners, because
 * React's wheel is passive, and this one has to keep the page from scrolling and the browser from zooming.
 */
export function useZoomGestures(
  element: RefObject<HTMLElement | null>,
  { view, spot, picture: { width, height }, onViewChange }: ZoomGestures,
): void {
  /** Where each pointer that is down was last; outlives the listeners, which are renewed with every step of the view. */
  const held = useRef(new Map<number, Point>());

  useEffect(() => {
    const target = element.current;
    if (!target || !spot) return;
    const pane = target;
    const shown = spot;
    const picture = { width, height };

    function fromMiddle({ clientX, clientY }: Pick<MouseEvent, "clientX" | "clientY">): Point {
      const box = pane.getBoundingClientRect();
      return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
    }

    function onWheel(event: WheelEvent): void {
      event.preventDefault();
      const factor = wheelFactor(event.deltaY, event.deltaMode, event.ctrlKey);
      onViewChange(zoomAt(shown, factor, fromMiddle(event), picture));
    }

    function onPointerDown(event: PointerEvent): void {
      if (event.button > 1) return;
      pane.setPointerCapture(event.pointerId);
      held.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    }

    function onPointerMove(event: PointerEvent): void {
      const before = held.current.get(event.pointerId);
      if (!before) return;
      const now = { x: event.clientX, y: event.clientY };
      held.current.set(event.pointerId, now);
      const fixed = [...held.current].find(([id]) => id !== event.pointerId)?.[1];
      if (fixed) {
        // Two fingers: the one that rests is where the picture stays.
        const factor = distance(now, fixed) / Math.max(1, distance(before, fixed));
        onViewChange(zoomAt(shown, factor, fromMiddle({ clientX: fixed.x, clientY: fixed.y }), picture));
      } else if (now.x !== before.x || now.y !== before.y) {
        onViewChange(panBy(shown, { x: now.x - before.x, y: now.y - before.y }, picture));
      }
    }

    function onPointerEnd({ pointerId }: PointerEvent): void {
      held.current.delete(pointerId);
    }

    function onDoubleClick(event: MouseEvent): void {
      onViewChange(toggleActualSize(view, shown, fromMiddle(event), picture));
    }

    const listening = new AbortController();
    const { signal } = listening;
    pane.addEventListener("wheel", onWheel, { passive: false, signal });
    pane.addEventListener("pointerdown", onPointerDown, { signal });
    pane.addEventListener("pointermove", onPointerMove, { signal });
    pane.addEventListener("pointerup", onPointerEnd, { signal });
    pane.addEventListener("pointercancel", onPointerEnd, { signal });
    pane.addEventListener("dblclick", onDoubleClick, { signal });
    return () => listening.abort();
  }, [element, view, spot, width, height, onViewChange]);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
