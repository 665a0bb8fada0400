"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ElementGroup, PlacedPicture } from "#lib/composition/document.ts";
import { type LayerPicture, loadLayerPicture } from "./layer-picture.ts";
import type { CanvasPalette } from "./use-canvas-palette.tsx";
import type { Scene } from "./use-editor-state.ts";

export type Role = ElementGroup | "subject";

/** `broken`: it could not be fetched or decoded. Missing: it is on its way. */
export type LayerPictures = ReadonlyMap<string, LayerPicture | "broken">;

/** A picture is drawn differently in each role: a key for each. */
export function pictureKey({ assetId }: Pick<PlacedPicture, "assetId">, role: Role): string {
  return `${role} ${assetId}`;
}

/** The scene's pictures as they become ready; one that is not used any more is kept for an undo. */
export function useLayerPictures(scene: Scene, palette: CanvasPalette | null): LayerPictures {
  const [pictures, setPictures] = useState<LayerPictures>(new Map());
  const requested = useRef(new Set<string>());
  const inked = useRef<CanvasPalette | null>(null);
  const lifetime = useRef<AbortController | null>(null);
  const { subject, foreground, background } = scene;
  const wanted = useMemo(
    () => [
      ...(subject ? [{ role: "subject" as const, picture: subject }] : []),
      ...foreground.map((picture) => ({ role: "foreground" as const, picture })),
      ...background.map((picture) => ({ role: "background" as const, picture })),
    ],
    [subject, foreground, background],
  );

  useEffect(() => {
    const controller = new AbortController();
    const asked = requested.current;
    lifetime.current = controller;
    return () => {
      controller.abort(new Error("the canvas was closed"));
      asked.clear();
    };
  }, []);

  useEffect(() => {
    const signal = lifetime.current?.signal;
    if (!palette || !signal) return;
    // Another theme has other inks: what is shown stays until its new drawing is ready.
    if (inked.current !== palette) requested.current.clear();
    inked.current = palette;
    const settle = (key: string, result: LayerPicture | "broken") => {
      if (inked.current === palette) setPictures((current) => new Map(current).set(key, result));
    };
    for (const { role, picture } of wanted) {
      const key = pictureKey(picture, role);
      if (requested.current.has(key)) continue;
      requested.current.add(key);
      loadLayerPicture(picture, role === "subject" ? null : palette.edges[role], signal).then(
        (loaded) => settle(key, loaded),
        () => {
          if (!signal.aborted) settle(key, "broken");
        },
      );
    }
  }, [wanted, palette]);

  return pictures;
}
