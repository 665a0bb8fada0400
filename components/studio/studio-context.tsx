"use client";

import { createContext, type ReactNode, use } from "react";
import { useStore } from "zustand";
import type { IncomingStore } from "#components/recipe/incoming.ts";
import type { AssetFacts } from "#lib/api/asset-view.ts";
import type { Autosave } from "#lib/editor/autosave.ts";
import type { Editor } from "#lib/editor/editor.ts";
import type { EditorState } from "#lib/editor/editor-state.ts";
import type { AssetFactsStore } from "./asset-facts.ts";
import type { FindingsStore } from "./findings-store.ts";
import type { Uploads } from "./uploads.ts";

/** What every part of the studio screen works with; the same objects as long as the project is open. */
export interface StudioSession {
  projectId: string;
  editor: Editor;
  autosave: Autosave;
  facts: AssetFactsStore;
  uploads: Uploads;
  incoming: IncomingStore;
  findings: FindingsStore;
}

const StudioContext = createContext<StudioSession | null>(null);

export function StudioProvider({ session, children }: { session: StudioSession; children: ReactNode }) {
  return <StudioContext value={session}>{children}</StudioContext>;
}

export function useStudio(): StudioSession {
  const session = use(StudioContext);
  if (session === null) throw new Error("useStudio outside StudioProvider");
  return session;
}

/** One part of the editor's state; renders again only when that part changes. */
export function useEditor<Part>(part: (state: EditorState) => Part): Part {
  return useStore(useStudio().editor.store, part);
}

/** What is measured of a stored picture; undefined while nobody knows. */
export function useAssetFacts(assetId: string | undefined): AssetFacts | undefined {
  return useStore(useStudio().facts, (byId) => (assetId === undefined ? undefined : byId[assetId]));
}
