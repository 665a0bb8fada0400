"use client";

import { createContext, type ReactNode, use } from "react";
import type { FailureReading } from "#lib/api/run-view.ts";

/** What the screen around a failure knows of the layers it is about. */
export interface FailureLayers {
  /** Their names on this screen, for a sentence. */
  names: string;
  /** Buttons that lead there, or mend it. */
  actions: ReactNode;
}

const FailureLayersContext = createContext<(reading: FailureReading) => FailureLayers | null>(() => null);

/** Where there is a canvas, it names the layers of a failure and leads to them; elsewhere a failure stands for itself. */
export const FailureLayersProvider = FailureLayersContext;

export function useFailureLayers(reading: FailureReading | undefined): FailureLayers | null {
  const layersOf = use(FailureLayersContext);
  return reading ? layersOf(reading) : null;
}
