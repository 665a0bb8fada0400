"use client";

import { useEffect } from "react";
import { isInField } from "#components/canvas/is-typing.ts";
import { type IncomingStore, isRequestLike } from "./incoming.ts";

/** A cURL command or a body that is pasted anywhere but into a field is read as a request. */
export function useRequestPaste(incoming: IncomingStore): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (event.defaultPrevented || isInField(event.target) || !isRequestLike(text)) return;
      event.preventDefault();
      incoming.setState({ text });
    };
    addEventListener("paste", onPaste);
    return () => removeEventListener("paste", onPaste);
  }, [incoming]);
}
