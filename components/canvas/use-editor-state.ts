"use client";

import { useStore } from "zustand";
import type { Editor } from "#lib/editor/editor.ts";
import type { EditorState } from "#lib/editor/editor-state.ts";

/** One part of the editor's state; the component renders again only when that part is another object or value. */
export function useEditorState<Part>(editor: Editor, part: (state: EditorState) => Part): Part {
  return useStore(editor.store, part);
}
