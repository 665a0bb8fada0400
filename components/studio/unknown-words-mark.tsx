"use client";

import { MessageCircleQuestionMark } from "lucide-react";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { useUnknownWords } from "./use-unknown-words.ts";

/** What the inspector says under the prompt, as a quiet mark for a row of the list. */
export function UnknownWordsMark({ prompt }: { prompt: string }) {
  const unknownWords = useUnknownWords(prompt, "element");
  if (unknownWords === null) return null;
  return (
    <Tooltip side="left" content={unknownWords}>
      <span role="img" aria-label={unknownWords} className="text-muted">
        <MessageCircleQuestionMark aria-hidden className="size-3.5" />
      </span>
    </Tooltip>
  );
}
