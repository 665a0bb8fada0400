"use client";

import { useMemo } from "react";
import { useStore } from "zustand";
import type { Finding } from "#lib/composition/finding.ts";
import { preflight } from "#lib/composition/preflight.ts";
import { useEditor, useStudio } from "./studio-context.tsx";

/** Everything pre-flight has to say about the document as it is now. */
export function useFindings(): Finding[] {
  const { facts } = useStudio();
  const document = useEditor((state) => state.document);
  const factsByAssetId = useStore(facts);
  return useMemo(() => preflight(document, factsByAssetId), [document, factsByAssetId]);
}
