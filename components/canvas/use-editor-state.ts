"use client";

import { useMemo } from "react";
import { useStore } from "zustand";
import type { ProjectDocument } from "#lib/composition/document.ts";
import type { Editor } from "#lib/editor/editor.ts";
import type { EditorState } from "#lib/editor/editor-state.ts";

/** One part of the editor's state; the component renders again only when that part is another object or value. */
export function useEditorState<Part>(editor: Editor, part: (state: EditorState) => Part): Part {
  return useStore(editor.store, part);
}

export type Scene = Pick<ProjectDocument, "subject" | "foreground" | "background">;

/** What stands on the artboard; the same object while something else of the document changes, such as the prompt being typed. */
export function useScene(editor: Editor): Scene {
  const subject = useEditorState(editor, (state) => state.document.subject);
  const foreground = useEditorState(editor, (state) => state.document.foreground);
  const background = useEditorState(editor, (state) => state.document.background);
  return useMemo(() => ({ subject, foreground, background }), [subject, foreground, background]);
}
