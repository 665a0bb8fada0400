"use client";

import { useStore } from "zustand";
import type { Finding } from "#lib/composition/finding.ts";
import { useStudio } from "./studio-context.tsx";

/** Everything pre-flight has to say about the document as it is now. */
export function useFindings(): readonly Finding[] {
  return useStore(useStudio().findings);
}
