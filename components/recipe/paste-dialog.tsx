"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { PastedRequest, type PastedRequestUse } from "./pasted-request.tsx";
import { readPasted } from "./read-pasted.ts";

export interface PasteDialogProps extends PastedRequestUse {
  /** What was pasted; `""` asks for it. */
  text: string;
  onClose(): void;
}

/** Reads a request from elsewhere, fetches its pictures where one can see it, and makes a canvas of it. */
export function PasteDialog({ text: pasted, onClose, ...rest }: PasteDialogProps) {
  const t = useTranslations("recipe.paste");
  const shell = useTranslations("shell");
  const errorText = useErrorText();
  const [text, setText] = useState(pasted);
  const [read, setRead] = useState(() => (pasted ? readPasted(pasted) : null));
  const field = useRef<HTMLTextAreaElement>(null);
  const request = useRef<HTMLDivElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={read?.ok ? undefined : t("description")}
      closeLabel={shell("close")}
      initialFocus={read?.ok ? request : field}
      className="max-h-[calc(100dvh-2rem)] max-w-xl"
    >
      {read?.ok ? (
        <div ref={request} tabIndex={-1} className="flex min-h-0 flex-col outline-hidden">
          <PastedRequest {...rest} reading={read} onOther={() => setRead(null)} />
        </div>
      ) : (
        <form
          className="flex min-h-0 flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            setRead(readPasted(text));
          }}
        >
          <Field label={t("text")} error={read ? errorText(read.error).text : undefined}>
            <TextArea
              ref={field}
              value={text}
              onValueChange={(next) => {
                setText(next);
                setRead(null);
              }}
              rows={10}
              spellCheck={false}
              className="wrap-anywhere max-h-[50dvh] font-mono"
            />
          </Field>
          <Button type="submit" variant="primary" size="medium" className="self-end" disabled={text.trim() === ""}>
            {t("read")}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
