"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { LayerId } from "#lib/editor/editor-state.ts";
import { layersTopDown } from "#lib/editor/layers.ts";
import { useEditor } from "./studio-context.tsx";

/**
 * A row that changes its group is another row to the browser, and the focus falls to the page. It is given back to the layer it
 * was on, unless the person has gone elsewhere.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>): void {
  const order = useEditor((state) => layersTopDown(state.document).join(" "));
  const focused = useRef<LayerId | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const note = ({ target }: Event) => {
      const row = target instanceof HTMLElement && list.current?.contains(target) ? target : null;
      focused.current = (row?.dataset.layerButton as LayerId | undefined) ?? null;
    };
    addEventListener("focusin", note, { signal });
    addEventListener("pointerdown", note, { signal });
    return () => controller.abort();
  }, [list]);

  useEffect(() => {
    const layer = focused.current;
    if (layer === null || !order.split(" ").includes(layer) || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-layer-button="${CSS.escape(layer)}"]`)?.focus();
  }, [order, list]);
}
